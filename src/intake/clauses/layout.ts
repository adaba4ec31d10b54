import type { Line } from '../paper.ts';

/** How lines lie: what the characters alone tell of where a paragraph ends. */
export interface Layout {
  /** Columns of a full line: a Chinese character takes two. */
  full: number;
}

/** Columns that a text takes. */
export function columns(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) count += text.charCodeAt(i) > 0x2e80 || (text.charCodeAt(i) & 0xfff0) === 0x2010 ? 2 : 1;
  return count;
}

export function layoutOf(lines: readonly Line[]): Layout {
  const widths = lines.filter(({ cells }) => cells === undefined).map(({ text }) => columns(text));
  widths.sort((a, b) => a - b);
  return { full: widths[Math.floor(widths.length * 0.8)] ?? 0 };
}

const sentenceEnd = /[。；：！？;:!?][”’）)】\]》]?$|[”）)】\]]$/;

/** Whether a sentence or a part of a list ends with the text. */
export const endsSentence = (text: string): boolean => sentenceEnd.test(text);

/** Whether what follows a line begins anew, so that an enumerator there is one. */
export const endsHere = (line: Line, { full }: Layout): boolean =>
  line.cells !== undefined || endsSentence(line.text) || columns(line.text) < full * 0.6;

/** Whether the paragraph ends with the line: a sentence ends before the line is full. */
export const endsParagraph = (line: Line, { full }: Layout): boolean =>
  line.cells !== undefined || (/[。；：！？;:!?][”’）)】\]》]?$/.test(line.text) && columns(line.text) < full - 4);

/** A field of a form: a short label and a colon. */
export const isField = (text: string): boolean => /^[^，。；：:\d]{1,16}[：:]/.test(text);
