import type { Codes } from '../contract/suppressions.ts';
import { problemTitles } from '../locale/titles.ts';
import type { ProblemCode } from '../problem.ts';
import { loadReviewRules } from '../review/load.ts';

/** The warnings of validation that a contract may accept. */
const warnings: readonly ProblemCode[] = ['amendment-without-effect', 'id-folder'];

/** The codes that suppressions can be about, where beside validation these rules have run. */
export function codesOf(ran: readonly string[]): Codes {
  const suppressible = [...warnings, ...loadReviewRules().map(({ code }) => code)];
  return { known: [...Object.keys(problemTitles('zh')), ...suppressible], suppressible, ran: [...warnings, ...ran] };
}
