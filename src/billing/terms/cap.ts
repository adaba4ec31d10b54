import type { Contract } from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import { add, compare, type Decimal, decimal, divide, subtract, yuan, zero } from '../../money.ts';
import { addMonths, earliest } from '../../time/day.ts';
import type { Book } from '../book.ts';
import type { Days } from '../rating/stretches.ts';
import type { Cap } from '../statement.ts';

/** The first day that counts towards the cap: of the term, or where the paper leaves it blank, of the first charge. */
export function cappedFrom({ settlement, term, charges }: Contract): string | undefined {
  if (!settlement.cap || stated(settlement.cap.amount) === undefined) return undefined;
  const [charged] = charges.flatMap(({ from }) => from ?? []).sort();
  return stated(term.from) ?? charged;
}

/** How far the contract's cap is used up at the end of the period, and when it will be; null where there is none. */
export async function capOf(contract: Contract, book: Book, period: Days): Promise<Cap | null> {
  if (!contract.settlement.cap) return null;
  const { clause, amount } = contract.settlement.cap;
  const printed = stated(amount);
  const since = cappedFrom(contract);
  const unknown = { clause, since: null, used: null, headroom: null, excess: null, reached: null, unseen: [] };
  if (printed === undefined) return { ...unknown, amount: null };
  const cap = decimal(printed);
  const known = { ...unknown, amount: yuan(cap) };
  if (since === undefined || since > period.to) return known;
  const months = book.months.filter(({ from, to }) => to >= since && from <= period.to);
  const totals: { month: string; total: Decimal }[] = [];
  for (const month of months) {
    const { net: total } = await book.sumsOf({ from: month.from, to: earliest(month.to, period.to) });
    if (!total) return { ...known, since };
    totals.push({ month: month.label, total });
  }
  const used = totals.reduce((all, { total }) => add(all, total), zero);
  const own = totals
    .filter(({ month }) => month >= period.from.slice(0, 7))
    .reduce((all, { total }) => add(all, total), zero);
  const over = larger(subtract(used, cap), zero);
  return {
    ...known,
    since,
    used: yuan(used),
    headroom: yuan(larger(subtract(cap, used), zero)),
    excess: yuan(smaller(over, own)),
    reached: reached(totals, cap, used),
    unseen: months.filter((month) => !book.seen(month)).map(({ label }) => label),
  };
}

const larger = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b);
const smaller = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b);

/** The month whose total reaches the cap, or will at the average of the months so far; null where nothing is spent. */
function reached(totals: readonly { month: string; total: Decimal }[], cap: Decimal, used: Decimal): Cap['reached'] {
  let sum = zero;
  for (const { month, total } of totals) {
    sum = add(sum, total);
    if (compare(sum, cap) >= 0) return { month, forecast: false };
  }
  const last = totals.at(-1)?.month;
  if (last === undefined || compare(used, zero) <= 0) return null;
  // Months still to come: what is left, divided by the average, rounded up.
  const left = subtract(cap, used);
  const average = divide(used, decimal(totals.length), 6);
  if (compare(average, zero) === 0) return null;
  const more = divide(left, average, 6);
  const whole = more.units / 10n ** 6n + (more.units % 10n ** 6n > 0n ? 1n : 0n);
  // Further than a century ahead a forecast says nothing.
  if (whole > 1200n) return null;
  return { month: addMonths(`${last}-01`, Number(whole)).slice(0, 7), forecast: true };
}
