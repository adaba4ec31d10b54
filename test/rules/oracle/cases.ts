import { at } from './clock.ts';
import { type Outcome, only, type Row, type Tables } from './judge.ts';

export type Standing = 'kept' | 'late' | 'unknown' | 'at-risk' | 'pending';

/** A duty with a time limit, once: when it was to be done and when it was. Instants are microseconds. */
export interface Case {
  id: string;
  start: number;
  /** Undefined: nobody can know. */
  due: number | undefined;
  /** Undefined: not yet. */
  done: number | undefined;
  /** Do the records tell whether it was done? */
  told: boolean;
}

export function standing({ start, due, done, told }: Case, now: number): Standing {
  if (!told || due === undefined) return 'unknown';
  if (done !== undefined && done <= now) return done > due ? 'late' : 'kept';
  return now > due ? 'late' : open(start, due, now);
}

/** Still to be done: less than a fifth of the time is left, or more. */
export const open = (start: number, due: number, now: number): Standing =>
  (due - now) * 5 < due - start ? 'at-risk' : 'pending';

const order = [
  ['late', 'breached'],
  ['unknown', 'undetermined'],
  ['at-risk', 'at-risk'],
  ['pending', 'pending'],
] as const;

export function together(cases: readonly { id: string; is: Standing }[]): Outcome {
  if (cases.length === 0) return only('not-triggered');
  const found = order.find(([is]) => cases.some((one) => one.is === is));
  if (!found) return only('fulfilled');
  const ids = cases.filter(({ is }) => is === 'late').map(({ id }) => id);
  return found[0] === 'late' ? { verdict: 'breached', ids } : only(found[1]);
}

export const timely = (cases: readonly Case[], asOf: string): Outcome =>
  together(cases.map((one) => ({ id: one.id, is: standing(one, at(asOf)) })));

/** Did anybody export the column? A table without rows has all its headers. */
export const supplied = (rows: readonly Row[] | undefined, column: string): boolean =>
  rows !== undefined && (rows.length === 0 || rows.some((row) => row[column] !== undefined));

export const lacks = (tables: Tables, ...names: string[]): boolean => names.some((name) => !tables[name]);

/** The earliest of some instants. */
export const first = (times: readonly (number | undefined)[]): number | undefined =>
  times.filter((time) => time !== undefined).toSorted((a, b) => a - b)[0];

export const inSpan = (time: number, { from, until }: { from: string; until: string }): boolean =>
  time >= at(from) && time < at(until);
