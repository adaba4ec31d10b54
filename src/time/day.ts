import { Temporal } from 'temporal-polyfill';

/** True for a day of the calendar written 'YYYY-MM-DD': 2024-02-30 is none, and neither is the year 0000. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** The day so many days later, or earlier if negative. Throws RangeError when it would leave the years 1 to 9999. */
export function addDays(day: string, days: number): string {
  const moved = new Date(instantOf(day) + days * DAY);
  const text = Number.isNaN(moved.getTime()) ? '' : moved.toISOString();
  if (text.length !== 24 || text.startsWith('0000'))
    throw new RangeError(`${day} and ${days} days: outside the years 1 to 9999`);
  return text.slice(0, 10);
}

const DAY = 86_400_000;

/** A day's first instant as a number of milliseconds, all whole: charts and deadlines ask for many thousands of days. */
function instantOf(day: string): number {
  const instant = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day)
    throw new RangeError(`${day} is no day`);
  return instant;
}

export function nextDay(day: string): string {
  return addDays(day, 1);
}

/** The corresponding day so many months later, else the last day of that month (Civil Code art. 202). Throws like addDays. */
export function addMonths(day: string, months: number): string {
  return sortable(Temporal.PlainDate.from(day).add({ months }));
}

/** Days from the first to the second, negative when that lies earlier. */
export function daysBetween(from: string, to: string): number {
  return (instantOf(to) - instantOf(from)) / DAY;
}

/** The first of some days or instants, and the last of them: they sort as text. */
export const earliest = (...all: [string, ...string[]]): string => all.sort()[0] ?? all[0];
export const latest = (...all: [string, ...string[]]): string => all.sort().at(-1) ?? all[0];

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return sortable(date.subtract({ days: date.dayOfWeek - 1 }));
}

export function isWeekend(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek >= 6;
}

/** Every day from the first to the last, both included; none when they are reversed. */
export function daysFromTo(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
}

/** The ISO text of a day or moment. Throws RangeError outside the years 1 to 9999, where it would no longer sort as text. */
export function sortable(moment: Temporal.PlainDate | Temporal.PlainDateTime): string {
  if (moment.year < 1 || moment.year > 9999) throw new RangeError(`${moment} lies outside the years 1 to 9999`);
  return moment.toString();
}
