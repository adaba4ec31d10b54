import { inForce } from '../contract/term.ts';
import { type Decimal, subtract } from '../money.ts';
import { stop } from '../problem.ts';
import type { Inputs } from '../rules/inputs.ts';
import { nextDay } from '../time/day.ts';
import type { Period } from '../time/period.ts';
import { type Choice, freeMonths } from './rating/free-months.ts';
import type { Rated } from './rating/models/line.ts';
import { price } from './rating/price.ts';
import { linesOf, type Priced } from './rating/priced.ts';
import { sum } from './rating/rate.ts';
import { type Days, monthsOf } from './rating/stretches.ts';
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
  /** Inclusive Beijing days. */
  days: Days;
  free: readonly Choice[];
  /** Tables in which ids stand twice: such rows count once. */
  deduplicated: readonly string[];
  all: readonly Priced[];
  months: readonly Period[];
  /** Whether there is any record of use on these days; true where nothing is charged by use. */
  seen(days: Days): boolean;
  /** Whether the days hold every stretch that was priced whole, or nothing of it. */
  holdsWhole(days: Days): boolean;
  /** The days must not cut a stretch that was priced whole. Periods are asked for again and again: each is summed once. */
  sumsOf(days: Days): Promise<Sums>;
}

/** Prices the period, and what lies before it from a day on. Throws Stop where the period lies outside the term. */
export async function openBook(input: Inputs, from: string): Promise<Book> {
  const { period } = input;
  const term = inForce(input.loaded.contract);
  if (period.from > term.to || period.to < term.from) {
    stop('period-outside-term', { from: period.from, to: period.to, termFrom: term.from, termTo: term.to });
  }
  const free = await freeMonths(input);
  const deduplicated = doubled(input);
  const days = { from, to: period.to };
  const order = { days, cuts: [period.from, nextDay(period.to)], free, distinct: deduplicated.length > 0 };
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
    ...{ days, free, deduplicated },
    all,
    months: monthsPriced(days, all),
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
function monthsPriced(days: Days, all: readonly Priced[]): Period[] {
  const labels = new Set(all.flatMap(({ stretches }) => stretches.map(({ label }) => label)));
  return monthsOf(days).filter(({ label }) => labels.has(label));
}

/** Tables of which rows stand twice. */
const doubled = ({ records }: Inputs): string[] =>
  records.problems.flatMap((one) =>
    one.code === 'record-duplicate' && ['messages', 'calls'].includes(one.data.table.name) ? [one.data.table.name] : [],
  );
