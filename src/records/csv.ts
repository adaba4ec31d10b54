import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { stop } from '../problem.ts';
import { knownIn, type Relation } from './relation.ts';
import { literal } from './sql.ts';
import type { Table } from './tables.ts';

/** Enough for the first rows of nearly every file; the most for those with a long header. */
const HEADER_BYTES = [1 << 14, 1 << 20];

/** So many rows are looked at for a header that stands below titles. */
const LOOKED_AT = 10;

/** The cells of the first records of a CSV text. */
function firstRecords(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      records.push([...cells, cell]);
      if (records.length === LOOKED_AT) return records;
      [cells, cell] = [[], ''];
    } else if (character !== '\r') cell += character;
  }
  return [...records, [...cells, cell]];
}

async function opening(path: string): Promise<string> {
  const file = await open(path);
  try {
    let text = '';
    for (const bytes of HEADER_BYTES) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      text = buffer.toString('utf8', 0, bytesRead).replace(/^\ufeff/, '');
      if (bytesRead < bytes || text.split('\n').length > 4 * LOOKED_AT) break;
    }
    return text;
  } finally {
    await file.close();
  }
}

/** Row numbers (the header's is 1) of the empty lines that lie between records; the reader passes over them. */
async function blankLines(path: string, delimiter: string): Promise<number[]> {
  const [quote, newline, carriage, separator] = [34, 10, 13, delimiter.charCodeAt(0)];
  const blank: number[] = [];
  let [line, atStart, fieldStart, quoted, closed] = [1, true, true, false, false];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (quoted) {
        quoted = byte !== quote;
        closed = !quoted;
      } else if (byte === quote && (fieldStart || closed)) {
        quoted = true;
        [atStart, fieldStart] = [false, false];
      } else if (byte === newline) {
        if (atStart) blank.push(line);
        line++;
        [atStart, fieldStart, closed] = [true, true, false];
      } else if (byte !== carriage) {
        fieldStart = byte === separator;
        [atStart, closed] = [false, false];
      }
    }
  }
  return blank;
}

/** More are no export, but lines or delimiters gone wrong; and the reader's memory would not hold many thousands. */
const MOST = 2_000;

/** A CSV file by its header. */
export interface CsvShape {
  delimiter: string;
  headers: readonly string[];
  /** The first rows below the header. */
  preview: readonly (readonly string[])[];
}

/** How a UTF-8 CSV file is delimited, by whichever of comma, semicolon and tab lets its header name the most columns. */
export async function csvShape(table: Table, path: string, file: string): Promise<CsvShape> {
  const text = await opening(path);
  if (text.trim() === '') stop('records-empty', {}, { file });
  const candidates = [',', ';', '\t'].map((delimiter) => ({ delimiter, records: firstRecords(text, delimiter) }));
  const known = ({ records: [headers = [], ...rows] }: { records: string[][] }) =>
    Math.max(...[headers, ...rows].map((row) => knownIn(table, row))) + knownIn(table, headers) / 1000;
  const { delimiter, records } = candidates.reduce((best, each) => (known(each) > known(best) ? each : best));
  const [headers = [], ...preview] = records;
  if (headers.length > MOST) stop('records-too-wide', { columns: headers.length, most: MOST }, { file, line: 1 });
  return { delimiter, headers, preview };
}

/** UTF-8 CSV files of the same shape, one after another; `rejects` is the name of a table for what has no structure. */
export function csvRows({ delimiter, headers }: CsvShape, paths: readonly string[], rejects: string): string {
  const columns = headers.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  return `SELECT *, false AS fault FROM read_csv([${paths.map(literal).join(', ')}], auto_detect = false, header = true,
    delim = ${literal(delimiter)}, quote = '"', escape = '"', columns = {${columns}}, filename = 'path',
    store_rejects = true, rejects_table = ${literal(rejects)}, rejects_scan = ${literal(`${rejects}_scans`)})`;
}

/** A UTF-8 CSV file of its own. */
export async function csvRelation(table: Table, path: string, id: number, file: string): Promise<Relation> {
  const shape = await csvShape(table, path, file);
  const rejects = `rejects_${id}`;
  return {
    sql: csvRows(shape, [path], rejects),
    headers: shape.headers,
    preview: shape.preview,
    firstRow: 2,
    rejects: { table: rejects, blankLines: () => blankLines(path, shape.delimiter) },
  };
}
