/** Money as a whole number of ten-thousandths of a fen: every price of the contracts times any count is exact. */
export type Amount = bigint;

const fen = 10_000n;

/** Reads "0.035", 300 or "-12.5". */
export function amount(written: unknown): Amount {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(String(written)) ?? [];
  if (whole === undefined) throw new Error(`no amount: ${written}`);
  const units = BigInt(whole + fraction.padEnd(6, '0'));
  return sign === '-' ? -units : units;
}

/** a × part ÷ whole to the fen: half a fen and more counts as one, away from zero. */
export function share(a: Amount, part: bigint, whole: bigint): Amount {
  const product = a * part;
  const size = product < 0n ? -product : product;
  const down = size / (whole * fen);
  const rest = size - down * whole * fen;
  const fens = rest * 2n >= whole * fen ? down + 1n : down;
  return product < 0n ? -fens * fen : fens * fen;
}

export const toFen = (a: Amount): Amount => share(a, 1n, 1n);

/** Yuan with two decimals. */
export function shown(a: Amount): string {
  const fens = toFen(a) / fen;
  const size = fens < 0n ? -fens : fens;
  return `${fens < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

export const orNull = (a: Amount | undefined): string | null => (a === undefined ? null : shown(a));

/** A price as the contract writes it, with two decimals at least. */
export function priced(written: unknown): string {
  const [whole = '', fraction = ''] = String(written).split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

/** Undefined as soon as one of them is. */
export function sumOf(all: readonly (Amount | undefined)[]): Amount | undefined {
  let sum = 0n;
  for (const one of all) {
    if (one === undefined) return undefined;
    sum += one;
  }
  return sum;
}
