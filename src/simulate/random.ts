import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that look random and are the same for the same seed and name. */
export interface Random {
  /** Both ends included. */
  int(from: number, to: number): number;
  chance(percent: number): boolean;
  /** Throws RangeError for an empty list. */
  pick<T>(list: readonly T[]): T;
}

/** A stream of its own for each name, so that what one part draws changes nothing in another. */
export function random(seed: number, name: string): Random {
  const rng = xoroshiro128plus(createHash('sha256').update(`${seed}/${name}`).digest().readInt32LE());
  const int = (from: number, to: number) => uniformInt(rng, from, to);
  return {
    int,
    chance: (percent) => int(1, 100) <= percent,
    pick(list) {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[int(0, list.length - 1)] as (typeof list)[number];
    },
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** An instant of that day in office hours, Beijing time. */
export const officeTime = (day: string, rng: Random): string =>
  `${day} ${two(rng.int(9, 17))}:${two(rng.int(0, 59))}:${two(rng.int(0, 59))}`;
