import type { Lang } from '../locale/index.ts';
import { type Problem, Stop } from '../problem.ts';
import type { Calendar } from '../time/calendar.ts';
import { sqlType } from './cells.ts';
import { stopOnFaults, writeQuarantine } from './faults.ts';
import { integrity } from './integrity.ts';
import { staged } from './load.ts';
import { type Prepared, prepare } from './prepare.ts';
import { type RecordTable, readFolder, type Work } from './read.ts';
import { ident } from './sql.ts';
import type { Store } from './store.ts';
import { type Table, tables } from './tables.ts';

export interface Records {
  store: Store;
  tables: ReadonlyMap<string, RecordTable>;
  /** For each `<table>_<column>`: whether there are files of the table and every one of them has the column. */
  supplied: Readonly<Record<string, boolean>>;
  /** The records are made up, by `lvyue simulate`. */
  simulated: boolean;
  /** Hash of the folder's mapping, where it has one. */
  mapping?: string | undefined;
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

/**
 * Opens a folder of records as an SQL store in which every table of the schema exists, typed and in schema order.
 * Times are naive Beijing time. Throws Stop for all that is wrong with the files: bad rows stop the work unless
 * there is a quarantine file to set them aside in.
 */
export async function openRecords(dir: string, options: Options): Promise<Records> {
  const prepared = options.prepared ?? (await prepare(options.calendar, { folders: [dir] }));
  const { store } = prepared;
  const close = options.prepared ? async () => {} : prepared.close;
  try {
    const work = await readFolder(dir, prepared, { except: options.quarantine, progress: options.progress });
    if (work.errors.length > 0) throw new Stop(work.errors);
    if (options.quarantine === undefined) await stopOnFaults(store, work.loaded);
    else await writeQuarantine(store, work.loaded, options.quarantine, options.lang ?? 'zh');
    return await recordsOf(work, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** The rows without fault of a folder that has been read, as records. */
export async function recordsOf(work: Work, close: () => Promise<void>): Promise<Records> {
  const { store, tables: present, supplied, simulated, mapping, problems } = work;
  for (const table of tables) await createView(work, table);
  const all = [...problems, ...(await integrity(store, present))];
  return { store, tables: present, supplied, simulated, mapping: mapping?.hash, problems: all, close };
}

async function createView(work: Work, table: Table): Promise<void> {
  const columns = table.columns.map(
    (column) => `CAST(${ident(column.name)} AS ${sqlType[column.type]}) AS ${ident(column.name)}`,
  );
  const text = `SELECT ${columns.join(', ')} FROM ${staged(table)} WHERE _raw IS NULL`;
  const parts = work.inPlace.get(table.name) ?? [];
  const isStaged = work.tables.get(table.name)?.files.length !== parts.length || parts.length === 0;
  const sql = [...(isStaged ? [text] : []), ...parts].join(' UNION ALL ');
  if (work.views.get(table.name) === sql) return;
  await work.store.query(`CREATE OR REPLACE VIEW ${ident(table.name)} AS ${sql}`);
  work.views.set(table.name, sql);
}
