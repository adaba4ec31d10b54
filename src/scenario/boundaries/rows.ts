import type { Verdict } from '../../locale/verdicts.ts';
import type { Row } from '../../simulate/world.ts';

/** So many rows alike, as one line; none where there are to be none. */
export const repeated = (count: number, row: Row): Row[] => (count > 0 ? [{ repeat: count, ...row }] : []);

/** How many rows there are, repeated ones counted as often as they stand for. */
export const counted = (rows: readonly Row[]): number =>
  rows.reduce((sum, { repeat }) => sum + (typeof repeat === 'number' ? repeat : 1), 0);

/** Each row by itself: one that breaks the duty is enough. */
export function eachRow(rows: readonly Row[], wrong: (row: Row) => boolean): Verdict {
  if (rows.length === 0) return 'not-triggered';
  return rows.some(wrong) ? 'breached' : 'fulfilled';
}

/** Fulfilled or breached. */
export const kept = (holds: boolean): Verdict => (holds ? 'fulfilled' : 'breached');
