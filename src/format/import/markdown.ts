import type { Draft } from '../../intake/draft/draft.ts';
import { gistOf } from '../../intake/draft/register.ts';
import { type ReviewItem, risks } from '../../intake/draft/review-list.ts';
import { say } from '../../locale/index.ts';
import { intakeWords } from '../../locale/intake.ts';
import type { Lang } from '../../locale/text.ts';
import { markdownText } from '../markdown.ts';
import { accepted } from './counts.ts';
import { placeName, stepsOf, valueAt } from './place.ts';
import { valueText } from './value.ts';

/** review.md: what a person has to look at, by risk; then the duties to attest, and what was not taken for text. */
export function reviewMarkdown(draft: Draft, items: readonly ReviewItem[], file: string, lang: Lang): string {
  const words = intakeWords[lang];
  const { review } = words;
  const lines = [
    `# ${markdownText(review.title(draft.id))}`,
    '',
    ...review.intro(markdownText(file), draft.paper.pages, accepted(draft), items.length).flatMap((one) => [one, '']),
  ];
  const { problems } = draft.paper;
  if (problems.length > 0) lines.push(...problems.map((one) => `- ${markdownText(say(one, lang).message)}`), '');
  if (items.length === 0) lines.push(review.nothing, '');
  for (const risk of risks) {
    const own = items.filter((one) => one.risk === risk);
    if (own.length === 0) continue;
    lines.push(
      `## ${review.heading(words.risks[risk], own.length)}`,
      '',
      row(review.columns),
      row(review.columns.map(() => '---')),
    );
    lines.push(...own.map((one) => row(cells(one, draft.contract, lang).map(markdownText))), '');
  }
  const part = (heading: string, intro: string, list: readonly string[]) => {
    if (list.length > 0) lines.push(`## ${heading}`, '', ...(intro === '' ? [] : [intro, '']), ...list, '');
  };
  const { duties, unread } = draft;
  const toCheck = (page: number, ref: string, text: string) =>
    `- [ ] ${markdownText(`${review.at(page, ref)}${words.colon}${text}`)}`;
  part(
    review.duties(duties.length),
    review.dutiesIntro,
    duties.map(({ reading }) => toCheck(reading.clause.page, reading.clause.ref, gistOf(reading))),
  );
  part(
    review.figures(unread.figures.length),
    review.figuresIntro,
    unread.figures.map(({ page, clause, quote }) => toCheck(page, clause, quote)),
  );
  part(review.unread(unread.clauses.length), review.unreadIntro, refsByPage(unread.clauses, lang));
  const { removed } = draft.paper;
  const counts = new Map<keyof typeof review.removedKinds, number>();
  for (const { kind } of removed) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  part(
    review.removed(removed.length),
    '',
    [...counts].map(([kind, count]) => `- ${review.removedKinds[kind]}${words.colon}${count}`),
  );
  return lines.join('\n');
}

function refsByPage(clauses: Draft['unread']['clauses'], lang: Lang): string[] {
  const words = intakeWords[lang];
  const pages = [...new Set(clauses.map(({ page }) => page))];
  return pages.map((page) => {
    const refs = clauses.filter((one) => one.page === page).map(({ ref }) => ref);
    return `- ${words.review.onPage(page)}${words.colon}${markdownText(refs.join(words.and))}`;
  });
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What, where, in the draft, on paper, why. */
export function cells(item: ReviewItem, contract: unknown, lang: Lang): string[] {
  const words = intakeWords[lang];
  const { review } = words;
  const { kind, title, seen, other, doubts, sure, look, anomaly, pointer, paper } = item;
  if (anomaly) {
    const why = review.numbering[anomaly.kind](anomaly.ref, anomaly.expected);
    return [words.kinds[kind], review.at(anomaly.page, anomaly.ref), '', '', why];
  }
  const told = (value: unknown) => valueText(value, lang, contract, pointer);
  // What is in doubt may be a part of what was read: a person sees what stands in the draft.
  const value = kind === 'doubt' ? (valueAt(contract, stepsOf(pointer)) ?? item.value) : item.value;
  const place = placeName(pointer, contract, lang);
  const reasons = [
    ...(doubts ?? []).filter((one) => one !== 'look').map((one) => words.doubts[one]),
    ...(look ? [look[lang]] : []),
  ];
  const why = [
    words.kinds[kind],
    ...(kind === 'doubt' && reasons.length === 0 ? [words.unsure] : reasons),
    ...(sure === undefined ? [] : [words.sure(Math.round(sure * 100))]),
    ...(paper === undefined ? [] : [told(paper)]),
    ...(other ? [`${review.other(other.seen.page, other.seen.clause)}${words.colon}${told(other.value)}`] : []),
  ];
  const name = kind === 'choice' ? words.choice : (title?.[lang] ?? place);
  return [
    kind === 'conflict' ? `${name}${words.colon}${place.split(words.within).at(-1)}` : name,
    seen ? review.at(seen.page, seen.clause) : '',
    value === undefined ? '' : told(value),
    seen?.quote ?? '',
    why.join(words.separator),
  ];
}
