import { inForce, termEnds } from '../contract/term.ts';
import { groupBy } from '../group.ts';
import { datesWords } from '../locale/dates.ts';
import type { Text } from '../locale/text.ts';
import { type CaseClock, caseClocks } from '../rules/case-clock.ts';
import { filled } from '../rules/explain.ts';
import type { Inputs } from '../rules/inputs.ts';
import { known } from '../rules/parameters.ts';
import type { Span } from '../rules/spans.ts';
import { dayOf, dayUpTo } from '../time/instant.ts';
import type { DueDate, Undated } from './due-date.ts';
import { canAsk, type Entry, type OpenRow, openRows, reasonsOf } from './rows.ts';

interface Asked extends Omit<Inputs, 'period'> {
  /** The last day to look at. */
  to: string;
  /** There is no record at all. */
  contractOnly: boolean;
}

interface Case {
  entry: Entry;
  row: OpenRow;
  clock: CaseClock | undefined;
}

/** The entries of an obligation in one of its spans. */
export interface Duty {
  span: Span;
  entries: readonly Entry[];
}

/** The dates of obligations whose spans are the same days, and what of them nobody can date. Throws RuleDefect. */
export async function datesOf(
  duties: readonly Duty[],
  days: Pick<Span, 'from' | 'to'>,
  asked: Asked,
): Promise<{ dates: DueDate[]; undetermined: Undated[] }> {
  const all = duties.flatMap(({ entries }) => entries).filter((entry) => canAsk(entry, asked.contractOnly));
  const rows = await openRows(all, days, asked);
  const found = duties.map((duty) => datesOfOne(duty, rows, asked));
  return {
    dates: found.flatMap(({ dates }) => dates),
    undetermined: found.flatMap(({ undetermined }) => undetermined),
  };
}

function datesOfOne({ span, entries }: Duty, rows: ReadonlyMap<Entry, readonly OpenRow[]>, asked: Asked) {
  const { contract } = span;
  const cases: Case[] = [];
  const untold: { entry: Entry; reason: Text; row?: OpenRow }[] = [];
  const isNow = span.from <= dayOf(asked.asOf) && dayOf(asked.asOf) <= span.to;
  for (const entry of entries) {
    const reasons = reasonsOf(entry, asked.records, asked.contractOnly);
    if (reasons.length === 0 && entry.waits && isRunning(span, asked)) reasons.push(words(entry, entry.waits));
    if (isNow) untold.push(...reasons.map((reason) => ({ entry, reason })));
    for (const row of rows.get(entry) ?? []) {
      if (row.unsure) untold.push({ entry, row, reason: datesWords.unsure });
      else if (row.at === null) untold.push({ entry, row, reason: whyUndated(entry, clockOf(entry, row, asked)) });
      else if (isWanted(entry, row.at, asked)) cases.push({ entry, row, clock: clockOf(entry, row, asked) });
    }
  }
  return { dates: dated(cases, span, asked), undetermined: undated(untold, contract.id) };
}

const isRunning = ({ contract }: Span, { asOf }: Asked): boolean =>
  inForce(contract).from <= dayOf(asOf) && dayOf(asOf) <= inForce(contract).to;

/** What is past says nothing where the records that would show it done were not supplied. */
const isWanted = (entry: Entry, at: string, { asOf, to, contractOnly }: Asked): boolean =>
  dayUpTo(at) <= to && (at >= asOf || !(contractOnly || entry.lacks.length > 0));

function words({ rule, name, parameters }: Entry, text: Text): Text {
  return filled(text, known(parameters), `${rule.kind}: dates.${name}`);
}

function clockOf({ parameters }: Entry, { table, id, at, start, event }: OpenRow, { asOf, calendar }: Asked) {
  const row =
    start === null
      ? { table, id, occurred_at: event, due_at: at && dayUpTo(at) }
      : { table, id, started_at: start, due_at: at, done_at: null };
  return caseClocks([row], known(parameters), { asOf, calendar, known: true }, 1)[0];
}

function whyUndated(entry: Entry, clock: CaseClock | undefined): Text {
  const last = clock?.steps.at(-1);
  if (last?.step === 'unpublished') return datesWords.unpublished(last.day.slice(0, 4));
  return entry.unknown ? words(entry, entry.unknown) : datesWords.unknown;
}

/** One date for each instant that a thing has: where readings of the clause lead to several, each says by which. */
function dated(cases: readonly Case[], { contract, waiver }: Span, { asOf }: Asked): DueDate[] {
  const things = groupBy(cases, ({ entry, row }) => keyOf(entry, row));
  const end = termEnds(contract).find((day) => day >= dayOf(asOf));
  return [...things].flatMap(([id, all]) => {
    const instants = [...new Set(all.map(({ row }) => row.at ?? ''))];
    return instants.flatMap((at, n): DueDate[] => {
      const own = all.filter(({ row }) => row.at === at);
      const [first] = own;
      if (!first) return [];
      const { entry, row, clock = null } = first;
      const readings = own.flatMap(({ entry: { reading } }) => reading ?? []);
      const isShared = readings.length === (entry.obligation.readings?.length ?? 0);
      return [
        {
          id: n === 0 ? id : `${id}@${entry.reading?.id ?? n}`,
          name: entry.name,
          ...commonOf(entry, contract.id, row),
          ...{ from: row.from, at, day: dayUpTo(at), wholeDay: at.endsWith(' 00:00:00') },
          state: at < asOf ? 'overdue' : at === asOf ? 'now' : 'ahead',
          ref: row.ref === null ? null : { table: row.table, id: row.ref },
          readings: isShared || entry.obligation.prefer ? [] : readings,
          ifRenewed: end !== undefined && row.ref === null && (row.start ?? at) > `${end} 24`,
          waiver: waiver ? { id: waiver.id, expires: waiver.expires } : null,
          alarms: entry.alarms ?? [],
          clock,
        },
      ];
    });
  });
}

const keyOf = ({ obligation, name }: Entry, { table, key }: OpenRow): string =>
  `${obligation.id}/${name}/${table}:${key}`;

function commonOf(entry: Entry, contract: string, row?: OpenRow) {
  const { id: obligation, clause, bearer, title } = entry.obligation;
  const what = entry.does ? datesWords.does(entry.does, title) : title;
  const todo = row?.label ? datesWords.about(what, row.label) : what;
  return { contract, obligation, clause, bearer, title: words(entry, entry.title), todo };
}

/** What has no date, each reason once. */
function undated(all: readonly { entry: Entry; reason: Text; row?: OpenRow }[], contract: string): Undated[] {
  const reasons = groupBy(all, ({ entry, reason }) => `${entry.name} ${reason.en}`);
  return [...reasons.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const things = new Set(group.flatMap(({ entry, row }) => (row ? [keyOf(entry, row)] : [])));
    const labels = [...new Set(group.flatMap(({ row }) => row?.label || []))].slice(0, labelsShown);
    return [{ ...commonOf(first.entry, contract), reason: first.reason, cases: Math.max(1, things.size), labels }];
  });
}

const labelsShown = 5;
