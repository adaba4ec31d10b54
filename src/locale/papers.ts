import type { ProblemTexts } from './index.ts';

/** What can be wrong with a contract's PDF. */
export type PaperProblem = Pick<
  ProblemTexts,
  | 'pdf-form'
  | 'pdf-size'
  | 'pdf-no-text'
  | 'pdf-blank-pages'
  | 'pdf-ocr-pages'
  | 'pdf-page-damaged'
  | 'ocr-missing'
  | 'ocr-failed'
>;

/** Page numbers in order, neighbours as a range: 1-3, 7. */
export function pageList(pages: readonly number[], dash: string, comma: string): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}${dash}${to}`)).join(comma);
}
