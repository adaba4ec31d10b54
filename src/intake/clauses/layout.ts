import type { Line } from '../paper.ts';
import type { Words } from './words.ts';

/** What the characters of the lines alone tell of how they lie. */
export interface Layout {
  /** Columns of a full line: a Chinese character takes two. */
  full: number;
  /** Columns of each line. */
  widths: readonly number[];
  /** Whether what follows a line begins anew, so that a number there may be an enumerator. */
  stops: readonly boolean[];
  /** Whether a paragraph ends with a line: a sentence or a part of one ends before the line is full. */
  closes: readonly boolean[];
}

export function layoutOf(lines: readonly Line[], words: Words): Layout {
  const widths = lines.map(({ width }) => width);
  const sorted = widths.filter((_, i) => lines[i]?.cells === undefined).sort((a, b) => a - b);
  const full = sorted[Math.floor(sorted.length * 0.8)] ?? 0;
  const width = (i: number) => widths[i] ?? 0;
  const ends = (text: string) => stop.test(text) || words.joining.test(text);
  const stops = lines.map(({ text, cells }, i) => cells !== undefined || ends(text) || width(i) < full * 0.6);
  const opens = (i: number) => /[：:]$/.test(lines[i]?.text ?? '') && filled.test(lines[i + 1]?.text ?? '');
  const closes = lines.map(
    ({ text, cells }, i) => cells !== undefined || (close.test(text) && width(i) < full - 3 && !opens(i)),
  );
  return { full, widths, stops, closes };
}

/** What a label's value looks like where it stands on the next line: a fill-in, or a number. */
const filled = /^(?:[【[_]|\d{4})/;
const close = /[。；：！？;:!?][”’）)】\]》]?$/;
const stop = /[。；：！？;:!?”）)】\]]$/;

/** What looks like a line of a form: a short label and a colon, which is not within a bracket as in (大写：…). */
export const isLabelled = (text: string): boolean => {
  const [label] = /^[^，。；：:\d]{1,20}[：:]/.exec(text) ?? [];
  return label !== undefined && !/[(（][^)）]*$/.test(label);
};
