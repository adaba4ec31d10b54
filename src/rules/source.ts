import type { Verdict } from '../locale/verdicts.ts';
import type { Records } from '../records/open.ts';
import type { EvidenceFound } from './evidence.ts';
import type { Detail } from './finding.ts';
import type { Case, Window } from './statement.ts';

/** What was found out for one case: facts for the conditions, detail for people, and the records behind a verdict. */
export interface Answer {
  facts: Readonly<Record<string, number>>;
  detail?: Readonly<Record<string, Detail>>;
  /** Absent where the rule file's own evidence query gives the rows. */
  evidence?(verdict: Verdict, limit: number): Promise<EvidenceFound>;
}

/** A source of facts that no aggregate can give: a state machine over days, say. A rule file names it as `computed`. */
export type Source = (records: Records, of: Case, window: Window) => Promise<Answer>;
