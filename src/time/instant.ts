/**
 * An instant is text: 'YYYY-MM-DD HH:MM:SS', with '.f' to '.ffffff' only if there is a fraction (no trailing zeros,
 * as DuckDB writes a TIMESTAMP). It is the wall clock of Beijing, fixed at UTC+8. Written so, instants sort as text:
 * compare them with <, =, >.
 */
import { Temporal } from 'temporal-polyfill';
import { addDays, isDay, sortable } from './day.ts';

const beijingMinutes = 8 * 60;
const shape =
  /^(\d{4}-\d\d-\d\d)(?:[T ]([01]\d|2[0-4]):([0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?$/;

/**
 * Reads an ISO 8601 time. Without offset it is Beijing time, with one (Z, +08, +0800, +08:00) it is converted; a day
 * alone is its first instant; 24:00 is the next day's first. Undefined for anything else, such as 2024-02-30, 25:00, or a
 * fraction finer than a microsecond, which could not be kept exactly.
 */
export function parseInstant(text: string): string | undefined {
  const match = shape.exec(text);
  const day = match?.[1];
  if (!match || !day || !isDay(day)) return undefined;
  const [, , hour = '00', minute = '00', second = '00', digits = '', offset] = match;
  const fraction = digits.replace(/0+$/, '');
  if (fraction.length > 6 || (hour === '24' && /[1-9]/.test(minute + second + fraction))) return undefined;
  const moment = Temporal.PlainDateTime.from(day)
    .add({
      hours: Number(hour),
      minutes: Number(minute),
      seconds: Number(second),
      microseconds: Number(fraction.padEnd(6, '0')),
    })
    .add({ minutes: offset === undefined ? 0 : beijingMinutes - offsetMinutes(offset) });
  return moment.year >= 1 && moment.year <= 9999 ? written(moment) : undefined;
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', ''));
  return offset.startsWith('-') ? -minutes : minutes;
}

/** The Beijing day on which an instant lies. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

/** The instant so many whole seconds later, or earlier if negative. Throws RangeError when it would leave the years 1 to 9999. */
export function addSeconds(instant: string, seconds: number): string {
  return written(Temporal.PlainDateTime.from(instant).add({ seconds }));
}

/**
 * Whole seconds from one instant to another, negative if the second is earlier; a fraction of a second is cut off. For
 * durations only: whether something is late is decided by comparing the instants themselves.
 */
export function secondsBetween(from: string, to: string): number {
  const between = Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to), {
    largestUnit: 'second',
    smallestUnit: 'second',
    roundingMode: 'trunc',
  });
  return between.seconds;
}

/** The present second in Beijing. Nothing else in the program reads the clock. */
export function now(): string {
  return written(Temporal.Now.plainDateTimeISO('+08:00').round({ smallestUnit: 'second', roundingMode: 'trunc' }));
}

/** What --as-of means: an instant, or a day up to its last second, so that the day itself is in. undefined on
 * nonsense and outside the years 1000 to 2999. */
export function parseAsOf(text: string): string | undefined {
  const instant = isDay(text) ? `${text} 23:59:59` : parseInstant(text);
  return instant !== undefined && /^[12]\d{3}/.test(instant) ? instant : undefined;
}

/**
 * An instant as people write it: seconds only where there are any. As the end of a time limit midnight is 24:00 of the
 * day before, as the Civil Code (art. 203) and contracts say it.
 */
export function formatInstant(instant: string, as: 'moment' | 'end' = 'moment'): string {
  if (as === 'end' && instant.endsWith(' 00:00:00')) return `${dayOf(addSeconds(instant, -1))} 24:00`;
  return instant.replace(/:00$/, '');
}

function written(moment: Temporal.PlainDateTime): string {
  return sortable(moment).replace('T', ' ');
}

/** The last day that an instant belongs to: midnight is 24:00 of the day before. What has only a day has no midnight. */
export const dayUpTo = (instant: string): string => addDays(dayOf(instant), instant.endsWith(' 00:00:00') ? -1 : 0);
