import type { Line, Paper, Removed } from '../paper.ts';
import { joined, type Passage, passageOf } from '../passage.ts';
import { withoutContents } from './contents.ts';
import { withoutEcho } from './echo.ts';
import { cleaned } from './glyphs.ts';
import { withoutMargins } from './margins.ts';
import type { RawLine, RawPage } from './page.ts';
import { withoutNumbers, withoutStutter, withoutTwins } from './repeats.ts';
import type { Sifted } from './sift.ts';
import { withTables } from './tables.ts';

/**
 * The paper that pages with these texts make: its lines cleaned, without page numbers, running heads and feet, a table of
 * contents and what is printed twice; all that is left out is told in `removed`. It tells of no problems: `readPaper` does.
 */
export function paperOf(pages: readonly RawPage[]): Paper {
  const raw = pages.map(({ text }) => text).join('\f');
  const columns = new Map<Passage, readonly number[]>();
  let start = 0;
  let lines = pages.flatMap(({ text, lines: printed = textLines(text), ocr }, i) => {
    const from = start;
    start += text.length + 1;
    return printed.flatMap((one) => {
      const line = lineAt(one, from, i + 1, ocr);
      if (line && one.columns) columns.set(line, one.columns);
      return line ?? [];
    });
  });
  const removed: Removed[] = [];
  for (const step of [
    withoutTwins,
    (some: readonly Line[]): Sifted => withoutMargins(some, pages.length),
    (some: readonly Line[]): Sifted => withTables(some, columns),
    withoutContents,
    withoutNumbers,
    withoutStutter,
    withoutEcho,
  ]) {
    const sifted = step(lines);
    lines = sifted.lines;
    removed.push(...sifted.removed);
  }
  return { raw, pages: pages.length, lines, removed: removed.sort((a, b) => a.page - b.page), problems: [] };
}

/** The lines of a page of which only the text is known. */
function textLines(text: string): RawLine[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return passageOf(line, from);
  });
}

/** Columns that a text takes as printed. */
export function columnsOf(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x2e80 || (code & 0xfff0) === 0x2010) count++;
  }
  return count;
}

function lineAt(line: RawLine, start: number, page: number, ocr: true | undefined): Line | undefined {
  const cells = line.cells?.map((cell) => cleaned(cell, start));
  const passage = cells ? joined(cells, '\t') : cleaned(line, start);
  if (passage.text.trim() === '') return undefined;
  const row = cells && line.table !== undefined ? { cells, table: line.table } : {};
  return { ...passage, page, width: columnsOf(line.text.trim()), ...row, ...(ocr && { ocr }) };
}
