import { dayNumber, monthsAfter, textOf } from '../../rules/oracle/clock.ts';

/** From one day to another, both included. */
export interface Span {
  from: string;
  to: string;
}

const next = new Map<string, string>();

export function plus(day: string, days: number): string {
  const key = `${day} ${days}`;
  const known = next.get(key) ?? textOf(dayNumber(day) + days);
  next.set(key, known);
  return known;
}

export const later = (day: string, months: number): string => textOf(monthsAfter(dayNumber(day), months));
/** The earlier of two days. */
export const firstOf = (one: string, two: string): string => [one, two].sort()[0] ?? one;
export const lastOf = (one: string, two: string): string => [one, two].sort()[1] ?? one;
export const monthOf = (day: string): string => day.slice(0, 7);
export const within = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to;

/** The days that a name means: 2024-05, 2024Q2, 2024H1, 2024, or two days with dots between them. */
export function spanOf(name: string): Span {
  const [from = '', to] = name.split('..');
  if (to !== undefined) return { from, to };
  const year = name.slice(0, 4);
  const [length, part] = { 4: [12, 1], 6: [name.includes('Q') ? 3 : 6, name.slice(5)], 7: [1, name.slice(5)] }[
    name.length as 4
  ] ?? [0, 0];
  const first = later(`${year}-01-01`, Number(length) * (Number(part) - 1));
  return { from: first, to: plus(later(first, Number(length)), -1) };
}

/** The calendar months that have some of the days, whole. */
export function monthsOf({ from, to }: Span): Span[] {
  const found: Span[] = [];
  for (let first = `${monthOf(from)}-01`; first <= to; first = later(first, 1)) {
    found.push({ from: first, to: plus(later(first, 1), -1) });
  }
  return found;
}

export function eachDay({ from, to }: Span): string[] {
  const found: string[] = [];
  for (let day = from; day <= to; day = plus(day, 1)) found.push(day);
  return found;
}
