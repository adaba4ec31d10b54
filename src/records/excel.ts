import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import readWorkbook from 'read-excel-file/node';
import { type Problem, stop } from '../problem.ts';
import { type Source, unknownTable } from './files.ts';
import type { Mapped } from './mapping/entry.ts';
import { entryFor, type Mapping } from './mapping/mapping.ts';
import { columnOf, type Table, tableOf } from './tables.ts';
import { templateOf } from './template.ts';

export type Row = readonly unknown[];

export interface Sheet {
  /** The file's name, followed by # and the sheet's where the sheet's name made it a table. */
  name: string;
  table: Table;
  rows: readonly Row[];
  mapped?: Mapped | undefined;
}

/**
 * The sheets of a workbook that are tables: by the folder's mapping, by their own names, else the first one by the name
 * of the file. In a workbook made from the template, sheets and columns that nobody filled in say nothing, unless its
 * guide says that there was nothing to fill in.
 */
export async function readSheets(
  source: Source,
  mapping?: Mapping,
): Promise<{ sheets: Sheet[]; rest: Pick<Sheet, 'name' | 'rows'>[]; problems: Problem[] }> {
  const workbook = await readWorkbook(source.path, { trim: false }).catch((error: Error) =>
    stop('records-damaged', { format: 'xlsx', detail: error.message }, { file: source.path }),
  );
  const template = templateOf(workbook);
  const sheets: Sheet[] = [];
  const rest: Pick<Sheet, 'name' | 'rows'>[] = [];
  for (const [i, { sheet, data }] of workbook.entries()) {
    if (template?.isOwn(sheet)) continue;
    const mapped = entryFor(mapping, source.name, sheet) ?? (i === 0 ? source.mapped : undefined);
    const table = mapped?.table ?? tableOf(sheet);
    const rows = table && template ? template.filledIn(sheet, table, data) : data;
    if (table && rows) sheets.push({ name: `${source.name}#${sheet}`, table, rows, mapped });
    else if (!table && data.length > 0) rest.push({ name: sheet, rows: data });
  }
  const [first] = workbook;
  if (sheets.length === 0 && source.table && first && !template) {
    sheets.push({ name: source.name, table: source.table, rows: first.data });
    if (rest[0]?.rows === first.data) rest.shift();
  }
  const ignored = rest.map(({ name }) => unknownTable(name, `${source.path}#${name}`));
  return { sheets, rest, problems: [...ignored, ...(template?.problems(source.path) ?? [])] };
}

/** The number as a person would type it: 15 significant digits, as Excel keeps them, and no exponent. */
function numberText(value: number): string {
  const [digits = '', exponent] = value.toPrecision(15).split('e');
  if (exponent === undefined) return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const sign = value < 0 ? '-' : '';
  const shift = Number(exponent);
  if (shift >= 0) return sign + (whole + fraction).padEnd(shift + 1, '0');
  return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`.replace(/\.?0+$/, '');
}

const atMidnight = (value: unknown) => value instanceof Date && Math.round(value.getTime() / 1000) % 86400 === 0;

function cellText(value: unknown, holdsDays: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (!(value instanceof Date)) return String(value);
  const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  return holdsDays && atMidnight(value) ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/**
 * Writes a sheet as CSV with one line for each of its rows. A date cell is naive Beijing time, exact to the second; one
 * at midnight is a day without a time where the column allows that. A column that must hold times of day, yet whose
 * date cells all stand at midnight, has lost them: its cells are written as days, which are then refused.
 */
export async function writeSheet(sheet: Sheet, path: string, file: string): Promise<void> {
  const [header, ...rows] = sheet.rows;
  if (!header) stop('records-empty', {}, { file });
  const holdsDays = header.map((title, index) => {
    const type = columnOf(sheet.table, String(title ?? ''))?.type;
    const dates = rows.map((row) => row[index]).filter((value) => value instanceof Date);
    return type === 'moment' || (type === 'instant' && dates.every(atMidnight));
  });
  const line = (row: Row) => `${row.map((value, at) => quoted(cellText(value, holdsDays[at] ?? false))).join(',')}\n`;
  await pipeline(
    Readable.from(
      (function* () {
        for (const row of sheet.rows) yield line(row);
      })(),
    ),
    createWriteStream(path),
  );
}
