import { add, compare, type Decimal, decimal, divide, multiply, shortest, zero } from '../../money.ts';
import type { Functions } from './functions.ts';

const read = (value: unknown): Decimal => decimal(value as string | number);
const list = (value: unknown): Decimal[] => (Array.isArray(value) ? value : [value]).map(read);

/** Exact decimals, as text; only `count` and the outcome of `compare` are numbers that conditions may compare. */
export const numberFunctions: Functions = {
  count: ([values]) => (values as unknown[]).length,
  /** -1, 0 or 1 as the first is less than, equal to or more than the second. */
  compare: ([a, b]) => Math.sign(compare(read(a), read(b))),
  sum: ([values]) => shortest(list(values).reduce(add, zero)),
  product: (values) => shortest(values.map(read).reduce(multiply)),
  /** Of charges by unit what one unit costs, a package or a quota by its included units, to six decimals. */
  'unit-prices': ([charges]) => chargesOf(charges).flatMap(unitPrice),
  largest: ([values]) => {
    const sorted = list(values).sort(compare);
    return sorted.length === 0 ? undefined : shortest(sorted.at(-1) ?? zero);
  },
  /** The middle one, or halfway between the two in the middle; no value where there are fewer than `least`. */
  median: ([values, least]) => {
    const sorted = list(values).sort(compare);
    if (sorted.length === 0 || sorted.length < Number(least)) return undefined;
    const middle = [sorted[(sorted.length - 1) >> 1] ?? zero, sorted[sorted.length >> 1] ?? zero];
    return shortest(multiply(middle.reduce(add), decimal('0.5')));
  },
};

interface Charge {
  model: string;
  price?: string | number;
  fee?: string | number;
  included?: number;
}

const chargesOf = (charges: unknown): Charge[] => (Array.isArray(charges) ? charges : [charges as Charge]);

function unitPrice({ model, price, fee, included }: Charge): string[] {
  if (model === 'per-unit' && price !== undefined) return [shortest(read(price))];
  if ((model !== 'package' && model !== 'prepaid') || fee === undefined || !included) return [];
  return [shortest(divide(read(fee), read(included), 6))];
}
