import type { Contract, Obligation } from '../contract/schema.generated.ts';
import type { Verdict } from '../locale/verdicts.ts';
import type { Calendar } from '../time/calendar.ts';
import { daysFromTo } from '../time/day.ts';
import type { Cycle } from '../time/period.ts';
import type { MessageSide } from './message-kinds/side.ts';
import { officeTime, type Random, random } from './random.ts';

/** A calendar month and the Beijing days of it that lie in the term, both included. */
export interface Month {
  label: string;
  from: string;
  to: string;
}

export type Row = Record<string, string | number | boolean | null>;

export interface RecordRef {
  table: string;
  id: string;
}

/** A bill that the carrier will send for a settlement period, and the row of it. */
export interface Bill {
  cycle: string;
  basis: 'calendar' | 'contract';
  /** Last day of the settlement period. */
  endsOn: string;
  row: { id: string; period: string; sent_at: string; total: string; invoice_at: string | null };
}

/** One obligation to simulate: its parameters under each reading, and the month in which it is to be broken. */
export interface Duty {
  obligation: Obligation;
  readings: readonly object[];
  broken: string | undefined;
}

/** Everything that is being made up, except for the messages, which are too many to keep. */
export interface World {
  contract: Contract;
  calendar: Calendar;
  seed: number;
  months: readonly Month[];
  /** Beijing time; by then every case has run its course. */
  asOf: string;
  tables: Map<string, Row[]>;
  bills: Bill[];
  /** Ids of records that are to break an obligation, with the obligation's id. */
  spoiled: Map<string, string>;
  /** How many people are written to and called. */
  people?: number;
  /** Complaints a month that break nothing, by whose duty they are; no entry: any number. */
  room?: ReadonlyMap<string, number>;
}

/** What a plain reading of the made-up records gives for one obligation under one reading. */
export interface Judged {
  verdict: Verdict;
  records: readonly RecordRef[];
}

/** Settlement periods for which an obligation needs bills; `ahead`: sent before the period ends. */
export interface Settled {
  cycle: Cycle;
  basis?: 'calendar' | 'contract';
  ahead?: boolean;
}

/**
 * How records of one kind of obligation are made up, and how they are judged without the engine. In this order: every kind
 * begins, the messages are made, the bills are filled in, every kind generates.
 */
export interface Simulator {
  /** Months in which a breach can be planted under these parameters. */
  openings(parameters: object, duty: Duty, world: World): string[];
  /** Makes happen what others may have to react to. */
  begin?(duties: readonly Duty[], world: World): void;
  /** Adds what answers to it, in time except where a breach is wanted. */
  generate?(duties: readonly Duty[], world: World): void;
  judge(parameters: object, duty: Duty, month: Month, world: World): Judged;
  settled?(parameters: object): Settled;
  /** Complaints of its bearer that a month may have under these parameters. */
  bears?(parameters: object): number;
  /** What it asks of messages, for kinds that look at them. */
  messages?: MessageSide;
}

export const everyMonth: Simulator['openings'] = (_parameters, _duty, { months }) => months.map(({ label }) => label);

/** The rows of a table that were made so far; does not make it a table of the data folder. */
export const known = (world: World, table: string): readonly Row[] => world.tables.get(table) ?? [];

/** The rows of a table whose instant in this column lies in the month. */
export const during = (world: World, table: string, column: string, { label }: Month): readonly Row[] =>
  known(world, table).filter((row) => String(row[column]).startsWith(label));

export const refs = (table: string, list: readonly Row[]): RecordRef[] =>
  list.map(({ id }) => ({ table, id: String(id) }));

export const notTriggered: Judged = { verdict: 'not-triggered', records: [] };

/** The verdict over rows that each keep or break the duty by themselves. */
export function judgeRows(table: string, mine: readonly Row[], broken: readonly Row[]): Judged {
  if (mine.length === 0) return notTriggered;
  return { verdict: broken.length > 0 ? 'breached' : 'fulfilled', records: refs(table, broken) };
}

/** The rows of a table; asking for them makes it a table of the data folder. */
export function rows(world: World, table: string): Row[] {
  const known = world.tables.get(table);
  if (known) return known;
  const fresh: Row[] = [];
  world.tables.set(table, fresh);
  return fresh;
}

export const rngOf = (world: World, name: string): Random => random(world.seed, name);

/** The next id of a table: C-0001, C-0002 … */
export const nextId = (prefix: string, table: readonly Row[]): string =>
  `${prefix}-${String(table.length + 1).padStart(4, '0')}`;

/** An instant in office hours of one of the month's working days. */
export function someTime({ from, to }: Month, { calendar }: World, rng: Random): string {
  const days = daysFromTo(from, to);
  const workdays = days.filter((day) => calendar.isWorkday(day) !== false);
  return officeTime(rng.pick(workdays.length > 0 ? workdays : days), rng);
}

export interface Case extends RecordRef {
  /** Last instant in time; undefined: the calendar does not know. */
  due: string | undefined;
  /** Undefined: never done. */
  done: string | undefined;
}

/** The verdict over cases that all must be in time. Throws where one is still open at as-of: the simulator lets none. */
export function judgeCases(cases: readonly Case[], asOf: string): Judged {
  const late = cases.filter(({ due, done }) => due !== undefined && (done ?? asOf) > due);
  const unknown = cases.filter(({ due }) => due === undefined);
  if (cases.some(({ due, done }) => due !== undefined && done === undefined && due >= asOf)) {
    throw new Error('a simulated case is still open at as-of');
  }
  const found = (verdict: Verdict, records: readonly Case[]): Judged => ({
    verdict,
    records: records.map(({ table, id }) => ({ table, id })),
  });
  if (cases.length === 0) return found('not-triggered', []);
  if (late.length > 0) return found('breached', late);
  return unknown.length > 0 ? found('undetermined', unknown) : found('fulfilled', []);
}
