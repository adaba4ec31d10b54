import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import readWorkbook from 'read-excel-file/node';
import { type Problem, stop } from '../problem.ts';
import { type Source, unknownTable } from './files.ts';
import { columnOf, type Table, tableOf } from './tables.ts';

type Row = readonly unknown[];

export interface Sheet {
  /** The file's name, followed by # and the sheet's where the sheet's name made it a table. */
  name: string;
  table: Table;
  rows: readonly Row[];
}

/** The sheets of a workbook that are tables: by their own names, else the first one by the name of the file. */
export async function readSheets(source: Source): Promise<{ sheets: Sheet[]; problems: Problem[] }> {
  const workbook = await readWorkbook(source.path, { trim: false }).catch((error: Error) =>
    stop('records-damaged', { format: 'xlsx', detail: error.message }, { file: source.path }),
  );
  const sheets = workbook.flatMap(({ sheet, data }): Sheet[] => {
    const table = tableOf(sheet);
    return table ? [{ name: `${source.name}#${sheet}`, table, rows: data }] : [];
  });
  const [first] = workbook;
  const byFile = sheets.length === 0 && source.table && first;
  if (byFile) sheets.push({ name: source.name, table: source.table as Table, rows: first.data });
  const ignored = workbook.filter(
    (each) => each.data.length > 0 && !tableOf(each.sheet) && !(byFile && each === first),
  );
  return { sheets, problems: ignored.map((each) => unknownTable(each.sheet, `${source.path}#${each.sheet}`)) };
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
