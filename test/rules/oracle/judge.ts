import type { Contract, Obligation } from '../../../src/contract/schema.generated.ts';
import type { Verdict } from '../../../src/locale/verdicts.ts';
import type { Rows } from '../../support/records.ts';

/** A cell as it was written; a table that nobody supplied is absent. */
export type Row = Record<string, string | number | null | undefined>;
export type Tables = Partial<Record<string, readonly Row[]>>;

/** Beijing instants; `until` is exclusive. */
export interface Span {
  from: string;
  until: string;
  asOf: string;
}

export interface Asked extends Span {
  tables: Tables;
  /** Parameters of the obligation under one reading. */
  p: Record<string, unknown>;
  obligation: Obligation;
  contract: Contract;
}

/** What a plain look comes to: the verdict and, for a breach, the ids of the rows behind it. */
export interface Outcome {
  verdict: Verdict;
  ids: readonly string[];
}

export type Judge = (asked: Asked) => Outcome;

export const only = (verdict: Verdict): Outcome => ({ verdict, ids: [] });

/** A day without a time of day lies inside the day: after its midnight, before its first second. */
export const instant = (text: unknown): string =>
  String(text).length === 10 ? `${text} 00:00:00.000001` : String(text);

export const inPeriod = (at: unknown, { from, until, asOf }: Span): boolean =>
  instant(at) >= from && instant(at) < until && instant(at) <= asOf;

export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Each row by itself: kept, broken, or nobody can tell; `undefined` where the duty is not about the row. */
export type RowVerdict = 'kept' | 'broken' | 'unknown' | undefined;

export function eachRow(rows: readonly Row[], look: (row: Row) => RowVerdict): Outcome {
  const seen = rows.map((row) => ({ id: String(row.id), is: look(row) })).filter(({ is }) => is !== undefined);
  const broken = seen.filter(({ is }) => is === 'broken').map(({ id }) => id);
  if (seen.length === 0) return only('not-triggered');
  if (broken.length > 0) return { verdict: 'breached', ids: broken };
  return only(seen.some(({ is }) => is === 'unknown') ? 'undetermined' : 'fulfilled');
}

/** The outcome of each reading, and of all of them together as the design says it. */
export function overall(judge: Judge, asked: Omit<Asked, 'p'>): { together: Outcome; readings: Verdict[] } {
  const { obligation } = asked;
  const given = obligation.parameters as Record<string, unknown>;
  const readings = obligation.readings ?? [undefined];
  const outcomes = readings.map((one) => {
    const p = { ...given, ...(one?.parameters as Record<string, unknown> | undefined) };
    const blank = Object.values(p).some((value) => typeof value === 'object' && value !== null && 'blank' in value);
    return blank ? only('undetermined') : judge({ ...asked, p });
  });
  const verdicts = outcomes.map(({ verdict }) => verdict);
  const same = new Set(verdicts).size === 1;
  const open = verdicts.includes('undetermined') ? 'undetermined' : 'disputed';
  const breach = outcomes.find(({ verdict }) => verdict === 'breached');
  const [first = only('undetermined')] = outcomes;
  return { together: same ? (breach ?? first) : only(open), readings: obligation.readings ? verdicts : [] };
}

/** The tables that somebody supplied, be they empty. */
export const given = (tables: Tables): Rows =>
  Object.fromEntries(Object.entries(tables).flatMap(([name, rows]) => (rows ? [[name, rows]] : [])));
