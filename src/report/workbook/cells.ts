import { type Cell, numberCell, timeCell } from '../../workbook/cell.ts';
import type { Sheet } from '../../workbook/workbook.ts';
import type { Voice } from '../view/words.ts';

/** Excel takes 32,767 UTF-16 units a cell; what is said of the length needs some of them. */
const LONGEST = 32_767;
const KEPT = 32_700;

/** Text that may run over lines; a longer one than Excel takes is cut, and its length told. */
export function text(value: string, { say }: Voice): Cell {
  // What Excel would take for a formula when somebody edits the cell is marked as text.
  const style = /^[=+\-@\t\r]/.test(value) ? 'quoted' : 'wrapped';
  if (value.length <= LONGEST) return { text: value, style };
  // Not between the halves of a pair.
  const end = /[\ud800-\udbff]/.test(value.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
  return { text: say.clipped(value.slice(0, end), [...value].length), style };
}

/** Numbers of clauses, ids, phone numbers, periods, hashes: as typed, also when somebody edits the cell. */
export const code = (value: string, voice: Voice): Cell => ({ ...text(value, voice), style: 'code' });

export const count = (value: number): Cell => numberCell(String(value), 'count');

/** Yuan; words where it cannot be determined, never zero and never nothing. */
export const amount = (value: string | null, voice: Voice): Cell =>
  value === null ? text(voice.labels.unknown, voice) : number(value, 'amount', voice);

/** A quantity, a price or a percentage with all its digits; words where it cannot be determined. */
export const decimal = (value: string | null, voice: Voice): Cell =>
  value === null ? text(voice.labels.unknown, voice) : number(value, value.includes('.') ? 'decimal' : 'count', voice);

const number = (value: string, style: 'amount' | 'decimal' | 'count', voice: Voice): Cell =>
  /^-?\d+(\.\d+)?$/.test(value) ? numberCell(value, style) : text(value, voice);

/** A Beijing day or instant; anything else is text. */
export const time = (value: string): Cell => timeCell(value);

export const nothing: Cell = { text: '' };

/** A column of a sheet: its header, its width in characters, and the cell of each row. */
export interface SheetColumn<Row> {
  head: string;
  width: number;
  cell(row: Row): Cell;
}

/** A sheet that is a table under one header; where there are no rows, that is said. */
export function tableSheet<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
  empty: string,
): Sheet {
  const heads = columns.map(({ head }): Cell => ({ text: head, style: 'head' }));
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [heads, ...(rows.length > 0 ? cells : [[{ text: empty, style: 'plain' as const }]])],
    frozen: true,
    filtered: rows.length > 0,
    printed: true,
  };
}

/** A sheet of names and values. */
export const listSheet = (
  name: string,
  heads: { name: string; value: string },
  rows: readonly (readonly [name: string, value: Cell])[],
): Sheet => ({
  name,
  columns: [{ width: 26 }, { width: 80 }],
  rows: [
    [
      { text: heads.name, style: 'head' },
      { text: heads.value, style: 'head' },
    ],
    ...rows.map(([title, value]): Cell[] => [{ text: title, style: 'wrapped' }, value]),
  ],
  frozen: true,
  printed: true,
});
