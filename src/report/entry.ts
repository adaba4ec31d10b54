import type { Statement } from '../billing/statement.ts';
import type { Contract } from '../contract/schema.generated.ts';
import type { DatesAhead } from '../dates/due-date.ts';
import type { Defect } from '../review/review.ts';
import type { CheckResult } from '../rules/finding.ts';
import type { Series } from '../rules/series.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Comparison } from './compare.ts';
import type { EvidenceFile } from './evidence/files.ts';

/** What the reports of one contract are made from; no statement where none was asked for or could be made. */
export interface ReportEntry {
  contract: Contract;
  check: CheckResult;
  statement: Statement | null;
  /** Counts the time limits of single cases step by step. */
  calendar: Calendar;
  /** Tables of records that were not supplied. */
  missingTables?: readonly string[];
  /** What of each obligation is drawn over time. */
  series?: ReadonlyMap<string, readonly Series[]>;
  /** What changed since an earlier period, where that was asked for. */
  comparison?: Comparison;
  /** What must not be missed after as-of. */
  dates?: DatesAhead;
  /** Files with all evidence, by obligation; absent where only the pages' own was asked for. */
  evidence?: readonly EvidenceFile[];
  /** Where the contract's terms stand out from those of the other contracts. */
  outliers?: readonly Pick<Defect, 'clause' | 'message'>[];
}
