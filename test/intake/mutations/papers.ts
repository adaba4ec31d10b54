import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passageOf } from '../../../src/intake/passage.ts';
import { bytesOf } from '../../../src/intake/read/file.ts';
import type { RawLine, RawPage } from '../../../src/intake/read/page.ts';
import { openPdf } from '../../../src/intake/read/pdf.ts';
import { pagesOf as pagesIn } from '../papers.ts';

/** A printed line as text; a row of a ruled table has its cells with tabs between them. */
export interface Row {
  text: string;
  table?: number;
  columns?: readonly number[];
}
export type Sheet = readonly Row[];

/** The pages of a contract that we wrote. */
export const writtenSheets = (folder: string): Sheet[] =>
  pagesIn(readFileSync(join('test/intake', folder, 'contract.md'), 'utf8')).map(sheetOf);

/** The pages of a PDF as they are read from it. */
export async function pdfSheets(file: string): Promise<Sheet[]> {
  const pdf = await openPdf(bytesOf(file));
  try {
    const sheets: Sheet[] = [];
    for (let page = 1; page <= pdf.pages; page++) sheets.push(sheetOf(await pdf.read(page)));
    return sheets;
  } finally {
    await pdf.close();
  }
}

function sheetOf({ text, lines }: RawPage): Sheet {
  const plain = (one: string): string => one.replaceAll(/[\t\n\f]/g, ' ');
  if (!lines) return text.split('\n').map((line) => ({ text: plain(line) }));
  return lines.map(({ text: line, cells, table, columns }) => ({
    text: cells
      ? cells.map((cell) => plain(cell.text)).join('\t')
      : line.replaceAll('\t', '   ').replaceAll(/[\n\f]/g, ' '),
    ...(table !== undefined && { table }),
    // A table that goes on over pages is known by its columns; one that we wrote has them where no other has.
    ...(table !== undefined && { columns: columns ?? (cells ?? []).map((_, i) => 1000 * (table + 1) + 100 * i) }),
  }));
}

/** Sheets as a reader gives pages: the text of a page is its lines, one under the other. */
export const pagesOf = (sheets: readonly Sheet[]): RawPage[] =>
  sheets.map((sheet) => {
    let text = '';
    const lines = sheet.map(({ text: line, ...shape }): RawLine => {
      const start = text.length;
      text += `${line}\n`;
      if (shape.table === undefined) return passageOf(line, start);
      let at = start;
      const cells = line.split('\t').map((cell) => {
        const passage = passageOf(cell, at);
        at += cell.length + 1;
        return passage;
      });
      return { ...passageOf(line, start), ...shape, cells };
    });
    return { text, lines };
  });

/** A stretch of the raw text (see Paper.raw) and what is written in its place. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** Sheets with edits that do not overlap; an edit lies on one page, and takes away the ends of lines that lie in it. */
export function edited(sheets: readonly Sheet[], edits: readonly Edit[]): Sheet[] {
  const last = [...edits].sort((a, b) => b.from - a.from);
  let start = 0;
  return sheets.map((sheet) => {
    const rows: Row[] = [];
    for (const row of sheet) {
      const end = start + row.text.length;
      let { text } = row;
      for (const edit of last) {
        if (edit.to <= start && !(edit.from === edit.to && edit.from === start)) continue;
        if (edit.from >= end) continue;
        // What runs over from the line before was written there.
        const [from, to] = [Math.max(edit.from, start), Math.min(edit.to, end)];
        text = text.slice(0, from - start) + (edit.from >= start ? edit.text : '') + text.slice(to - start);
      }
      rows.push({ ...row, text });
      start = end + 1;
    }
    start += 1;
    return rows;
  });
}
