import type { Line } from '../paper.ts';
import { isLabelled } from './layout.ts';
import { markerAt } from './marker.ts';
import type { Section } from './sections.ts';
import type { Words } from './words.ts';

/** The number of the row that begins with a line; `goes on` where the line belongs to the row before. */
export type Rows = ReadonlyMap<number, number | 'goes on'>;

/** The rows of a section: of ruled tables, of tables without rules whose head begins with 序号, of forms without numbers. */
export function rowsOf(lines: readonly Line[], section: Section, words: Words): Rows {
  const rows = new Map<number, number | 'goes on'>();
  ruled(lines, section, rows);
  unruled(lines, section, words, rows);
  if (section.kind === 'annex' && rows.size === 0) form(lines, section, rows);
  return rows;
}

/**
 * In a ruled table whose first column has numbers those count, a row with an empty first cell goes on with the one
 * before, and any other (a head, a total) is none; else the rows below the head are counted.
 */
function ruled(lines: readonly Line[], { from, to }: Section, rows: Map<number, number | 'goes on'>): void {
  const tables = new Map<number, number[]>();
  let alone = -1;
  for (let i = from; i < to; i++) {
    const { cells, table } = lines[i] as Line;
    if (cells === undefined) alone--;
    else tables.set(table ?? alone, [...(tables.get(table ?? alone) ?? []), i]);
  }
  for (const at of tables.values()) {
    const first = at.map((i) => lines[i]?.cells?.[0]?.text.trim() ?? '');
    const numbered = first.includes('1');
    const head = at.length > 1 && isHead(lines[at[0] ?? -1]) ? 1 : 0;
    for (const [k, i] of at.entries()) {
      const text = first[k] ?? '';
      if (!numbered && k >= head) rows.set(i, k + 1 - head);
      else if (!numbered) continue;
      else if (/^\d{1,3}$/.test(text)) rows.set(i, Number(text));
      else if (text === '' && rows.has(i - 1)) rows.set(i, 'goes on');
    }
  }
}

/** Whether a row names columns: three at least, each with a short word and no value or blank. */
function isHead(line: Line | undefined): boolean {
  const cells = line?.cells ?? [];
  return cells.length > 2 && cells.every(({ text }) => /^[^\d_：:□☑√/]{1,10}$/.test(text.trim()));
}

/** Below a line that begins with 序号, lines that begin with 1, 2, 3… are rows, until a clause begins. */
function unruled(
  lines: readonly Line[],
  { from, to }: Section,
  words: Words,
  rows: Map<number, number | 'goes on'>,
): void {
  let last = -1;
  for (let i = from; i < to; i++) {
    const { text, cells } = lines[i] as Line;
    if (cells !== undefined || (last >= 0 && isClause(text))) last = -1;
    else if (words.table.test(text)) last = 0;
    else if (last >= 0) {
      const number = Number(/^(\d{1,3})(?![\d.、)）%:：])/.exec(text)?.[1]);
      if (number === last + 1) rows.set(i, ++last);
      else if (last > 0 && !leads(lines, i, to)) rows.set(i, 'goes on');
    }
  }
}

const isClause = (text: string) => {
  const { kind } = markerAt(text) ?? {};
  return kind === 'article' || kind === 'han' || kind === 'hanInBrackets' || kind === 'decimal' || kind === 'chapter';
};

/** Whether a line leads to a clause: it ends with a colon, and the next line begins one. */
const leads = (lines: readonly Line[], at: number, to: number) =>
  /[：:]$/.test(lines[at]?.text ?? '') && at + 1 < to && markerAt(lines[at + 1]?.text ?? '') !== undefined;

/** Fields below one another, without a number among them: each is a row, and so is a sentence between them. */
function form(lines: readonly Line[], { from, to }: Section, rows: Map<number, number | 'goes on'>): void {
  const texts = lines.slice(from + 1, to).map(({ text }) => text);
  const fields = texts.filter((text) => isLabelled(text) && !/[。；，]/.test(text));
  if (fields.length < 3 || fields.length * 2 < texts.length || texts.some((text) => markerAt(text) !== undefined))
    return;
  let last = 0;
  for (const [k, text] of texts.entries()) {
    if (isLabelled(text) || (last > 0 && /。$/.test(text))) rows.set(from + 1 + k, ++last);
    else if (last > 0) rows.set(from + 1 + k, 'goes on');
  }
}
