import type { Random } from './random.ts';

const filler = '为动态验证码，请在五分钟内输入；如非本人操作，请忽略本消息。';
const codeLength = 6;
const tails = new Map<number, string>();

/** Filler of that length, in UTF-16 units. */
function tail(length: number): string {
  let text = tails.get(length);
  if (text === undefined) {
    text = filler.repeat(Math.ceil(length / filler.length)).slice(0, length);
    tails.set(length, text);
  }
  return text;
}

/**
 * A code and filler, in UTF-16 units so long that one segment is usual, two and three occur, and a message often fills
 * its segments to the last character or has one too many. Now and then a character of two units is in it.
 */
export function contentOf(
  { size, brackets }: { size: number; brackets: number },
  signature: number,
  rng: Random,
): string {
  const code = String(rng.int(0, 999_999)).padStart(codeLength, '0');
  const length = lengthOf(size, rng) - signature - brackets;
  const rest = Math.max(0, length - codeLength);
  return rest > 12 && rng.chance(1) ? `${code}${tail(rest - 2)}🔑` : code + tail(rest);
}

/** Length of body, signature and brackets together. */
function lengthOf(size: number, rng: Random): number {
  const lot = rng.int(0, 99);
  if (lot < 78) return rng.int(Math.floor(size / 2), size);
  if (lot < 88) return size;
  if (lot < 92) return size + 1;
  if (lot < 95) return 2 * size;
  if (lot < 97) return 2 * size + 1;
  return rng.int(size + 2, 3 * size);
}
