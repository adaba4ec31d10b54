import type { Line } from '../../src/intake/paper.ts';
import { type Passage, passageOf } from '../../src/intake/passage.ts';
import { columnsOf } from '../../src/intake/read/clean.ts';

/** Lines as a reader gives them: a form feed begins a page, a line with bars is a row of a ruled table. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let table = 0;
  for (const [page, sheet] of text.split('\f').entries()) {
    for (const row of sheet.split('\n')) {
      const cells = row.includes('|') ? cellsOf(row, at) : undefined;
      if (cells === undefined) table = lines.length;
      if (cells !== undefined) {
        const whole = {
          text: cells.map((cell) => cell.text).join('\t'),
          at: cells.flatMap((cell) => [...Array.from(cell.at), at]),
        };
        lines.push({
          text: whole.text,
          at: whole.at.slice(0, whole.text.length),
          page: page + 1,
          width: columnsOf(row),
          cells,
          table,
        });
      } else if (row.trim() !== '') {
        const lead = row.length - row.trimStart().length;
        lines.push({ ...passageOf(row.trim(), at + lead), page: page + 1, width: columnsOf(row.trim()) });
      }
      at += row.length + 1;
    }
  }
  return lines;
}

function cellsOf(row: string, start: number): Passage[] {
  let at = start;
  return row.split('|').map((cell) => {
    const passage = passageOf(cell.trim(), at + cell.length - cell.trimStart().length);
    at += cell.length + 1;
    return passage;
  });
}

/** A text in lines of so many characters, as a typesetter breaks it. */
export function wrapped(text: string, width: number): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += width) parts.push(text.slice(at, at + width));
  return parts.join('\n');
}
