import { mkdtemp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lang } from '../locale/index.ts';
import { firstLine, type Problem, problem, Stop, stop } from '../problem.ts';
import type { Calendar } from '../time/calendar.ts';
import { sqlType } from './cells.ts';
import { csvRelation } from './csv.ts';
import { utf8File } from './encoding.ts';
import { readSheets, writeSheet } from './excel.ts';
import { type LoadedFile, stopOnFaults, writeQuarantine } from './faults.ts';
import { discover, literalPath, type Source, sha256 } from './files.ts';
import { integrity } from './integrity.ts';
import { createStaging, loadRelation, staged } from './load.ts';
import { ndjsonRelation } from './ndjson.ts';
import { parquetFields, parquetRelation, selectInPlace } from './parquet.ts';
import { type Prepared, prepare } from './prepare.ts';
import { matchColumns, type Relation } from './relation.ts';
import { ident } from './sql.ts';
import type { Store } from './store.ts';
import { type Column, type Table, tables } from './tables.ts';

export interface RecordFile {
  /** File name, and #sheet where a sheet's name made it a table. */
  name: string;
  sha256: string;
  read: number;
  rejected: number;
}

export interface RecordTable {
  present: boolean;
  files: RecordFile[];
  rows: number;
}

export interface Records {
  store: Store;
  tables: ReadonlyMap<string, RecordTable>;
  /** For each `<table>_<column>`: whether there are files of the table and every one of them has the column. */
  supplied: Readonly<Record<string, boolean>>;
  /** The records are made up, by `lvyue simulate`. */
  simulated: boolean;
  /** Warnings: files and columns that were ignored. */
  problems: readonly Problem[];
  close(): Promise<void>;
}

export interface Options {
  calendar: Calendar;
  /** Bad rows are set aside in this file instead of stopping the work. */
  quarantine?: string | undefined;
  /** The language of the reasons in the quarantine file. */
  lang?: Lang | undefined;
  progress?: ((text: string) => void) | undefined;
  /** A store to use, which stays open and loses the records it held; one of its own when absent. */
  prepared?: Prepared | undefined;
}

interface Work {
  store: Store;
  temp: string;
  views: Map<string, string>;
  loaded: LoadedFile[];
  /** Parquet files that are read where they lie, by table. */
  inPlace: Map<Table, string[]>;
  tables: Map<string, RecordTable>;
  supplied: Record<string, boolean>;
  problems: Problem[];
  errors: Problem[];
}

/**
 * Opens a folder of records as an SQL store in which every table of the schema exists, typed and in schema order.
 * Times are naive Beijing time. Throws Stop for all that is wrong with the files: bad rows stop the work unless
 * there is a quarantine file to set them aside in.
 */
export async function openRecords(dir: string, options: Options): Promise<Records> {
  const { sources, problems, simulated } = await discover(dir, options.quarantine);
  const prepared = options.prepared ?? (await prepare(options.calendar));
  const { store } = prepared;
  const close = options.prepared ? async () => {} : prepared.close;
  try {
    const temp = await mkdtemp(join(prepared.temp, 'files-'));
    await createStaging(store, tables);
    const work: Work = {
      store,
      temp,
      views: prepared.views,
      loaded: [],
      inPlace: new Map(),
      tables: new Map(),
      supplied: {},
      problems,
      errors: [],
    };
    for (const { name, columns } of tables) {
      work.tables.set(name, { present: false, files: [], rows: 0 });
      for (const column of columns) work.supplied[`${name}_${column.name}`] = false;
    }
    for (const [index, source] of sources.entries()) {
      options.progress?.(`${source.name} (${index + 1}/${sources.length})`);
      const hash = sha256(source.path);
      hash.catch(() => undefined);
      await attempt(work, source, () => loadSource(work, source, () => hash));
    }
    if (work.errors.length > 0) throw new Stop(work.errors);
    if (options.quarantine === undefined) await stopOnFaults(store, work.loaded);
    else await writeQuarantine(store, work.loaded, options.quarantine, options.lang ?? 'zh');
    for (const table of tables) await createView(work, table);
    problems.push(...(await integrity(store, work.tables)));
    return { store, tables: work.tables, supplied: work.supplied, simulated, problems: work.problems, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs the load of one file; what is wrong with it is kept, so that the user learns about all files at once. */
async function attempt(work: Work, { path, format }: Source, load: () => Promise<void>): Promise<void> {
  try {
    if ((await stat(path)).size === 0) stop('records-empty', {}, { file: path });
    await load();
  } catch (error) {
    if (error instanceof Stop) work.errors.push(...error.problems);
    else if (!(error instanceof Error) || error.name !== 'Error') throw error;
    else if ('code' in error) work.errors.push(problem('file-unreadable', { detail: error.message }, { file: path }));
    else work.errors.push(problem('records-damaged', { format, detail: firstLine(error) }, { file: path }));
  }
}

type Hash = () => Promise<string>;

async function loadSource(work: Work, source: Source, hash: Hash): Promise<void> {
  if (source.format === 'xlsx') return loadWorkbook(work, source, hash);
  const { store, temp } = work;
  const id = work.loaded.length;
  const { table } = source;
  if (!table) return;
  const path = await literalPath(source.path, temp);
  if (source.format === 'parquet') return loadParquet(work, source, table, path, hash);
  const text = await utf8File(path, join(temp, `utf8-${id}`), source.path);
  const relation =
    source.format === 'csv'
      ? await csvRelation(table, text, id, source.path)
      : await ndjsonRelation(store, text, source.path);
  await load(work, table, relation, source.name, source.path, hash);
}

async function loadWorkbook(work: Work, source: Source, hash: Hash): Promise<void> {
  const { sheets, problems } = await readSheets(source);
  work.problems.push(...problems);
  for (const sheet of sheets) {
    const id = work.loaded.length;
    const file = source.path + sheet.name.slice(source.name.length);
    const text = join(work.temp, `sheet-${id}`);
    await writeSheet(sheet, text, file);
    await load(work, sheet.table, await csvRelation(sheet.table, text, id, file), sheet.name, file, hash);
  }
}

async function loadParquet(work: Work, source: Source, table: Table, path: string, hash: Hash): Promise<void> {
  const fields = await parquetFields(work.store, path);
  const headers = fields.map(({ name }) => name);
  const { positions, problems } = matchColumns(table, headers, source.path);
  const select = await selectInPlace(work.store, table, path, fields, positions);
  if (select === undefined) {
    return load(work, table, parquetRelation(path, fields), source.name, source.path, hash);
  }
  work.problems.push(...problems);
  work.inPlace.set(table, [...(work.inPlace.get(table) ?? []), select]);
  const [row] = await work.store.query(`SELECT count(*) AS n FROM (${select})`);
  note(work, table, [...positions.keys()], {
    name: source.name,
    sha256: await hash(),
    read: Number(row?.n),
    rejected: 0,
  });
}

async function load(work: Work, table: Table, relation: Relation, name: string, file: string, hash: Hash) {
  const id = work.loaded.length;
  work.loaded.push({ file, table });
  const { read, rejected, columns, problems } = await loadRelation(work.store, table, relation, id, file);
  work.problems.push(...problems);
  note(work, table, columns, { name, sha256: await hash(), read, rejected });
}

function note(work: Work, table: Table, columns: readonly Column[], file: RecordFile): void {
  const entry = work.tables.get(table.name);
  if (!entry) return;
  for (const column of table.columns) {
    const key = `${table.name}_${column.name}`;
    work.supplied[key] = columns.includes(column) && (!entry.present || work.supplied[key] === true);
  }
  entry.present = true;
  entry.files.push(file);
  entry.rows += file.read - file.rejected;
}

async function createView(work: Work, table: Table): Promise<void> {
  const columns = table.columns.map(
    (column) => `CAST(${ident(column.name)} AS ${sqlType[column.type]}) AS ${ident(column.name)}`,
  );
  const text = `SELECT ${columns.join(', ')} FROM ${staged(table)} WHERE _raw IS NULL`;
  const parts = work.inPlace.get(table) ?? [];
  const isStaged = work.tables.get(table.name)?.files.length !== parts.length || parts.length === 0;
  const sql = [...(isStaged ? [text] : []), ...parts].join(' UNION ALL ');
  if (work.views.get(table.name) === sql) return;
  await work.store.query(`CREATE OR REPLACE VIEW ${ident(table.name)} AS ${sql}`);
  work.views.set(table.name, sql);
}
