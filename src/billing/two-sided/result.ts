import type { Receipt } from '../../rules/finding.ts';

/** The tables that two sides both keep, in the order in which their differences are applied. */
export const compared = ['messages', 'calls'] as const;
export type Compared = (typeof compared)[number];

/**
 * What two sides' records can differ in, in the order in which it is applied: a row that differs in several ways belongs
 * to the first. Units come last: what is left for them are rows that agree in all else.
 */
export const classes = [
  'missing-here',
  'missing-there',
  'duplicate-here',
  'duplicate-there',
  'status',
  'direction',
  'month',
  'units',
] as const;
export type Class = (typeof classes)[number];

/** Two sides' records against each other, under the chosen readings. Money is yuan as text with two decimals. */
export interface TwoSided {
  contract: string;
  /** Inclusive Beijing days. */
  period: { from: string; to: string };
  /** Beijing time; later rows are not compared. */
  asOf: string;
  tables: readonly ComparedTable[];
  /** Tables that only one side supplies: not compared, and charges by them are not in the totals. */
  notCompared: readonly { table: Compared; suppliedBy: 'ours' | 'theirs' }[];
  /** What the rows of each side come to, all other records being ours; null where it cannot be told. */
  ours: { total: string | null };
  theirs: { total: string | null };
  /** Theirs less ours, and so the amounts of all classes together. */
  difference: string | null;
  /** `table/class` in the order in which the amounts were found. */
  order: readonly string[];
  receipt: { ours: Receipt; theirs: Receipt };
}

export interface ComparedTable {
  table: Compared;
  /** Columns that tell which rows are the same. */
  by: readonly string[];
  ours: { rows: number };
  theirs: { rows: number };
  /** Rows of ours that stand on both sides, whether or not they agree. */
  matched: number;
  classes: readonly Difference[];
}

export interface Difference {
  class: Class;
  rows: number;
  /** Units of these rows under the chosen readings, on each side; null where they cannot be told. */
  oursUnits: string | null;
  theirsUnits: string | null;
  /** What the total changes by when these rows of ours become theirs; null where it cannot be told. */
  amount: string | null;
  /** The first few rows. */
  examples: readonly Example[];
}

/** A row as each side has it; null where a side has none. */
export interface Example {
  ours: Row | null;
  theirs: Row | null;
}

export type Row = Readonly<Record<string, unknown>>;
