import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { csvShape } from './csv.ts';
import { utf8File } from './encoding.ts';
import { literalPath, type Source } from './files.ts';
import { type Loaded, loadAlike } from './load.ts';
import type { Work } from './read.ts';
import type { Table } from './tables.ts';

/** So many bytes are read again at most where one row of several files is not sound. */
const MOST = 32 << 20;

export interface ReadTogether extends Loaded {
  table: Table;
  headers: readonly string[];
}

/** The files in their order: small CSV files of one table that follow each other as one, every other by itself. */
export async function batches(sources: readonly Source[]): Promise<Source[][]> {
  const found: { files: Source[]; bytes: number }[] = [];
  for (const source of sources) {
    const bytes = (await stat(source.path).catch(() => undefined))?.size ?? MOST;
    const last = found.at(-1);
    if (last && isAlike(last.files[0], source) && last.bytes + bytes <= MOST) {
      last.files.push(source);
      last.bytes += bytes;
    } else found.push({ files: [source], bytes });
  }
  return found.map(({ files }) => files);
}

const isAlike = (one: Source | undefined, other: Source): boolean =>
  one?.table !== undefined &&
  one.format === 'csv' &&
  (['format', 'table', 'mapped'] as const).every((key) => one[key] === other[key]);

/**
 * Reads several CSV files of one table into its staging by one statement. Undefined, and nothing is read, where they have
 * not all the same header or one is not sound: read by itself, each tells what is wrong with it.
 */
export async function readTogether(work: Work, sources: readonly Source[]): Promise<ReadTogether[] | undefined> {
  const [{ table } = {}] = sources;
  if (!table || sources.length === 1) return undefined;
  const id = work.loaded.length;
  try {
    const paths: string[] = [];
    for (const [i, { path }] of sources.entries()) {
      paths.push(await utf8File(await literalPath(path, work.temp), join(work.temp, `utf8-${id + i}`), path));
    }
    const shapes = await Promise.all(sources.map(({ path }, i) => csvShape(table, paths[i] ?? '', path)));
    const [shape] = shapes;
    const isSame = shapes.every((other) =>
      isDeepStrictEqual([other.delimiter, other.headers], [shape?.delimiter, shape?.headers]),
    );
    if (!shape || !isSame) return undefined;
    const loaded = await loadAlike(work.store, table, { shape, paths, id, files: sources.map(({ path }) => path) });
    return loaded?.map((one) => ({ ...one, table, headers: shape.headers }));
  } catch {
    return undefined;
  }
}
