import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import writeWorkbook from 'write-excel-file/node';

/** Rows as text, by header. null is an empty cell. */
export interface Cells {
  headers: readonly string[];
  rows: readonly (readonly (string | null)[])[];
}

const quoted = (cell: string | null) => (cell === null ? '' : `"${cell.replaceAll('"', '""')}"`);

export const csvOf = ({ headers, rows }: Cells, delimiter = ',', newline = '\n'): string =>
  [headers, ...rows].map((row) => row.map(quoted).join(delimiter) + newline).join('');

export const ndjsonOf = ({ headers, rows }: Cells): string =>
  rows
    .map((row) => `${JSON.stringify(Object.fromEntries(headers.map((name, at) => [name, row[at] ?? null])))}\n`)
    .join('');

/** GB18030 bytes; the decoder of the platform, read backwards, for the two-byte characters. */
export function gb18030(text: string): Uint8Array {
  const bytes = [...text].flatMap((character) => codes.get(character) ?? [...Buffer.from(character, 'latin1')]);
  return Uint8Array.from(bytes);
}

const codes = new Map<string, readonly number[]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    codes.set(new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
}

const cell = (value: string | null) => (value === null ? null : { value, type: String });

/** A workbook of these sheets, all cells text. */
export async function workbookOf(sheets: Readonly<Record<string, Cells>>): Promise<Uint8Array> {
  const data = Object.entries(sheets).map(([sheet, { headers, rows }]) => ({
    sheet,
    data: [headers, ...rows].map((row) => row.map(cell)),
  }));
  return writeWorkbook(data).toBuffer();
}

/** The bytes of a Parquet file with the rows of a SELECT, which may read `cells` (all its columns are text). */
export async function parquetOf(select: string, cells?: Cells): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'lvyue-test-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    if (cells) {
      const columns = cells.headers.map((name) => `'${name}': 'VARCHAR'`).join(', ');
      await writeFile(join(folder, 'cells.ndjson'), ndjsonOf(cells));
      const from = `read_json('${join(folder, 'cells.ndjson')}', format = 'newline_delimited', columns = {${columns}})`;
      await connection.run(`CREATE TABLE cells AS SELECT * FROM ${from}`);
    }
    await connection.run(`COPY (${select}) TO '${join(folder, 'out.parquet')}' (FORMAT parquet)`);
    return await readFile(join(folder, 'out.parquet'));
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}
