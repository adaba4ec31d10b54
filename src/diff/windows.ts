import type { Fields } from '../contract/values.ts';

const day = 24 * 60;

/** The minutes of the day from one time to another, both included; over midnight where the first is the later. */
function minutes({ from, to }: Fields): Set<number> | undefined {
  const [first, last] = [minuteOf(from), minuteOf(to)];
  if (first === undefined || last === undefined) return undefined;
  const length = (last - first + day) % day;
  return new Set(Array.from({ length: length + 1 }, (_, n) => (first + n) % day));
}

function minuteOf(time: unknown): number | undefined {
  const [, hours, rest] = /^(\d{2}):(\d{2})$/.exec(String(time)) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(rest);
}

/** Positive where the first time of day holds all of the second and more, negative the other way; undefined where neither. */
export function compareWindows(a: Fields, b: Fields): number | undefined {
  const [first, second] = [minutes(a), minutes(b)];
  if (!first || !second) return undefined;
  const within = (inner: Set<number>, outer: Set<number>) => [...inner].every((minute) => outer.has(minute));
  const [isIn, isOver] = [within(first, second), within(second, first)];
  return isIn || isOver ? Number(isOver) - Number(isIn) : undefined;
}
