import type { LoadedContract } from '../contract/load.ts';
import type { Records } from '../records/open.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import type { Rules } from './load.ts';

/** Everything that findings and statements are computed from, and that a receipt names. */
export interface Inputs {
  loaded: LoadedContract;
  records: Records;
  rules: Rules;
  calendar: Calendar;
  period: Period;
  /** Beijing time. */
  asOf: string;
}
