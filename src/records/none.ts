import type { Calendar } from '../time/calendar.ts';
import { openRecords, type Records } from './open.ts';
import { prepare } from './prepare.ts';

/** Records of which none were supplied: every table is there and empty. */
export async function noRecords(calendar: Calendar): Promise<Records> {
  const prepared = await prepare(calendar, { where: 'memory' });
  try {
    const records = await openRecords(prepared.temp, { calendar, prepared });
    // That there is no record is no surprise.
    return { ...records, problems: [], close: prepared.close };
  } catch (error) {
    await prepared.close();
    throw error;
  }
}
