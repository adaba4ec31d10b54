import type { Problem } from '../problem.ts';
import { cast, cleaned, sqlType } from './cells.ts';
import { type CsvShape, csvRows } from './csv.ts';
import { constantsOf, matchColumns, type Relation } from './relation.ts';
import { ident, literal } from './sql.ts';
import type { Store } from './store.ts';
import type { Column, Table } from './tables.ts';

/** Why a row cannot be taken. */
export type Fault = 'required' | 'value' | 'too-few' | 'too-many' | 'quote' | 'size' | 'json' | 'structure';

/**
 * Where the text path keeps its rows, with the number of their file: good ones have no `_raw`, empty ones an empty list,
 * bad ones their raw cells.
 */
export const staged = (table: Table) => `staged.${ident(table.name)}`;

/** Empty staging for all tables, whatever was there before, also as rejects of CSV files; one row for each bad cell (or bad row: no column) of every file. */
export async function createStaging(store: Store, tables: readonly Table[]): Promise<void> {
  const rejects = await store.query(
    String.raw`SELECT table_name AS name FROM duckdb_tables() WHERE table_name LIKE 'rejects\_%' ESCAPE '\'`,
  );
  const columns = (table: Table) => table.columns.map(({ name, type }) => `${ident(name)} ${sqlType[type]}`).join(', ');
  await store.script(
    [
      'CREATE SCHEMA IF NOT EXISTS staged',
      ...rejects.map(({ name }) => `DROP TABLE ${ident(String(name))}`),
      `CREATE OR REPLACE TABLE staged._faults (file INTEGER, "row" BIGINT, "column" VARCHAR, value VARCHAR, fault VARCHAR, raw VARCHAR)`,
      ...tables.map(
        (one) =>
          `CREATE OR REPLACE TABLE ${staged(one)} (${columns(one)}, _file INTEGER, _raw VARCHAR[], _fault BOOLEAN)`,
      ),
    ].join(';\n'),
  );
}

export interface Loaded {
  read: number;
  rejected: number;
  /** The columns that the file supplies. */
  columns: readonly Column[];
  problems: readonly Problem[];
}

/**
 * Reads a relation into the staging of its table in one pass: cells are cast in SQL, and a row with a cell that does
 * not parse keeps its raw cells. Only such rows are looked at again, to name what is wrong with them.
 */
export async function loadRelation(
  store: Store,
  table: Table,
  relation: Relation,
  id: number,
  file: string,
): Promise<Loaded> {
  const { positions, problems } = matchColumns(table, relation, file);
  await store.query(insertion(table, relation, positions, String(id)));
  const aside = relation.rejects ? `(SELECT count(*) FROM ${relation.rejects.table})` : '0';
  const [found] = await store.query(`SELECT ${aside} AS rejects, min(rowid) AS first, ${tally} FROM ${staged(table)}
    WHERE _file = ${id}`);
  const of = (name: string) => Number(found?.[name]);
  const [taken, bad, empty] = [of('taken'), of('bad'), of('empty')];
  const columns = [...positions.keys(), ...constantsOf(table)];
  // Nearly every file is sound: what names faults is asked only where there are some.
  if (of('rejects') + bad === 0) return { read: taken - empty, rejected: 0, columns, problems };
  const fresh = `SELECT rowid - ${of('first')} AS k, * FROM ${staged(table)} WHERE _file = ${id}`;
  await store.query(`CREATE OR REPLACE TEMP TABLE skipped (line BIGINT)`);
  await noteRejects(store, relation, id);
  if (bad > 0) await noteBadRows(store, relation, positions, fresh, id);
  const rejected = await count(store, `SELECT count(DISTINCT "row") AS n FROM staged._faults WHERE file = ${id}`);
  return { read: taken - empty + rejected - bad, rejected, columns, problems };
}

const tally = `count(*) AS taken, count(*) FILTER (WHERE len(_raw) > 0) AS bad, count(*) FILTER (WHERE len(_raw) = 0) AS empty`;

/** CSV files of the same table and shape as the reader sees them, the number of the first, and how the user knows each. */
export interface Alike {
  shape: CsvShape;
  paths: readonly string[];
  id: number;
  files: readonly string[];
}

/**
 * Reads sound files by one statement, which costs more by itself than a thousand rows. Undefined, and nothing is read,
 * where any row is not sound: then each file by itself tells what is wrong with it.
 */
export async function loadAlike(store: Store, table: Table, alike: Alike): Promise<Loaded[] | undefined> {
  const { shape, paths, id, files } = alike;
  const matched = files.map((file) => matchColumns(table, shape, file));
  const positions = matched[0]?.positions ?? new Map<Column, number>();
  const rejects = `rejects_from_${id}`;
  const relation = { sql: csvRows(shape, paths, rejects), headers: shape.headers };
  const number = `CAST(list_position([${paths.map(literal).join(', ')}], path) - 1 + ${id} AS INTEGER)`;
  await store.query(insertion(table, relation, positions, number));
  const within = `_file BETWEEN ${id} AND ${id + paths.length - 1}`;
  const found = await store.query(
    `SELECT _file AS file, ${tally} FROM ${staged(table)} WHERE ${within} GROUP BY _file`,
  );
  const isSound =
    found.every(({ bad }) => bad === 0) && (await count(store, `SELECT count(*) AS n FROM ${rejects}`)) === 0;
  if (!isSound) {
    await store.query(`DELETE FROM ${staged(table)} WHERE ${within}`);
    return undefined;
  }
  const columns = [...positions.keys(), ...constantsOf(table)];
  return matched.map(({ problems }, i) => {
    const row = found.find(({ file }) => file === id + i);
    return { read: Number(row?.taken ?? 0) - Number(row?.empty ?? 0), rejected: 0, columns, problems };
  });
}

async function count(store: Store, sql: string): Promise<number> {
  const [row] = await store.query(sql);
  return Number(row?.n);
}

function insertion(
  table: Table,
  relation: Pick<Relation, 'sql' | 'headers'>,
  positions: ReadonlyMap<Column, number>,
  file: string,
): string {
  const present = [...positions].sort(([a], [b]) => table.columns.indexOf(a) - table.columns.indexOf(b));
  const cells = relation.headers.map((_, index) => `c${index}`);
  const raw = `[${cells.join(', ')}]`;
  const constants = constantsOf(table);
  const texts = present.map(([column, at], index) => `${cleaned(column, `c${at}`)} AS t${index}`);
  const values = present.map(([column], index) => `${cast(column, `t${index}`)} AS v${index}`);
  const wrong = present.map(([column], index) =>
    column.required ? `v${index} IS NULL` : `(v${index} IS NULL AND t${index} IS NOT NULL)`,
  );
  const isEmpty = cells.map((cell) => `coalesce(${cell}, '') = ''`).join(' AND ');
  const names = [...present.map(([column]) => column), ...constants].map(({ name }) => ident(name)).join(', ');
  const same = constants.map((column) => cast(column, literal(column.mapped?.constant ?? '')));
  return `INSERT INTO ${staged(table)} (${names}, _file, _raw, _fault)
    SELECT ${[...present.map((_, index) => `v${index}`), ...same].join(', ')}, ${file},
      CASE WHEN empty THEN [] WHEN fault OR ${wrong.join(' OR ')} THEN raw END, fault
    FROM (SELECT *, ${values.join(', ')} FROM (
      SELECT *, ${texts.join(', ')}, ${raw} AS raw, ${isEmpty} AS empty FROM (${relation.sql})))`;
}

/** Notes the rows that the CSV reader set aside for their structure. */
async function noteRejects(store: Store, relation: Relation, id: number): Promise<void> {
  if (!relation.rejects) return;
  const fault = `CASE error_type WHEN 'MISSING COLUMNS' THEN 'too-few' WHEN 'TOO MANY COLUMNS' THEN 'too-many'
    WHEN 'UNQUOTED VALUE' THEN 'quote' WHEN 'LINE SIZE OVER MAXIMUM' THEN 'size' ELSE 'structure' END`;
  await store.query(`INSERT INTO staged._faults
    SELECT ${id}, line, NULL, any_value(text), any_value(fault), to_json({line: any_value(text)})
    FROM (SELECT line, trim(csv_line, chr(10) || chr(13)) AS text, ${fault} AS fault FROM ${relation.rejects.table})
    GROUP BY line`);
  await store.query(`INSERT INTO skipped SELECT "row" FROM staged._faults WHERE file = ${id}`);
}

/** Notes each bad cell of the rows that kept their raw cells, with the row's number in the file. */
async function noteBadRows(
  store: Store,
  relation: Relation,
  positions: ReadonlyMap<Column, number>,
  fresh: string,
  id: number,
): Promise<void> {
  const blank = (await relation.rejects?.blankLines()) ?? [];
  await store.query('INSERT INTO skipped SELECT CAST(unnest($blank) AS BIGINT)', { blank: blank.map(String) });
  const names = relation.headers.map((header, index) => literal(header.trim() || `#${index + 1}`));
  await store.query(`CREATE OR REPLACE TEMP TABLE bad AS
    WITH skips AS (SELECT adjusted, max(passed) AS passed FROM (
      SELECT line - row_number() OVER (ORDER BY line) + 1 AS adjusted, row_number() OVER (ORDER BY line) AS passed
      FROM skipped) GROUP BY adjusted),
    rows AS (SELECT k + ${relation.firstRow} AS line, _raw AS cells, _fault AS fault FROM (${fresh}) WHERE len(_raw) > 0)
    SELECT line + coalesce(passed, 0) AS line, cells, fault,
      CASE WHEN fault THEN to_json({line: cells[1]})
        ELSE to_json(map_from_entries(list_zip([${names.join(', ')}], cells))) END AS raw
    FROM rows ASOF LEFT JOIN skips ON rows.line >= skips.adjusted`);
  await store.query(`INSERT INTO staged._faults SELECT ${id}, line, NULL, cells[1], 'json', raw FROM bad WHERE fault`);
  for (const [column, at] of positions) {
    const text = cleaned(column, 'cell');
    await store.query(`INSERT INTO staged._faults
      SELECT ${id}, line, ${literal(column.name)}, cell, CASE WHEN text IS NULL THEN 'required' ELSE 'value' END, raw
      FROM (SELECT *, ${cast(column, 'text')} AS typed FROM (
        SELECT line, cells[${at + 1}] AS cell, ${text} AS text, raw FROM bad WHERE NOT fault))
      WHERE typed IS NULL AND (text IS NOT NULL OR ${column.required})`);
  }
}
