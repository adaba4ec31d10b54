import type { Contract } from '../../contract/schema.generated.ts';
import type { About } from '../../locale/boundaries.ts';
import type { Lang, Text } from '../../locale/text.ts';
import { together } from '../../simulate/joint.ts';
import { simulators } from '../../simulate/kinds.ts';
import type { Bill, Duty, Judged, Row, World } from '../../simulate/world.ts';
import type { Calendar } from '../../time/calendar.ts';
import { deadlineSteps, type Limit } from '../../time/clock.ts';
import { addMonths } from '../../time/day.ts';
import { addSeconds, dayOf, parseAsOf } from '../../time/instant.ts';
import { parsePeriod } from '../../time/period.ts';
import type { ExpectedFinding, Scenario } from '../scenario.ts';

/** The contract as it reads on some days, and those of them on which a case may be made up. */
export interface Terms {
  contract: Contract;
  calendar: Calendar;
  from: string;
  to: string;
  /** In order, from the first whole month on. */
  days: readonly string[];
  /** The day from which these terms hold, where they are not those signed. */
  since: string | undefined;
  lang: Lang;
}

/** Where a case stands to its limit. */
export const steps = ['at', 'before', 'after'] as const;
export type Step = (typeof steps)[number];
export const offset = { at: 0, before: -1, after: 1 } as const satisfies Record<Step, number>;

export type Records = Record<string, readonly Row[]>;

/** A case at a limit, one before or one after it; what it comes to is not said yet. */
export interface Draft {
  title: Text;
  /** The month of the trigger. */
  month: string;
  records: Records;
  /** As the plain judges read them. */
  bills?: readonly Bill[];
  /** What if the contract said this. */
  patch?: { changes: object; contract: Contract };
  /** As of no earlier than two months after the month of this, and of all that is recorded. */
  until?: string;
}

/** How the cases of a kind are made up: drafts under one reading, or why there are none. */
export type Maker = (parameters: object, about: About, duty: Duty, terms: Terms) => Draft[] | Text;

/** What no scenario can be made of, and why. */
export interface Left {
  what: string;
  clause: string;
  reason: Text;
}

export interface Made {
  scenarios: Scenario[];
  left: Left[];
}

/** A time limit that runs from an instant: its last one, and whether nothing unusual happens on the way. */
export function spanOf(start: string, limit: Limit, calendar: Calendar): { due: string; plain: boolean } | undefined {
  const counted = deadlineSteps(start, limit, calendar);
  const last = counted.at(-1);
  if (last?.step !== 'due') return undefined;
  const odd = counted.some(
    (one) => one.step === 'rolled-to' || ('reason' in one && one.reason !== undefined && one.reason.kind !== 'weekend'),
  );
  return { due: last.at, plain: !odd };
}

export interface Attempt<T> {
  value: T;
  /** All of these must lie in the terms. */
  days: readonly string[];
  plain: boolean;
}

/** The first candidate on which nothing unusual happens, else the first on which the limit can be known at all. */
export function firstOf<C, T>(
  candidates: readonly C[],
  { from, to }: Terms,
  attempt: (candidate: C) => Attempt<T> | undefined,
): T | undefined {
  let other: T | undefined;
  for (const candidate of candidates) {
    const one = attempt(candidate);
    if (!one || one.days.some((day) => day < from || day > to)) continue;
    if (one.plain) return one.value;
    other ??= one.value;
  }
  return other;
}

/** The ordinary working days on which something about an obligation may be made to happen: none on which it is waived. */
export const daysFor = ({ obligation }: Duty, { contract, calendar, days }: Terms): string[] =>
  days.filter(
    (day) =>
      calendar.isWorkday(day) === true &&
      calendar.reason(day) === undefined &&
      !contract.waivers?.some((one) => one.obligation === obligation.id && one.from <= day && day <= one.to),
  );

/** The last day of a limit that ends at that instant: midnight belongs to the day before. */
export const lastDay = (due: string): string => dayOf(addSeconds(due, -1));

/** The first day of the second month after the last thing that is recorded. */
export function asOfFor(records: Records, until = ''): string {
  const instants = Object.values(records)
    .flat()
    .flatMap((row) => Object.values(row))
    .filter((value): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value));
  const last = [...instants, until].sort().at(-1) ?? '';
  return addMonths(`${last.slice(0, 7)}-01`, 2);
}

/** The scenario of a draft, with the verdict of the plain judge of the kind. */
export function judged(draft: Draft, duty: Duty, terms: Terms): Scenario {
  const asOf = asOfFor(draft.records, draft.until);
  const month = parsePeriod(draft.month);
  const world: World = {
    contract: draft.patch?.contract ?? terms.contract,
    calendar: terms.calendar,
    seed: 0,
    months: [month],
    asOf: parseAsOf(asOf) ?? asOf,
    tables: new Map(Object.entries(draft.records).map(([name, rows]) => [name, [...rows]])),
    bills: [...(draft.bills ?? [])],
    spoiled: new Map(),
  };
  const simulator = simulators.find(([kind]) => kind === duty.obligation.kind)?.[1];
  if (!simulator) throw new Error(`no judge of ${duty.obligation.kind}`);
  return scenarioOf(draft, duty, terms.lang, asOf, (parameters) => simulator.judge(parameters, duty, month, world));
}

/** The scenario of a draft, judged by the function given. */
export function scenarioOf(
  draft: Draft,
  duty: Duty,
  lang: Lang,
  asOf: string,
  judge: (parameters: object) => Judged,
): Scenario {
  return {
    title: draft.title[lang],
    period: draft.month,
    as_of: asOf,
    ...(draft.patch && { contract: draft.patch.changes }),
    records: draft.records,
    expect: { findings: { [duty.obligation.id]: expected(duty, duty.readings.map(judge)) } },
  };
}

/** The joint verdict, and that of each reading where there are several. */
export function expected({ obligation }: Duty, each: readonly Judged[]): ExpectedFinding['verdict'] | ExpectedFinding {
  const { verdict } = together(obligation, each);
  if (!obligation.readings) return verdict;
  const readings = obligation.readings.flatMap(({ id }, i) => (each[i] ? [[id, each[i].verdict] as const] : []));
  return { verdict, readings: Object.fromEntries(readings) };
}
