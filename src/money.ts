/** Exact decimal numbers: units × 10^-scale. No binary float anywhere on a money path. */
export interface Decimal {
  units: bigint;
  scale: number;
}

/** Reads "0.05" or a whole number. Throws RangeError for anything else, so that no float is ever read by mistake. */
export function decimal(value: string | number | bigint): Decimal {
  const text = String(value);
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new RangeError(`no decimal number: ${text}`);
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`a binary float: ${text}`);
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

export const zero: Decimal = { units: 0n, scale: 0 };

const at = (a: Decimal, scale: number): bigint => a.units * 10n ** BigInt(scale - a.scale);

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: at(a, scale) + at(b, scale), scale };
}

export const negate = (a: Decimal): Decimal => ({ units: -a.units, scale: a.scale });

export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b));

export const multiply = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });

/** Without its sign. */
export const size = (a: Decimal): Decimal => (a.units < 0n ? negate(a) : a);

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compare(a: Decimal, b: Decimal): number {
  const { units } = subtract(a, b);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

/** Half up, away from zero: 15.015 is 15.02, -15.015 is -15.02. */
export const round = (a: Decimal, digits: number): Decimal => ({
  units: halfUp(at(a, a.scale + digits), 10n ** BigInt(a.scale)),
  scale: digits,
});

/** a ÷ b to so many digits, half up. Throws RangeError where b is zero. */
export function divide(a: Decimal, b: Decimal, digits: number): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: halfUp(at(a, scale) * 10n ** BigInt(digits), at(b, scale)), scale: digits };
}

function halfUp(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [n, d] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

/** All digits it has: "0.035". */
export function plain({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

/** Yuan with two decimals, half up: "368.05". */
export const yuan = (a: Decimal): string => plain(round(a, 2));

/** A price: all its digits, and at least two decimals: "300.00", "0.035". */
export const price = (a: Decimal): string => plain(a.scale < 2 ? round(a, 2) : a);

/** Without idle zeros behind the point: 3.000000 is "3". */
export const shortest = (a: Decimal): string =>
  plain(a)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** A fraction in thousandths, without idle zeros: 0.003 is "3". */
export const permille = (a: Decimal): string => shortest(multiply(a, decimal(1000)));

/** Amounts as they are shown, together; null as soon as one cannot be determined. */
export function totalOf(amounts: readonly (string | null)[]): string | null {
  let sum = zero;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum = add(sum, decimal(amount));
  }
  return yuan(sum);
}
