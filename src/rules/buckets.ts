import { addDays, addMonths, daysBetween, earliest, mondayOf } from '../time/day.ts';

export type Bucket = 'day' | 'week' | 'month';

/** Beijing days, inclusive. */
export interface Days {
  from: string;
  to: string;
}

/** How fine a period is drawn: up to two months by the day, up to a year by the week (from Monday), else by the month. */
export function bucketOf({ from, to }: Days): Bucket {
  const days = daysBetween(from, to) + 1;
  if (days <= 62) return 'day';
  return days <= 366 ? 'week' : 'month';
}

/** The days cut into buckets, in order; the first and the last may be shorter. None where the days are reversed. */
export function bucketsOf({ from, to }: Days, by: Bucket): Days[] {
  const found: Days[] = [];
  for (let day = from; day <= to; day = addDays(found.at(-1)?.to ?? day, 1)) {
    found.push({ from: day, to: earliest(lastOf(day, by), to) });
  }
  return found;
}

/** The whole months that begin on one of the days, as days; reversed where none does. */
export function monthsBegun({ from, to }: Days): Days {
  const first = from.endsWith('-01') ? from : addMonths(`${from.slice(0, 7)}-01`, 1);
  return { from: first, to: first > to ? addDays(first, -1) : lastOf(to, 'month') };
}

function lastOf(day: string, by: Bucket): string {
  if (by === 'day') return day;
  return by === 'week' ? addDays(mondayOf(day), 6) : addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1);
}
