import type { Line, Removed } from '../paper.ts';

/** What is kept of some lines, and what is not. */
export interface Sifted {
  lines: Line[];
  removed: Removed[];
}

const known = new WeakMap<Line, string>();

/** A line's text as it is compared: without spaces, and without the marks of a list or heading before it. */
export function normOf(line: Line): string {
  let norm = known.get(line);
  if (norm === undefined) {
    norm = line.text.replace(/^\s*[-#*•●]+(?=\s*\S)|\s+/gu, '');
    known.set(line, norm);
  }
  return norm;
}

/** Leaves out some lines, for one reason. */
export function without(lines: readonly Line[], gone: ReadonlySet<Line>, kind: Removed['kind']): Sifted {
  const removed = lines.filter((line) => gone.has(line)).map(({ page, text }) => ({ page, kind, text }));
  return { lines: lines.filter((line) => !gone.has(line)), removed };
}
