import type { Anomaly } from '../../intake/clause.ts';
import type { Draft } from '../../intake/draft/draft.ts';
import type { Written } from '../../intake/draft/last-import.ts';
import { pointerTo } from '../../intake/draft/merge.ts';
import { type ReviewItem, seenBy } from '../../intake/draft/review-list.ts';
import { withoutPeople } from '../../intake/people.ts';

/** The whole import as data: the draft, what read each term and where, what is to be looked at, the clauses, what was removed. */
export function importJson(
  draft: Draft,
  items: readonly ReviewItem[],
  anomalies: readonly Anomaly[],
  of: { file: string; sha256: string },
  written: Written,
): string {
  const { contract, origins, understood, paper } = draft;
  const terms = origins.flatMap(({ at, found }) =>
    found
      ? [
          {
            pointer: pointerTo(at),
            rule: found.rule.id,
            title: found.rule.title,
            risk: found.rule.risk,
            ...seenBy(draft, found),
            span: found.span,
            value: found.data,
            confidence: found.sure,
          },
        ]
      : [],
  );
  const clauses = understood.readings.map(({ clause: { ref, marker, title, page, level }, chosen }) => ({
    ...{ ref, marker, title: withoutPeople(title), page, level },
    ...(chosen !== 'yes' && { chosen }),
  }));
  const removed = paper.removed.map(({ page, kind }) => ({ page, kind }));
  const source = { ...of, pages: paper.pages };
  const problems = paper.problems.map(({ code, data }) => ({ code, ...data }));
  const { unread } = draft;
  return JSON.stringify(
    { source, problems, contract, terms, review: items, unread, clauses, anomalies, removed, written },
    null,
    2,
  );
}
