import { overlay } from '../../contract/overlay.ts';
import type { Charge, Contract, Obligation } from '../../contract/schema.generated.ts';
import { boundaryWords, leftWords, orderTitle, toleranceTitle } from '../../locale/boundaries.ts';
import { limitsWords } from '../../locale/limits.ts';
import type { Text } from '../../locale/text.ts';
import { add, type Decimal, decimal, plain } from '../../money.ts';
import { counters } from '../../simulate/count.ts';
import { addDays, addMonths } from '../../time/day.ts';
import type { Scenario } from '../scenario.ts';
import { asOfFor, type Case, type Made, offset, type Place, type Step, steps, type Terms } from './draft.ts';
import { isKnown, messages, totalOf, unknown, wholeMonths } from './totals.ts';

/** What the amounts of the contract turn on: the units of a package, the tolerance, the day for change orders. */
export function money(terms: Terms, before: Contract | undefined): Made {
  const { contract } = terms;
  const made: Made = { cases: [], left: [] };
  const put = (kind: string, what: string, clause: string, result: Case[] | Text) =>
    Array.isArray(result) ? made.cases.push(...result) : made.left.push({ kind, what, clause, reason: result });
  const changed = (value: unknown, earlier: unknown) => !before || JSON.stringify(value) !== JSON.stringify(earlier);
  if (changed(contract.charges, before?.charges)) {
    for (const charge of contract.charges.filter((one) => 'included' in one)) {
      put('package', charge.id, charge.clause, included(charge, terms));
    }
  }
  const { tolerance } = contract.settlement;
  if (changed(tolerance, before?.settlement.tolerance)) {
    put(
      'tolerance',
      'settlement.tolerance',
      tolerance?.clause ?? '—',
      tolerance ? claims(tolerance, terms) : leftWords.noTolerance,
    );
  }
  for (const order of contract.obligations.filter(({ kind }) => kind === 'change-order')) {
    if (
      changed(
        order,
        before?.obligations.find(({ id }) => id === order.id),
      )
    ) {
      put('change-order', order.id, order.clause, orders(order, terms));
    }
  }
  return made;
}

const aboutOf = ({ title, clause }: { title: Text; clause: string }, { since }: Terms, reading?: string) => ({
  ...{ title, clause, since, reading, readings: reading === undefined ? [] : [reading] },
});

/** As many units as a package includes, one less and one more, under each reading that has its own number. */
function included(charge: Charge, terms: Terms): Case[] | Text {
  const { contract } = terms;
  const months = wholeMonths(terms);
  const alone = { ...contract, charges: [charge] };
  const month = months.find((one) => isKnown(totalOf(alone, one, 1).total) && totalOf(contract, one, 1).total !== null);
  if (month === undefined) {
    return months[0] === undefined ? leftWords.noDay : leftWords.noTotal(unknown(terms, months[0]));
  }
  if (totalOf(alone, month, 1).counters.some(({ units }) => units.get(month) !== 1)) return leftWords.noTotal([]);
  const own = counters([charge]).flatMap(({ charge: read, reading }) =>
    'included' in read && !('blank' in Object(read.included)) ? [{ number: Number(read.included), reading }] : [],
  );
  const distinct = own.filter(({ number }, i) => own.findIndex((one) => one.number === number) === i);
  return distinct.flatMap(({ number, reading }) =>
    steps.map((step) => {
      const used = number + offset[step];
      const { total, readings, counters: all } = totalOf(contract, month, used);
      const units = all.find((one) => one.chosen && one.charge.id === charge.id)?.units.get(month);
      const records = messages(contract, month, used);
      const about = aboutOf(charge, terms, distinct.length > 1 ? reading : undefined);
      const scenario: Scenario = {
        title: boundaryWords.included(about, number, used, step)[terms.lang],
        period: month,
        as_of: asOfFor(records, month),
        records,
        expect: { bill: { ...billed(total, readings), units: { [charge.id]: String(units) } } },
      };
      const place: Place = {
        limit: limitsWords.included(number),
        trigger: limitsWords.aMonth(month),
        point: limitsWords.used(used),
      };
      return { scenario, kind: 'package', about, step, place };
    }),
  );
}

function billed(total: string | null, readings: Record<string, string | null>) {
  const known = Object.entries(readings).filter((one): one is [string, string] => one[1] !== null);
  return { total: total ?? 'undetermined', ...(known.length > 0 && { readings: Object.fromEntries(known) }) };
}

type Tolerance = NonNullable<Contract['settlement']['tolerance']>;

/** A bill that is too high by just the tolerance, a fen less and a fen more. */
function claims(tolerance: Tolerance, terms: Terms): Case[] | Text {
  const { contract, lang } = terms;
  const percent = decimal(tolerance.percent);
  const months = wholeMonths(terms);
  const month = months.find((one) => isKnown(totalOf(contract, one, 1).total));
  if (month === undefined)
    return months[0] === undefined ? leftWords.noDay : leftWords.noTotal(unknown(terms, months[0]));
  const from = Math.max(1, ...contract.charges.map((charge) => ('included' in charge ? Number(charge.included) : 1)));
  const tried = Array.from({ length: TRIED }, (_, n) => {
    const used = from + n;
    const { total } = totalOf(contract, month, used);
    return { used, total: total ?? '0.00', ...highest(total ?? '0.00', percent) };
  });
  const chosen = tried.find(({ exact }) => exact) ?? tried[0];
  if (!chosen || chosen.fen <= 0n) return leftWords.nothingChanges;
  return steps.map((step) => {
    const claimed = plain({ units: chosen.fen + BigInt(offset[step]), scale: 2 });
    const records = {
      ...messages(contract, month, chosen.used),
      bills: [
        { id: 'b1', period: month, sent_at: `${addDays(addMonths(`${month}-01`, 1), 2)} 10:00:00`, total: claimed },
      ],
    };
    const about = aboutOf({ title: toleranceTitle, clause: tolerance.clause }, terms);
    const scenario: Scenario = {
      title: boundaryWords.tolerance(about, plain(percent), chosen.exact, claimed, step)[lang],
      period: month,
      as_of: asOfFor(records),
      records,
      expect: { bill: { total: chosen.total, reconciliation: within(step) } },
    };
    const place: Place = {
      limit: limitsWords.tolerance(plain(percent)),
      trigger: limitsWords.ours(chosen.total),
      point: limitsWords.claimed(claimed),
    };
    return { scenario, kind: 'tolerance', about, step, place };
  });
}

/** Usages that are tried for a total of which the tolerance is a whole number of fen. */
const TRIED = 200;
const within = (step: Step): string => (step === 'after' ? 'beyond-tolerance' : 'within-tolerance');

/** The highest claim, in fen, of which the excess over our total is no more than so many percent of the claim itself. */
function highest(total: string, percent: Decimal): { fen: bigint; exact: boolean } {
  const hundred = 100n * 10n ** BigInt(percent.scale);
  const [ours, rest] = [decimal(total).units * hundred, hundred - percent.units];
  return rest > 0n ? { fen: ours / rest, exact: ours % rest === 0n } : { fen: 0n, exact: false };
}

/** A change filed on the last day, a day before and a day after: what the next month costs tells when it took effect. */
function orders(order: Obligation, terms: Terms): Case[] | Text {
  const { contract, lang } = terms;
  const { by_day: byDay } = order.parameters as { by_day: number };
  const months = wholeMonths(terms);
  const trials = months
    .slice(1)
    .flatMap((month) => contract.charges.flatMap((charge) => trial(charge, contract, month)));
  const [found] = trials;
  if (!found) {
    const models = months[1] === undefined ? [] : unknown(terms, months[1]);
    return models.length > 0 ? leftWords.noTotal(models) : leftWords.nothingChanges;
  }
  const { month, changes, now, then } = found;
  return steps.map((step) => {
    const day = byDay + offset[step];
    const filed = addMonths(`${month}-01`, -1).slice(0, 7);
    const submitted = `${filed}-${String(day).padStart(2, '0')}`;
    const amendment = { title: orderTitle, clause: order.clause, submitted, changes };
    const records = messages(contract, month, 0);
    const about = aboutOf(order, terms);
    const scenario: Scenario = {
      title: boundaryWords.order(about, byDay, day, step)[lang],
      period: month,
      as_of: asOfFor(records, month),
      contract: {
        amendments: contract.amendments ? { [ID]: amendment } : [{ id: ID, ...amendment }],
      },
      records,
      expect: { bill: { total: day <= byDay ? then : now } },
    };
    const place: Place = {
      limit: limitsWords.orderBy(byDay),
      trigger: limitsWords.nextMonth,
      point: limitsWords.filedOn(day),
    };
    return { scenario, kind: 'change-order', about, step, place };
  });
}

const ID = 'boundary-order';

/** A fee that is ten yuan higher, if that is seen in the total of the month. */
function trial(charge: Charge, contract: Contract, month: string) {
  if (!('fee' in charge) || isBlank(charge.fee)) return [];
  const fee = add(decimal(charge.fee), decimal(10));
  const changes = { charges: { [charge.id]: { fee: fee.scale === 0 ? Number(fee.units) : plain(fee) } } };
  const now = totalOf(contract, month, 0).total;
  const then = totalOf(overlay(contract, changes), month, 0).total;
  return now === null || then === null || now === then ? [] : [{ month, changes, now, then }];
}

const isBlank = (value: unknown): value is object => typeof value === 'object' && value !== null;
