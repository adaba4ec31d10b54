import { mkdtemp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { firstLine, type Problem, problem, Stop, stop } from '../problem.ts';
import { csvRelation } from './csv.ts';
import { utf8File } from './encoding.ts';
import { readSheets, writeSheet } from './excel.ts';
import type { LoadedFile } from './faults.ts';
import { discover, literalPath, type Source, sha256 } from './files.ts';
import { createStaging, loadRelation } from './load.ts';
import type { Mapped } from './mapping/entry.ts';
import { loadMapping, type Mapping } from './mapping/mapping.ts';
import { ndjsonRelation } from './ndjson.ts';
import { parquetFields, parquetRelation, selectInPlace } from './parquet.ts';
import type { Prepared } from './prepare.ts';
import { matchColumns, type Relation } from './relation.ts';
import type { Store } from './store.ts';
import { type Column, type Table, tables } from './tables.ts';
import { batches, type ReadTogether, readTogether } from './together.ts';

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

/** A file with a table as it is being read: its raw cells, and how they are called. */
export interface Seen {
  name: string;
  file: string;
  table: Table;
  relation: Relation;
  encoding?: 'UTF-8' | 'GB18030';
}

export interface ReadOptions {
  /** Passed over although it lies in the folder. */
  except?: string | undefined;
  progress?: ((text: string) => void) | undefined;
  /** Called with every file whose rows have been read. */
  seen?: ((one: Seen) => Promise<void>) | undefined;
}

/** A folder as far as it has been read. */
export interface Work {
  store: Store;
  temp: string;
  mapping: Mapping | undefined;
  views: Map<string, string>;
  loaded: LoadedFile[];
  /** Parquet files that are read where they lie, by table. */
  inPlace: Map<string, string[]>;
  tables: Map<string, RecordTable>;
  supplied: Record<string, boolean>;
  problems: Problem[];
  errors: Problem[];
  /** The table of every file and sheet that is one, also of those that could not be read. */
  claims: Map<string, Table>;
  simulated: boolean;
  options: ReadOptions;
}

/**
 * Reads every file of a folder into the staging of its table. What is wrong with a file is kept in `errors`, its bad
 * cells among the faults of the store. Throws Stop where the folder or its mapping cannot be read.
 */
export async function readFolder(dir: string, { store, temp, views }: Prepared, options: ReadOptions): Promise<Work> {
  const mapping = loadMapping(dir);
  const { sources, problems, unreadable, simulated } = await discover(dir, mapping, options.except);
  await createStaging(store, tables);
  const work: Work = {
    store,
    temp: await mkdtemp(join(temp, 'files-')),
    mapping,
    views,
    loaded: [],
    inPlace: new Map(),
    tables: new Map(),
    supplied: {},
    problems,
    errors: unreadable.map((one) => one.problem),
    claims: new Map(unreadable.map(({ table, problem: { file = '' } }) => [file, table])),
    simulated,
    options,
  };
  for (const { name, columns } of tables) {
    work.tables.set(name, { present: false, files: [], rows: 0 });
    for (const column of columns) work.supplied[`${name}_${column.name}`] = false;
  }
  let index = 0;
  for (const alike of await batches(sources)) {
    const hashes = alike.map(({ path }) => sha256(path));
    for (const hash of hashes) hash.catch(() => undefined);
    for (const { name } of alike) options.progress?.(`${name} (${++index}/${sources.length})`);
    const together = options.seen ? undefined : await readTogether(work, alike);
    for (const [i, source] of alike.entries()) {
      const hash = async () => hashes[i] ?? '';
      const read = together?.[i];
      await attempt(work, source, () => (read ? take(work, source, read, hash) : loadSource(work, source, hash)));
    }
  }
  return work;
}

/** Runs the load of one file; what is wrong with it is kept, so that the user learns about all files at once. */
async function attempt(
  work: Work,
  { path, format, table }: Pick<Source, 'path' | 'format' | 'table'>,
  load: () => Promise<void>,
): Promise<void> {
  try {
    if ((await stat(path)).size === 0) stop('records-empty', {}, { file: path });
    await load();
  } catch (error) {
    if (table) work.claims.set(path, table);
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
  work.claims.set(source.path, table);
  const path = await literalPath(source.path, temp);
  if (source.format === 'parquet') return loadParquet(work, source, table, path, hash);
  const text = await utf8File(path, join(temp, `utf8-${id}`), source.path);
  const relation =
    source.format === 'csv'
      ? await csvRelation(table, text, id, source.path)
      : await ndjsonRelation(store, text, source.path);
  const encoding = text === path ? 'UTF-8' : 'GB18030';
  await load(work, { name: source.name, file: source.path, table, relation, encoding }, source.mapped, hash);
}

async function loadWorkbook(work: Work, source: Source, hash: Hash): Promise<void> {
  const { sheets, problems } = await readSheets(source, work.mapping);
  work.problems.push(...problems);
  for (const sheet of sheets) {
    const id = work.loaded.length;
    const file = source.path + sheet.name.slice(source.name.length);
    const text = join(work.temp, `sheet-${id}`);
    work.claims.set(file, sheet.table);
    await attempt(work, { ...source, table: undefined }, async () => {
      await writeSheet(sheet, text, file);
      const relation = await csvRelation(sheet.table, text, id, file);
      await load(work, { name: sheet.name, file, table: sheet.table, relation }, sheet.mapped, hash);
    });
  }
}

async function loadParquet(work: Work, source: Source, table: Table, path: string, hash: Hash): Promise<void> {
  const fields = await parquetFields(work.store, path);
  const headers = fields.map(({ name }) => name);
  const { positions, problems } = matchColumns(table, { headers }, source.path);
  const select = await selectInPlace(work.store, table, path, fields, positions);
  const seen = { name: source.name, file: source.path, table, relation: parquetRelation(path, fields) };
  if (select === undefined) return load(work, seen, source.mapped, hash);
  await work.options.seen?.(seen);
  work.problems.push(...(source.mapped?.unused(headers) ?? []));
  work.problems.push(...problems);
  work.inPlace.set(table.name, [...(work.inPlace.get(table.name) ?? []), select]);
  const [row] = await work.store.query(`SELECT count(*) AS n FROM (${select})`);
  note(work, table, [...positions.keys()], {
    name: source.name,
    sha256: await hash(),
    read: Number(row?.n),
    rejected: 0,
  });
}

async function load(work: Work, seen: Seen, mapped: Mapped | undefined, hash: Hash): Promise<void> {
  const { name, file, table, relation } = seen;
  const id = work.loaded.length;
  work.loaded.push({ file, table });
  work.problems.push(...(mapped?.unused(relation.headers) ?? []));
  const { read, rejected, columns, problems } = await loadRelation(work.store, table, relation, id, file);
  await work.options.seen?.(seen);
  work.problems.push(...problems);
  note(work, table, columns, { name, sha256: await hash(), read, rejected });
}

/** A file whose rows were read along with others'. */
async function take(work: Work, { name, path, mapped }: Source, file: ReadTogether, hash: Hash): Promise<void> {
  const { table, headers, columns, problems, read, rejected } = file;
  work.claims.set(path, table);
  work.loaded.push({ file: path, table });
  work.problems.push(...(mapped?.unused(headers) ?? []), ...problems);
  note(work, table, columns, { name, sha256: await hash(), read, rejected });
}

function note(work: Work, table: Table, columns: readonly Column[], file: RecordFile): void {
  const entry = work.tables.get(table.name);
  if (!entry) return;
  for (const column of table.columns) {
    const key = `${table.name}_${column.name}`;
    const given = columns.some((one) => one.name === column.name);
    work.supplied[key] = given && (!entry.present || work.supplied[key] === true);
  }
  entry.present = true;
  entry.files.push(file);
  entry.rows += file.read - file.rejected;
}
