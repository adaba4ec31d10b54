import type { Line } from '../paper.ts';
import { normOf, type Sifted, without } from './sift.ts';

/** An echo has at least so many characters; what an annex has in common with another is less. */
const least = 1500;
/** Of an echo at most this share stands nowhere else. */
const strange = 0.04;
/** Shorter lines are found anywhere. */
const shortest = 4;
/** An echo does not begin with a shorter line. */
const first = 10;

interface Region {
  lines: Line[];
  hits: Line[];
  /** Characters. */
  hit: number;
  missed: number;
  /** Of the characters hit, those that follow what was hit before. */
  inOrder: number;
}

/**
 * Leaves out a whole part of the contract that is printed once more, wrapped otherwise (as an outline at its end): each line of
 * it that stands word for word in what is kept. A line that does not, stays.
 */
export function withoutEcho(lines: readonly Line[]): Sifted {
  const gone = new Set<Line>();
  let kept = '';
  let region: Region = { lines: [], hits: [], hit: 0, missed: 0, inOrder: 0 };
  let cursor = 0;
  const close = (): void => {
    const isEcho = region.hit >= least && region.missed <= strange * region.hit && region.inOrder >= 0.8 * region.hit;
    if (isEcho) for (const line of region.hits) gone.add(line);
    const left = isEcho ? region.lines.filter((line) => !gone.has(line)) : region.lines;
    kept += left.map(normOf).join('');
    region = { lines: [], hits: [], hit: 0, missed: 0, inOrder: 0 };
  };
  for (const line of lines) {
    const norm = normOf(line);
    const isLong = norm.length >= (region.hit > 0 ? shortest : first);
    const next = isLong && region.hit > 0 ? kept.indexOf(norm, cursor) : -1;
    const found = isLong && next < 0 ? kept.indexOf(norm) : next;
    if (found >= 0) {
      region.lines.push(line);
      region.hits.push(line);
      region.hit += norm.length;
      if (next >= 0 || region.hits.length === 1) region.inOrder += norm.length;
      cursor = found + norm.length;
      continue;
    }
    region.missed += norm.length;
    region.lines.push(line);
    // A miss at the beginning, or too many of them: no echo, or its end.
    if (region.hit === 0 || region.missed > 80 + strange * region.hit) {
      region.missed -= norm.length;
      close();
      cursor = 0;
    }
  }
  close();
  return without(lines, gone, 'echo');
}
