import { join } from 'node:path';
import { Stop } from '../problem.ts';
import { csvRelation } from './csv.ts';
import { utf8File } from './encoding.ts';
import { readSheets, writeSheet } from './excel.ts';
import { discover, literalPath, type Source } from './files.ts';
import { ndjsonRelation } from './ndjson.ts';
import { parquetFields, parquetRelation } from './parquet.ts';
import type { Prepared } from './prepare.ts';
import type { Relation } from './relation.ts';
import type { Store } from './store.ts';
import { type Table, tables } from './tables.ts';

/** So many rows are looked at, fewer where they are wide. */
const ROWS = 100_000;
const CELLS = 4_000_000;
/** So many different values of a column are kept. */
const VALUES = 60;

export interface RawColumn {
  header: string;
  /** Different values that are not empty, the most frequent first, at most sixty. */
  values: readonly string[];
  /** There are more. */
  more: boolean;
}

/** A file or sheet as it stands, before anybody says what it means. */
export interface RawFile {
  file: string;
  sheet?: string;
  /** By its name. */
  table: Table | undefined;
  columns: readonly RawColumn[];
}

/** All columns of all tables under every name that they may have: with it a header is told from other text. */
const anyTable: Table = {
  name: '',
  aliases: [],
  title: { zh: '', en: '' },
  columns: tables.flatMap(({ columns }) =>
    columns.map((column) => ({ ...column, required: false, aliases: [...column.aliases, ...column.similar] })),
  ),
};

/**
 * The headers and values of every file of a folder, known tables or not. Files that cannot be read are left out: who
 * reads them as records is told. Throws Stop where the folder cannot be read.
 */
export async function rawFiles(dir: string, prepared: Prepared): Promise<RawFile[]> {
  const { sources, unclaimed } = await discover(dir);
  const found: RawFile[] = [];
  for (const [n, source] of [...sources, ...unclaimed].entries()) {
    try {
      for (const { relation, ...named } of await relationsOf(source, n, prepared)) {
        found.push({ file: source.name, ...named, columns: await columnsOf(prepared.store, relation) });
      }
    } catch (error) {
      if (!(error instanceof Stop) && !(error instanceof Error && error.name === 'Error')) throw error;
    }
  }
  return found;
}

async function columnsOf(store: Store, { sql, headers }: Relation): Promise<RawColumn[]> {
  const cells = headers.map((_, i) => `trim(c${i})`).join(', ');
  const rows = await store.query(`
    SELECT i, v FROM (
      SELECT unnest(cells) AS v, generate_subscripts(cells, 1) - 1 AS i FROM (
        SELECT [${cells}] AS cells FROM (${sql}) WHERE NOT fault
        LIMIT ${Math.min(ROWS, Math.ceil(CELLS / headers.length))}))
    WHERE v <> '' GROUP BY i, v
    QUALIFY row_number() OVER (PARTITION BY i ORDER BY count(*) DESC, v) <= ${VALUES + 1}
    ORDER BY i, count(*) DESC, v`);
  const values = headers.map((): string[] => []);
  for (const { i, v } of rows) values[Number(i)]?.push(String(v));
  return headers.map((header, i) => {
    const of = values[i] ?? [];
    return { header: header.trim(), values: of.slice(0, VALUES), more: of.length > VALUES };
  });
}

type Raw = Pick<RawFile, 'sheet' | 'table'> & { relation: Relation };

/** The one relation of a file, or those of the sheets of a workbook. */
async function relationsOf(source: Source, n: number, { store, temp }: Prepared): Promise<Raw[]> {
  const { name, path, format, table } = source;
  if (format === 'xlsx') return sheetsOf(source, n, temp);
  const literal = await literalPath(path, temp);
  if (format === 'parquet') {
    return [{ table, relation: parquetRelation(literal, await parquetFields(store, literal)) }];
  }
  const text = await utf8File(literal, join(temp, `raw-${n}`), path);
  if (format === 'ndjson') return [{ table, relation: await ndjsonRelation(store, text, name) }];
  return [{ table, relation: await csvRelation(table ?? anyTable, text, idOf(n), path) }];
}

/** Numbers for the tables in which the CSV reader notes its rejects, apart from those of the files that are read. */
const idOf = (file: number, sheet = 0) => 1_000_000 + 1000 * file + sheet;

async function sheetsOf(source: Source, n: number, temp: string): Promise<Raw[]> {
  const { sheets, rest } = await readSheets(source);
  const all = [
    ...sheets.map(({ name, table, rows }) => ({ table, rows, sheet: name.slice(source.name.length + 1) })),
    ...rest.map(({ name, rows }) => ({ table: undefined, rows, sheet: name })),
  ];
  const found: Raw[] = [];
  for (const [i, { table, rows, sheet }] of all.entries()) {
    const path = join(temp, `raw-${n}-${i}`);
    await writeSheet({ name: source.name, table: table ?? anyTable, rows }, path, source.path);
    const relation = await csvRelation(table ?? anyTable, path, idOf(n, i), source.path);
    found.push({ table, relation, ...(sheet !== '' && { sheet }) });
  }
  return found;
}
