import type { Reconciliation } from '../../billing/statement.ts';
import type { Verdict } from '../../locale/verdicts.ts';
import { money } from './lines.ts';
import { type Badge, grouped, type Voice } from './words.ts';

export interface ReconciliationView {
  badge: Badge;
  clause: string;
  rows: readonly { name: string; value: string }[];
  causes: readonly { code: string; amount: string }[];
}

/** Shape and colour of each outcome; the word is its own. */
const shapes = {
  agrees: 'fulfilled',
  'within-tolerance': 'fulfilled',
  'beyond-tolerance': 'breached',
  undetermined: 'undetermined',
} as const satisfies Record<Reconciliation['verdict'], Verdict>;

/** The carrier's bill against our computation; null where there was no bill. */
export function reconciliationView(found: Reconciliation | null, voice: Voice): ReconciliationView | null {
  if (!found) return null;
  const { labels, say } = voice;
  const percent = (value: string | null, none: string) => (value === null ? none : `${value}%`);
  return {
    badge: { id: shapes[found.verdict], word: voice.reconciled[found.verdict] },
    clause: found.clause === null ? '' : say.clause(found.clause),
    rows: [
      { name: labels.bill, value: found.bill },
      { name: labels.claimed, value: grouped(found.claimed) },
      { name: labels.computed, value: money(found.computed, voice) },
      { name: labels.difference, value: money(found.difference, voice) },
      { name: labels.percent, value: percent(found.percent, labels.unknown) },
      { name: labels.tolerance, value: percent(found.tolerance, labels.none) },
    ],
    causes: found.causes.map(({ code, amount }) => ({ code, amount: grouped(amount) })),
  };
}
