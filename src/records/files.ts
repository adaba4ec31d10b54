import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, symlink } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { nearest } from '../nearest.ts';
import { type Problem, problem, stop } from '../problem.ts';
import type { Mapped } from './mapping/entry.ts';
import { entryFor, idle, type Mapping, mappingFile, unfit } from './mapping/mapping.ts';
import { named, type Table, tableOf, tables } from './tables.ts';

export type Format = 'csv' | 'xlsx' | 'parquet' | 'ndjson';

/** A file of the data folder that may hold records. */
export interface Source {
  name: string;
  path: string;
  format: Format;
  /** By the folder's mapping, else by its file name; a workbook may go by the names of its sheets instead. */
  table: Table | undefined;
  mapped?: Mapped | undefined;
}

const formats: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.parquet': 'parquet',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/** What a simulation leaves beside its records: the verdicts and amounts to expect. No records, and no oversight either. */
export const truthFile = 'truth.json';

/** A warning for a file or sheet that is no table's. */
export function unknownTable(title: string, file: string): Problem {
  const names = tables.flatMap((table) => [table.name, ...table.aliases]);
  const stem = title.toLowerCase().replace(/[-_ ]?\d.*$/, '');
  return problem(
    'records-file-ignored',
    { name: title, nearest: nearest(stem, names.toSorted(), 1), tables: tables.map(named) },
    { file },
    'warning',
  );
}

interface Discovered {
  sources: Source[];
  /** Files in a format that can be read, but of no table. */
  unclaimed: Source[];
  problems: Problem[];
  /** Files that are a table by their names, in a format that cannot be read: a part of a table is not the table. */
  unreadable: { table: Table; problem: Problem }[];
  /** The records are made up: the truth of a simulation lies beside them. */
  simulated: boolean;
}

/**
 * The record files of a folder in the order of their names, and a warning for each that is ignored.
 * Hidden files, lock files of Excel, the mapping and the truth of a simulation are passed over, and so is `except`.
 */
export async function discover(dir: string, mapping?: Mapping, except?: string): Promise<Discovered> {
  const entries = await readdir(dir, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) =>
    stop('records-folder', { folder: dir, detail: error.code ?? error.message }, { file: dir }),
  );
  const sources: Source[] = [];
  const unclaimed: Source[] = [];
  const problems: Problem[] = [];
  const unreadable: Discovered['unreadable'] = [];
  const passedOver = (name: string) =>
    name.startsWith('.') || name.startsWith('~$') || name === truthFile || name === mappingFile;
  const visible = entries.map((entry) => entry.name).filter((name) => !passedOver(name));
  for (const name of visible.sort()) {
    const path = join(dir, name);
    if (except !== undefined && resolve(path) === resolve(except)) continue;
    const isFile = !entries.some((entry) => entry.name === name && entry.isDirectory());
    const extension = extname(name);
    const format = isFile ? formats[extension.toLowerCase()] : undefined;
    const stem = name.slice(0, name.length - extension.length);
    const mapped = entryFor(mapping, name);
    const table = mapped?.table ?? tableOf(stem);
    if (format && (table || format === 'xlsx')) sources.push({ name, path, format, table, mapped });
    else if (table) {
      unreadable.push({ table, problem: problem('records-format', { name, table: named(table) }, { file: path }) });
    } else {
      problems.push(unknownTable(stem, path));
      if (format) unclaimed.push({ name, path, format, table });
    }
  }
  problems.push(...unfit(mapping, visible), ...idle(mapping, visible));
  return { sources, unclaimed, problems, unreadable, simulated: entries.some(({ name }) => name === truthFile) };
}

/** The SHA-256 of a file's bytes, in hexadecimal. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** A path that DuckDB takes literally: file names with its wildcards are reached through a link. */
export async function literalPath(path: string, temp: string): Promise<string> {
  if (!/[*?[\]{}]/.test(path)) return path;
  const link = join(temp, `link-${randomUUID()}`);
  await symlink(resolve(path), link);
  return link;
}
