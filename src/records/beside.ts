import { join } from 'node:path';
import { type Options, openRecords, type Records } from './open.ts';
import type { Prepared } from './prepare.ts';
import { ident, literal } from './sql.ts';

/**
 * Opens a second folder in a store that holds a first, in a database of its own: one statement then sees the tables of
 * both (`theirs.messages` beside `messages`), each read where it lies, within one limit of memory. It goes away with the
 * store. Throws Stop as openRecords does; the store is then of no further use.
 */
export async function openBeside(name: string, dir: string, prepared: Prepared, options: Options): Promise<Records> {
  const { store, temp } = prepared;
  const [here] = await store.query('SELECT current_database() AS name');
  await store.query(`ATTACH ${literal(join(temp, `${name}.duckdb`))} AS ${ident(name)}`);
  // New tables and views go where the store points to, and views find what they read beside them ever after.
  await store.query(`USE ${ident(name)}`);
  const records = await openRecords(dir, { ...options, prepared: { ...prepared, views: new Map() } });
  await store.query(`USE ${ident(String(here?.name))}`);
  return records;
}
