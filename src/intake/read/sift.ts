import type { Line, Removed } from '../paper.ts';

/** What is kept of some lines, and what is not. */
export interface Sifted {
  lines: Line[];
  removed: Removed[];
}

/** A line's text as it is compared: without spaces, and without the marks of a list or heading before it. */
export const normOf = ({ text }: { text: string }): string =>
  text.replace(/^\s*[-#*•●]+(?=\s*\S)/u, '').replace(/\s/gu, '');

/** Leaves out some lines, for one reason. */
export function without(lines: readonly Line[], gone: ReadonlySet<Line>, kind: Removed['kind']): Sifted {
  const removed = lines.filter((line) => gone.has(line)).map(({ page, text }) => ({ page, kind, text }));
  return { lines: lines.filter((line) => !gone.has(line)), removed };
}
