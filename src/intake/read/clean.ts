import type { Line, Paper, Removed } from '../paper.ts';
import { joined, type Passage, passageOf } from '../passage.ts';
import { withoutContents } from './contents.ts';
import { withoutEcho } from './echo.ts';
import { cleaned } from './glyphs.ts';
import { withoutMargins } from './margins.ts';
import type { RawLine, RawPage } from './page.ts';
import { withoutNumbers, withoutStutter, withoutTwins } from './repeats.ts';

/** The paper that pages with these texts make: lines cleaned, without what is printed on every page and what is printed twice. */
export function paperOf(pages: readonly RawPage[]): Paper {
  const raw = pages.map(({ text }) => text).join('\f');
  let start = 0;
  const lines = pages.flatMap(({ text, lines: printed = textLines(text), ocr }, i) => {
    const from = start;
    start += text.length + 1;
    return printed.flatMap((line) => lineAt(line, from, i + 1, ocr));
  });
  const steps = [
    (some: readonly Line[]) => withoutMargins(some, pages.length),
    withoutTwins,
    withoutContents,
    withoutNumbers,
    withoutStutter,
    withoutEcho,
  ];
  const removed: Removed[] = [];
  let kept: readonly Line[] = lines;
  for (const step of steps) {
    const sifted = step(kept);
    kept = sifted.lines;
    removed.push(...sifted.removed);
  }
  return { raw, pages: pages.length, lines: [...kept], removed, problems: [] };
}

/** The lines of a page of which only the text is known. */
function textLines(text: string): RawLine[] {
  let start = 0;
  return text.split(/\r?\n/).map((line) => {
    const from = text.indexOf(line, start);
    start = from + line.length;
    return passageOf(line, from);
  });
}

function lineAt(line: RawLine, start: number, page: number, ocr: true | undefined): Line[] {
  const moved = (passage: Passage): Passage =>
    cleaned({ text: passage.text, at: Array.from(passage.at, (at) => at + start) });
  const cells = line.cells?.map(moved);
  const text = cells ? joined(cells, '\t') : moved(line);
  if (text.text.trim() === '') return [];
  return [
    {
      ...text,
      page,
      ...(cells && { cells }),
      ...(line.table !== undefined && { table: line.table }),
      ...(ocr && { ocr }),
    },
  ];
}
