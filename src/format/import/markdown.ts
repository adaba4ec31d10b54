import type { Draft } from '../../intake/draft/draft.ts';
import { gistOf } from '../../intake/draft/register.ts';
import type { ReviewItem } from '../../intake/draft/review-list.ts';
import type { Risk } from '../../intake/rule.ts';
import { say } from '../../locale/index.ts';
import { intakeWords } from '../../locale/intake.ts';
import type { Lang } from '../../locale/text.ts';
import { markdownText } from '../markdown.ts';
import { accepted } from './counts.ts';
import { placeName } from './place.ts';
import { valueText } from './value.ts';

const risks: readonly Risk[] = ['money', 'time', 'identity', 'other'];

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
  if (draft.duties.length > 0) {
    lines.push(`## ${review.duties(draft.duties.length)}`, '', review.dutiesIntro, '');
    for (const { reading } of draft.duties) {
      const { page, ref } = reading.clause;
      lines.push(`- [ ] ${markdownText(`${review.at(page, ref)}: ${gistOf(reading)}`)}`);
    }
    lines.push('');
  }
  const { removed } = draft.paper;
  if (removed.length > 0) {
    lines.push(`## ${review.removed(removed.length)}`, '');
    const counts = new Map<string, number>();
    for (const { kind } of removed) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    for (const [kind, count] of counts) {
      lines.push(`- ${review.removedKinds[kind as keyof typeof review.removedKinds]}: ${count}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What, where, in the draft, on paper, why. */
export function cells(item: ReviewItem, contract: unknown, lang: Lang): string[] {
  const words = intakeWords[lang];
  const { review } = words;
  const { kind, title, seen, value, other, doubts, look, reason, anomaly, pointer, paper } = item;
  if (anomaly) {
    return [
      words.kinds[kind],
      review.at(anomaly.page, anomaly.ref),
      '',
      '',
      review.numbering[anomaly.kind](anomaly.ref, anomaly.expected),
    ];
  }
  const why = [
    words.kinds[kind],
    ...(doubts ?? []).filter((one) => one !== 'look').map((one) => words.doubts[one]),
    ...(look ? [look[lang]] : []),
    ...(reason ? [reason] : []),
    ...(paper === undefined ? [] : [valueText(paper, lang)]),
    ...(other ? [`${review.other(other.seen.page, other.seen.clause)}: ${valueText(other.value, lang)}`] : []),
  ];
  return [
    title?.[lang] ?? placeName(pointer, contract, lang),
    seen ? review.at(seen.page, seen.clause) : '',
    value === undefined ? '' : valueText(value, lang),
    seen?.quote ?? '',
    why.join(words.separator),
  ];
}
