import type { Line } from '../paper.ts';
import { normOf, type Sifted, without } from './sift.ts';
import { furnitureWords } from './words.ts';

const entry = /^(.*?\D)[\s.…·‥_-]*(\d{1,4})$/u;
/** Dots that lead from a title to its page. */
const leader = /[.…·‥]{4,}\s*\d{1,4}$|…{2,}\s*\d{1,4}$/u;

/** Leaves out a table of contents: the titles after its heading (or with leading dots) whose page numbers only grow. */
export function withoutContents(lines: readonly Line[]): Sifted {
  const { contents } = furnitureWords();
  const gone = new Set<Line>();
  for (const [i, line] of lines.entries()) {
    if (gone.has(line)) continue;
    const isHeading = contents.test(normOf(line));
    if (!isHeading && !leader.test(line.text)) continue;
    const found = entriesFrom(lines, isHeading ? i + 1 : i);
    if (found.length < (isHeading ? 2 : 3) || !standElsewhere(found, lines)) continue;
    for (const one of isHeading ? [line, ...found] : found) gone.add(one);
  }
  return without(lines, gone, 'contents');
}

/** The lines of the table from one on; a long title may take two lines, of which the second has the number. */
function entriesFrom(lines: readonly Line[], start: number): Line[] {
  const found: Line[] = [];
  let last = 0;
  for (let i = start; i < lines.length; i++) {
    const [line, next] = [lines[i], lines[i + 1]];
    const page = Number(entry.exec(line?.text ?? '')?.[2] ?? Number.NaN);
    if (line && page >= last && page < 2000) {
      found.push(line);
      last = page;
    } else if (line && next && found.length > 0 && !/[。；：]/u.test(line.text) && leader.test(next.text))
      found.push(line);
    else break;
  }
  return found;
}

/** At least half of the titles must stand in the text, else it is no table of its contents. */
function standElsewhere(entries: readonly Line[], lines: readonly Line[]): boolean {
  const own = new Set(entries);
  const text = lines
    .filter((line) => !own.has(line))
    .map(normOf)
    .join('\n');
  const titles = entries.map((line) =>
    (entry.exec(line.text)?.[1] ?? line.text).replace(/[\s.…·‥_-]+$/u, '').replace(/\s/gu, ''),
  );
  return titles.filter((title) => text.includes(title)).length * 2 >= titles.length;
}
