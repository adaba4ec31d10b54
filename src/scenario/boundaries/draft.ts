import type { Contract } from '../../contract/schema.generated.ts';
import { type About, boundaryWords } from '../../locale/boundaries.ts';
import type { Lang, Text } from '../../locale/text.ts';
import type { Verdict } from '../../locale/verdicts.ts';
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

/** Where a case stands to its limit: `after` is what breaks it, `before` what surely keeps it. */
export const steps = ['at', 'before', 'after'] as const;
export type Step = (typeof steps)[number];
export const offset = { at: 0, before: -1, after: 1 } as const satisfies Record<Step, number>;

export type Records = Record<string, readonly Row[]>;

/** A limit in words, and what it starts from. */
export interface Limited {
  limit: Text;
  trigger: Text;
  /** What lies exactly at the limit breaks it already. */
  strict?: boolean;
}

/** Where a case stands: what happens in it, and what that brings beyond the verdict. */
export interface Place extends Limited {
  point: Text;
  so?: Text;
}

/** A case at a limit, one before or one after it; what it comes to is not said yet. */
export interface Draft {
  title: Text;
  step: Step;
  place: Place;
  /** The month of the trigger, or the days. */
  month: string;
  records: Records;
  /** As the plain judges read them. */
  bills?: readonly Bill[];
  /** What a plain look at the records gives; absent: the judge of the simulation is asked. */
  judge?: (parameters: object) => Verdict;
  facts?: ExpectedFinding['facts'];
  /** What if the contract said this. */
  patch?: { changes: object; contract: Contract };
  /** As of no earlier than two months after the month of this, and of all that is recorded. */
  until?: string;
}

/** How the cases of a kind are made up: drafts under one reading, or why there are none. */
export type Maker = (parameters: object, about: About, duty: Duty, terms: Terms) => Draft[] | Text;

/** What no scenario can be made of, and why. */
export interface Left {
  kind: string;
  what: string;
  clause: string;
  reason: Text;
}

/** A scenario with what a table of limits says of it. */
export interface Case {
  scenario: Scenario;
  kind: string;
  /** With all readings under which this is the limit. */
  about: About & { readings: string[] };
  step: Step;
  place: Place;
}

export interface Made {
  cases: Case[];
  left: Left[];
}

/** The cases around a limit, of which `of` says what happens at each step. */
export const around = (
  about: About,
  limited: Limited,
  of: (step: Step) => (Omit<Draft, 'title' | 'step' | 'place'> & Pick<Place, 'point' | 'so'>) | undefined,
): Draft[] =>
  steps.flatMap((step) => {
    const made = of(step);
    if (!made) return [];
    const { point, so, ...draft } = made;
    const place: Place = { ...limited, point, ...(so && { so }) };
    return [{ ...draft, title: boundaryWords.placed(about, place, step), step, place }];
  });

/** To the second, as the end of something: midnight is that of the day before. */
export const endOf = (instant: string): string =>
  instant.endsWith(' 00:00:00') ? `${lastDay(instant)} 24:00:00` : instant;

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

/** The scenario of a draft, with the verdict of a plain judge under each reading. */
export function judged(draft: Draft, duty: Duty, terms: Terms): Scenario {
  const asOf = asOfFor(draft.records, draft.until);
  const { judge } = draft;
  const each = judge
    ? duty.readings.map((parameters): Judged => ({ verdict: judge(parameters), records: [] }))
    : simulated(draft, duty, terms, asOf);
  return {
    title: draft.title[terms.lang],
    period: draft.month,
    as_of: asOf,
    ...(draft.patch && { contract: draft.patch.changes }),
    records: draft.records,
    expect: { findings: { [duty.obligation.id]: expected(duty, each, draft.facts) } },
  };
}

/** What the judge of the simulation says of the kind. */
function simulated(draft: Draft, duty: Duty, terms: Terms, asOf: string): Judged[] {
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
  return duty.readings.map((parameters) => simulator.judge(parameters, duty, month, world));
}

/** The joint verdict, and that of each reading where there are several. */
export function expected(
  { obligation }: Duty,
  each: readonly Judged[],
  facts?: ExpectedFinding['facts'],
): Verdict | ExpectedFinding {
  const { verdict } = together(obligation, each);
  if (!obligation.readings && !facts) return verdict;
  const readings = (obligation.readings ?? []).flatMap(({ id }, i) =>
    each[i] ? [[id, each[i].verdict] as const] : [],
  );
  return {
    verdict,
    ...(readings.length > 0 && { readings: Object.fromEntries(readings) }),
    ...(facts && { facts }),
  };
}
