import type { Clause } from '../../../src/intake/clause.ts';
import type { Paper } from '../../../src/intake/paper.ts';
import type { Row, Sheet } from './papers.ts';

/** Where in the raw text each row begins. */
function startsOf(sheets: readonly Sheet[]): Map<Row, number> {
  const starts = new Map<Row, number>();
  let at = 0;
  for (const sheet of sheets) {
    for (const row of sheet) {
      starts.set(row, at);
      at += row.text.length + 1;
    }
    at += 1;
  }
  return starts;
}

/** The pages without what the reader leaves out: heads, feet, contents, copies. */
export function bare(sheets: readonly Sheet[], paper: Paper): Sheet[] {
  const starts = startsOf(sheets);
  const kept = new Set(paper.lines.flatMap((line) => Array.from(line.at)));
  return sheets.map((sheet) =>
    sheet.filter((row) => {
      const start = starts.get(row) ?? 0;
      return Array.from({ length: row.text.length }, (_, i) => start + i).some((at) => kept.has(at));
    }),
  );
}

/** All paragraphs in lines of another width, in Chinese characters. Only what one page has of a paragraph is put together. */
export function rewrapped(sheets: readonly Sheet[], paper: Paper, clauses: readonly Clause[], width: number): Sheet[] {
  const starts = startsOf(sheets);
  // Places within a paragraph: a line that begins there goes on with the line before it.
  const within = new Set<number>();
  // A table without rules, its head in the clause above the rows, is no paragraph.
  const ruled = new Set<number>();
  const tables = new Set(
    clauses.flatMap(({ ref }) => (ref.includes('#') ? [ref, ref.slice(0, ref.indexOf('#'))] : [])),
  );
  for (const { ref, body } of clauses) {
    if (tables.has(ref)) for (const at of Array.from(body.at)) ruled.add(at);
    for (let i = 1; i < body.text.length; i++) if (body.text[i - 1] !== '\n') within.add(body.at[i] ?? -1);
  }
  const isRow = (row: Row): boolean => {
    const start = starts.get(row) ?? -1;
    return Array.from({ length: row.text.length }, (_, i) => start + i).some((at) => ruled.has(at));
  };
  return bare(sheets, paper).map((sheet) => {
    const rows: Row[] = [];
    const kept = new Set<Row>();
    for (const row of sheet) {
      const start = (starts.get(row) ?? 0) + (row.text.length - row.text.trimStart().length);
      const before = rows.at(-1);
      if (row.table !== undefined || isRow(row)) kept.add(row);
      if (!kept.has(row) && before && !kept.has(before) && within.has(start)) {
        rows[rows.length - 1] = {
          ...before,
          text: before.text.trimEnd() + glue(before.text, row.text) + row.text.trim(),
        };
      } else rows.push(row);
    }
    return rows.flatMap((row) => (kept.has(row) ? [row] : wrap(row, width)));
  });
}

const glue = (before: string, after: string): string =>
  /[A-Za-z0-9]\s*$/.test(before) && /^\s*[A-Za-z0-9]/.test(after) ? ' ' : '';

/** A row in lines, broken as typesetters do: no word or number apart, no closing sign at the beginning of a line. */
function wrap(row: Row, width: number): Row[] {
  const rows: Row[] = [];
  let { text } = row;
  for (let end = fitting(text, width); end < text.length; end = fitting(text, width)) {
    const together = (at: number): boolean =>
      /[A-Za-z0-9.,:%‰/-]{2}$/.test(text.slice(at - 1, at + 1)) ||
      /^[，。；：、！？）)】\]”》〕%‰]/.test(text.slice(at)) ||
      /[（(【[“《〔]$/.test(text.slice(0, at));
    while (end > 2 && together(end)) end--;
    rows.push({ ...row, text: text.slice(0, end) });
    text = text.slice(end);
  }
  rows.push({ ...row, text });
  return rows;
}

/** How many characters of a text a line takes: two letters or digits stand where one Chinese character does. */
function fitting(text: string, width: number): number {
  let half = 0;
  for (let i = 0; i < text.length; i++) {
    half += (text[i] ?? '') < '\u0250' ? 1 : 2;
    if (half > 2 * width) return i;
  }
  return text.length;
}

/** The paper's lines on pages of so many lines. */
export function repaged(sheets: readonly Sheet[], paper: Paper, length: number): Sheet[] {
  const rows = bare(sheets, paper).flat();
  return Array.from({ length: Math.ceil(rows.length / length) }, (_, i) => rows.slice(i * length, (i + 1) * length));
}
