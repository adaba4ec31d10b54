import { type ReviewItem, risks } from '../../intake/draft/review-list.ts';
import { intakeWords } from '../../locale/intake.ts';
import type { Lang } from '../../locale/text.ts';
import { cells } from './markdown.ts';

/** The review list for a terminal: under each risk what to look at and why, and beneath it what the draft has there. */
export function reviewText(items: readonly ReviewItem[], contract: unknown, lang: Lang): string {
  const words = intakeWords[lang];
  return risks
    .flatMap((risk) => {
      const own = items.filter((one) => one.risk === risk);
      if (own.length === 0) return [];
      const lines = own.flatMap((item) => {
        const [what, where, value, , why] = cells(item, contract, lang);
        const head = [where, `${what}${words.colon}${why}`].filter(Boolean).join('  ');
        return [`  ${head}`, ...(value ? [`      ${words.review.columns[2]}${words.colon}${value}`] : [])];
      });
      return [words.review.heading(words.risks[risk], own.length), ...lines, ''];
    })
    .map((line) => `${line}\n`)
    .join('');
}
