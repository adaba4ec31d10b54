import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removed, temporary } from '../temporary.ts';
import type { Calendar } from '../time/calendar.ts';
import { definePrelude } from './prelude.ts';
import { openStore, type Store, type StoreOptions } from './store.ts';

/** A store that knows the functions of rule files, and its folder. Many small sets of records may use it in turn. */
export interface Prepared {
  store: Store;
  temp: string;
  /** How each table of records is now read, by its name. */
  views: Map<string, string>;
  /** Closes the store, which removes its folder. */
  close(): Promise<void>;
}

/** A store with the functions of rule files, which read the calendar. */
export async function prepare(calendar: Calendar, options: StoreOptions = {}): Promise<Prepared> {
  const temp = await mkdtemp(join(tmpdir(), 'lvyue-'));
  temporary(temp);
  const store = await openStore(temp, options);
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
