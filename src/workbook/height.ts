import type { Cell } from './cell.ts';
import type { Style } from './styles.ts';

const broken: ReadonlySet<Style | undefined> = new Set(['wrapped', 'quoted', 'code', 'head']);

/** Points of one line, and the most that Excel gives a row. */
const LINE = 15;
const TALLEST = 409;

/**
 * The height in points that a row needs for its broken lines, as programs that do not measure it themselves would show
 * one line only; undefined for one line. Han characters and the like are two digits wide.
 */
export function heightOf(row: readonly Cell[], widths: readonly number[]): number | undefined {
  const lines = row.map((cell, i) =>
    'text' in cell && broken.has(cell.style) ? linesOf(cell.text, widths[i] ?? 1) : 1,
  );
  const most = Math.max(1, ...lines);
  return most === 1 ? undefined : Math.min(TALLEST, most * LINE);
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0);

const widthOf = (line: string): number => line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0);
