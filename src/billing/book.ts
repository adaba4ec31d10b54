import type { Decimal } from '../money.ts';
import { subtract } from '../money.ts';
import type { Inputs } from '../rules/inputs.ts';
import { type Period, periodsWithin } from '../time/period.ts';
import type { Rated } from './rating/models/line.ts';
import { linesOf, type Order, type Priced, price } from './rating/price.ts';
import { sum } from './rating/rate.ts';
import { type Days, lastOfMonth } from './rating/stretches.ts';
import type { Credit } from './statement.ts';
import { creditsOf, due } from './terms/credits.ts';
import { topUpLines } from './terms/top-ups.ts';

/** What some days come to; undefined where a line, or the amount of a credit that is due, is not known. */
export interface Sums {
  lines: readonly Rated[];
  credits: readonly Credit[];
  /** The lines. */
  total: Decimal | undefined;
  /** The lines less the credits that are due. */
  net: Decimal | undefined;
}

/** All months that anybody asks about, priced once. */
export interface Book {
  all: readonly Priced[];
  months: readonly Period[];
  /** Whether there is any record of use on these days; true where nothing is charged by use. */
  seen(days: Days): boolean;
  /** Whether the days hold every stretch that was priced whole, or nothing of it. */
  holdsWhole(days: Days): boolean;
  /** The days must not cut a stretch that was priced whole. Periods are asked for again and again: each is summed once. */
  sumsOf(days: Days): Promise<Sums>;
}

/** Prices the days of an order and opens the book on them. */
export async function openBook(input: Inputs, order: Order): Promise<Book> {
  const [all = []] = await price(input, [order]);
  const known = new Map<string, Promise<Sums>>();
  const sumsOf = async (days: Days): Promise<Sums> => {
    const lines = [...linesOf(all, days), ...(await topUpLines(input, days))];
    const total = sum(lines);
    const period = { ...days, label: `${days.from}..${days.to}` };
    const credits = await creditsOf({ ...input, period }, lines);
    const off = due(credits);
    return { lines, credits, total, net: total && off ? subtract(total, off) : undefined };
  };
  return {
    all,
    months: monthsOf(order.days, all),
    seen: ({ from, to }) => {
      const own = all.flatMap(({ stretches }) => stretches).filter((one) => one.from >= from && one.to <= to);
      const counted = own.filter(({ seen }) => seen !== undefined);
      return counted.length === 0 || counted.some(({ seen }) => seen);
    },
    holdsWhole: ({ from, to }) =>
      all.every(({ stretches }) =>
        stretches.every((one) => one.to < from || one.from > to || (one.from >= from && one.to <= to)),
      ),
    sumsOf: (days) => {
      const key = `${days.from} ${days.to}`;
      const sums = known.get(key) ?? sumsOf(days);
      known.set(key, sums);
      return sums;
    },
  };
}

/** The calendar months of the days in which something was priced. */
function monthsOf({ from, to }: Days, all: readonly Priced[]): Period[] {
  const reach = { from: `${from.slice(0, 7)}-01`, to: lastOfMonth(to), label: '' };
  const labels = new Set(all.flatMap(({ stretches }) => stretches.map(({ label }) => label)));
  return periodsWithin(reach, 'month').filter(({ label }) => labels.has(label));
}
