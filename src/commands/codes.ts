import type { Codes } from '../contract/suppressions.ts';
import { problemTitles } from '../locale/titles.ts';
import { loadReviewRules } from '../review/load.ts';

/** The codes that a suppression may name, and those whose checks have run: all of validation, and these rules. */
export function codesOf(ran: readonly string[]): Codes {
  const validation = Object.keys(problemTitles('zh'));
  return { known: [...validation, ...loadReviewRules().map(({ code }) => code)], ran: [...validation, ...ran] };
}
