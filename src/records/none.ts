import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { type Options, openRecords, type Records } from './open.ts';
import { prepare } from './prepare.ts';

/** Records of which none were supplied: every table is there and empty. */
export async function noRecords({
  calendar,
  prepared: shared,
}: Pick<Options, 'calendar' | 'prepared'>): Promise<Records> {
  const prepared = shared ?? (await prepare(calendar));
  const close = shared ? async () => {} : prepared.close;
  try {
    const records = await openRecords(await mkdtemp(join(prepared.temp, 'none-')), { calendar, prepared });
    // That there is no record is no surprise.
    return { ...records, problems: [], close };
  } catch (error) {
    await close();
    throw error;
  }
}
