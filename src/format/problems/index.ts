import type { Lang } from '../../locale/index.ts';
import { count, type Problem } from '../../problem.ts';
import { github } from './github.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';
import { problemJson, type Shown } from './shown.ts';

/** Every format a problem list can be printed in. */
export const problemFormats = { pretty, json, sarif, junit, github } satisfies Record<
  string,
  (shown: Shown, lang: Lang) => string
>;

/** Problems on their own, for a reader. */
export const tellPretty = (problems: readonly Problem[], lang: Lang): string => pretty({ problems }, lang);

function json({ problems, suppressed }: Shown, lang: Lang): string {
  const list = problems.map((p) => problemJson(p, lang));
  const allowed = suppressed.map(({ problem, reason, expires }) => ({
    ...problemJson(problem, lang),
    reason,
    expires,
  }));
  const summary = {
    errors: count(problems, 'error'),
    warnings: count(problems, 'warning'),
    hints: count(problems, 'info'),
    suppressed: allowed.length,
  };
  return JSON.stringify({ problems: list, suppressed: allowed, summary }, null, 2);
}
