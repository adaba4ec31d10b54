import type { Contract, Obligation } from '../contract/schema.generated.ts';
import { always } from '../contract/term.ts';
import { amended, inForceBy, versionsWithin } from '../contract/versions.ts';
import { groupBy } from '../group.ts';
import type { Inputs } from '../rules/inputs.ts';
import { obligationIds, type Span, spansOf } from '../rules/spans.ts';
import { storeTerms } from '../rules/terms.ts';
import { inEffect } from '../rules/waivers.ts';
import { addMonths, earliest, latest } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import type { DatesAhead, DueDate, Undated } from './due-date.ts';
import { datesOf } from './of-obligation.ts';
import { entriesOf } from './rows.ts';
import { termDates } from './term.ts';

/** Cycles of the contract that ended longer ago are not looked for: the time of Civil Code art. 188. */
const monthsBack = 36;

/**
 * What must not be missed from as-of to a day (inclusive, Beijing), and what is overdue and still open: as the rule files
 * say under `dates`, each case under the terms in force when it began, and the ends of the term. What no record or
 * calendar can date is in `undetermined`. Without any record there are only the dates that follow from the contract. The
 * period of the inputs plays no part. Throws RuleDefect where a rule file is broken.
 */
export async function datesAhead(inputs: Omit<Inputs, 'period'>, to: string): Promise<DatesAhead> {
  const { loaded, records, asOf } = inputs;
  const { contract } = loaded;
  // Each case is looked at under the terms of the day on which it began, whenever that was.
  const versions = versionsWithin(contract, always);
  const ids = obligationIds(versions);
  const contractOnly = ![...records.tables.values()].some(({ present }) => present);
  const term = termDates(amended(contract, inForceBy(contract, dayOf(asOf))), asOf, to);
  const dates: DueDate[] = [...term.dates];
  const undetermined: Undated[] = [...term.undetermined];
  for (const group of groupsOf(ids.map((id) => spansOf(id, versions, inEffect(contract, asOf), always)))) {
    const [{ span: days } = {}] = group;
    if (!days) continue;
    // Those of the same days have the same terms.
    await storeTerms(records.store, days.contract, cyclesOf(days, asOf, to));
    const duties = group.map(({ at, span }) => ({
      span,
      entries: entriesOf(obligationOf(span.contract, ids[at]), span.contract, inputs),
    }));
    const found = await datesOf(duties, days, { ...inputs, to, contractOnly });
    dates.push(...found.dates);
    undetermined.push(...found.undetermined);
  }
  const place = ({ obligation }: Pick<DueDate, 'obligation'>) => (obligation === null ? -1 : ids.indexOf(obligation));
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return {
    contract: contract.id,
    ...{ asOf, to, contractOnly },
    dates: dates.sort((a, b) => before(a.at, b.at) || place(a) - place(b) || before(a.id, b.id)),
    undetermined: undetermined.sort((a, b) => place(a) - place(b)),
  };
}

/** The spans of all obligations by their days, each with the place of its obligation. */
function groupsOf(spans: readonly (readonly Span[])[]): { at: number; span: Span }[][] {
  const all = spans.flatMap((own, at) => own.map((span) => ({ at, span })));
  return [...groupBy(all, ({ span }) => `${span.from} ${span.to}`).values()];
}

const cyclesOf = ({ from, to: until }: Span, asOf: string, to: string) => ({
  from: latest(from, addMonths(dayOf(asOf), -monthsBack)),
  to: earliest(until, to),
  label: '',
});

function obligationOf({ obligations }: Contract, id: string | undefined): Obligation {
  const found = obligations.find((one) => one.id === id);
  if (!found) throw new Error(`${id}: not in these terms`);
  return found;
}
