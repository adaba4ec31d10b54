import { expect } from 'vitest';
import type { Problem } from '../../src/problem.ts';

/** What was said of slips: those that break a contract, and of these the ones told elsewhere, not at all, or too often. */
export interface Tally {
  tried: number;
  broken: number;
  elsewhere: string[];
  silent: string[];
  many: string[];
}

/** One slip, and all that validation said. */
export interface Said {
  how: string;
  place: string;
  /** 1-based line of the key. */
  line: number;
  problems: readonly Problem[];
}

/** Counts one in so many slips. */
export function tallied(slips: Iterable<() => Said>, stride: number): Tally {
  const tally: Tally = { tried: 0, broken: 0, elsewhere: [], silent: [], many: [] };
  let i = 0;
  for (const slip of slips) if (i++ % stride === 0) count(slip(), tally);
  return tally;
}

function count({ how, place, line, problems }: Said, tally: Tally): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const named = `${how} ${place} (${line}): ${errors.map((one) => `${one.line} ${one.code}`)}`;
  tally.tried += 1;
  if (errors.length === 0) {
    if (how === 'misspelt') tally.silent.push(named);
    return;
  }
  tally.broken += 1;
  if (!errors.some((one) => Math.abs((one.line ?? 0) - line) <= 1)) tally.elsewhere.push(named);
  if (errors.length > 3) tally.many.push(named.slice(0, 200));
}

/** A misspelt key is never taken for another, nor passed over; of all slips one in a hundred is told elsewhere at most. */
export function holds(id: string, tally: Tally, stride: number): void {
  if (process.env.LVYUE_SHOW) console.log(id, JSON.stringify(tally, null, 1));
  expect(tally.silent).toEqual([]);
  expect(tally.many).toEqual([]);
  // Of a sample three may be told elsewhere, such as where a part that is gone was named.
  const most = Math.max(stride > 1 ? 3 : 0, tally.broken * 0.01);
  expect(tally.elsewhere.length, tally.elsewhere.join('\n')).toBeLessThanOrEqual(most);
}

/** One in so many is tried; LVYUE_RUNS multiplies. A prime number, so that each kind of slip has its turn. */
export const strideOf = (prime: number): number => Math.max(1, Math.floor(prime / Number(process.env.LVYUE_RUNS ?? 1)));
