import { rename, rm } from 'node:fs/promises';
import { firstLine, stop } from '../problem.ts';
import { literal } from './sql.ts';
import type { Store } from './store.ts';

/** Writes the rows of a query to a CSV file that appears whole or not at all. Throws Stop where it cannot be written. */
export async function copyToCsv(store: Store, sql: string, to: string) {
  const draft = `${to}.${process.pid}.tmp`;
  try {
    await store.query(`COPY (${sql}) TO ${literal(draft)} (FORMAT csv, HEADER)`);
    await rename(draft, to);
  } catch (error) {
    stop('file-unwritable', { detail: firstLine(error as Error).replace(draft, to) }, { file: to });
  } finally {
    await rm(draft, { force: true });
  }
}
