import { calendar } from '../../support/records.ts';
import { instant } from './judge.ts';

/** An instant as microseconds, Beijing's wall clock; a day by its number. */
export const dayLength = 86_400_000_000;
const hour = dayLength / 24;

export function at(value: unknown): number {
  const [whole = '', fraction = ''] = instant(value).split('.');
  return Date.parse(`${whole.replace(' ', 'T')}Z`) * 1000 + Number(fraction.padEnd(6, '0'));
}

/** Undefined where nothing is recorded. */
export const known = (value: unknown): number | undefined => (value == null ? undefined : at(value));
export const dayOf = (time: number): number => Math.floor(time / dayLength);
export const dayNumber = (day: string): number => dayOf(at(`${day} 00:00:00`));
export const textOf = (day: number): string => new Date((day * dayLength) / 1000).toISOString().slice(0, 10);
/** 24:00 of a day. */
export const endOf = (day: number): number => (day + 1) * dayLength;
export const isDay = (value: unknown): boolean => String(value).length === 10;

const working = new Map(calendar.days().map(({ day, workday }) => [dayNumber(day), workday]));

export interface Limit {
  hours?: number;
  days?: number;
  months?: number;
  workdays?: number;
}

/** The same day some months later, earlier if negative; the last of the month where there is none. */
export function monthsAfter(day: number, months: number): number {
  const [year = 0, month = 1, date = 1] = textOf(day).split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)) * 1000);
}

/** The last instant in time; undefined where a year is not published. The day of the start is not counted. */
export function lastInstant(start: number, limit: Limit): number | undefined {
  if (limit.hours !== undefined) return start + limit.hours * hour;
  let day = dayOf(start);
  for (let left = limit.workdays ?? 0; left > 0; ) {
    day += 1;
    const workday = working.get(day);
    if (workday === undefined) return undefined;
    if (workday) left -= 1;
  }
  if (limit.days !== undefined) day += limit.days;
  if (limit.months !== undefined) day = monthsAfter(day, limit.months);
  while (working.get(day) === false) day += 1;
  return working.get(day) === undefined ? undefined : endOf(day);
}

/** The last day for "at least so long before" a day, which is not counted; nothing rolls. */
export function lastDayBefore(day: number, { days = 0, workdays = 0 }: Limit): number | undefined {
  let last = day - days;
  for (let left = workdays; left > 0; ) {
    last -= 1;
    const workday = working.get(last);
    if (workday === undefined) return undefined;
    if (workday) left -= 1;
  }
  return last;
}
