import type { Text } from '../locale/text.ts';
import type { Severity } from '../problem.ts';
import { loadReviewRules } from './load.ts';

/** What a reader of results wants to know of a rule; `why` and `help` without the facts of a case. */
export interface ReviewRuleInfo {
  code: string;
  severity: Severity;
  title: Text;
  why: Text;
  help: Text;
  law?: Text;
}

/** Every rule of rules/review, for formats that list them. Throws like `loadReviewRules`. */
export const reviewRules = (): readonly ReviewRuleInfo[] =>
  loadReviewRules().map(({ code, severity, title, why, help, law }) => ({
    ...{ code, severity, title, why, help },
    ...(law && { law }),
  }));
