import type { Contract } from '../../contract/schema.generated.ts';
import { termEnds } from '../../contract/term.ts';
import { addDays, addMonths, daysBetween } from '../../time/day.ts';
import type { Functions } from './functions.ts';

/** Days are Beijing days; a day beyond the years 1 to 9999 is no value. */
export const dayFunctions: Functions = {
  /** Days from the first to the second, negative where that lies earlier. */
  days: ([from, to]) => within(() => daysBetween(String(from), String(to))),
  /** The last day of so many months that begin on a day, that day counted (Civil Code art. 202). */
  'last-day': ([from, months]) => within(() => addDays(addMonths(String(from), Number(months)), -1)),
  'days-later': ([day, count]) => within(() => addDays(String(day), Number(count))),
  /** The days on which a term ends, the printed one and those of its renewals. */
  'term-ends': ([term]) => within(() => termEnds({ term: term as Contract['term'] })),
  /** The first of some days that is not before a day. */
  'next-of': ([days, day]) => (days as string[]).find((one) => one >= String(day)),
  'cycle-months': ([cycle]) => ({ month: 1, quarter: 3, 'half-year': 6, year: 12 })[String(cycle)],
};

function within<T>(made: () => T): T | undefined {
  try {
    return made();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
