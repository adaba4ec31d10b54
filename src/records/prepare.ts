import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removed, temporary } from '../temporary.ts';
import type { Calendar } from '../time/calendar.ts';
import { definePrelude } from './prelude.ts';
import { openStore, type Store, type StoreOptions } from './store.ts';

/** Records of so many bytes are kept in memory. */
const SMALL = 32 << 20;

/** A store that knows the functions of rule files, and its folder. Many small sets of records may use it in turn. */
export interface Prepared {
  store: Store;
  temp: string;
  /** How each table of records is now read, by its name. */
  views: Map<string, string>;
  /** Closes the store, which removes its folder. */
  close(): Promise<void>;
}

export interface PrepareOptions extends Omit<StoreOptions, 'where'> {
  /** What it will hold, one after the other; small sets of records where absent. */
  folders?: readonly string[];
}

/** A store with the functions of rule files, which read the calendar. */
export async function prepare(
  calendar: Calendar,
  { folders = [], ...options }: PrepareOptions = {},
): Promise<Prepared> {
  const temp = await mkdtemp(join(tmpdir(), 'lvyue-'));
  temporary(temp);
  const largest = Math.max(0, ...(await Promise.all(folders.map(bytesIn))));
  const store = await openStore(temp, { ...options, where: largest > SMALL ? 'disk' : 'memory' });
  const close = async () => {
    await store.close();
    removed(temp);
  };
  try {
    await definePrelude(store, calendar);
    return { store, temp, views: new Map(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The size of the files of a folder; 0 where it cannot be read, which is told when it is. */
async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = names.map((name) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((all, size) => all + size, 0);
}
