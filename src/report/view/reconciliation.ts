import type { Reconciliation } from '../../billing/statement.ts';
import { remarks } from '../../format/bill/reconciliation.ts';
import type { Verdict } from '../../locale/verdicts.ts';
import { money } from './lines.ts';
import { type Badge, grouped, type Voice } from './words.ts';

export interface ReconciliationView {
  badge: Badge;
  period: string;
  clause: string;
  rows: readonly { name: string; value: string }[];
  /** Causes, contradictions and what to do next, a sentence each. */
  remarks: readonly string[];
}

/** Shape and colour of each outcome; the word is its own. */
const shapes = {
  agrees: 'fulfilled',
  'within-tolerance': 'fulfilled',
  'beyond-tolerance': 'breached',
  undetermined: 'undetermined',
} as const satisfies Record<Reconciliation['verdict'], Verdict>;

/** One of the carrier's bills against our computation. */
export function reconciliationView(found: Reconciliation, voice: Voice): ReconciliationView {
  const { labels, say, lang } = voice;
  const percent = (value: string | null, none: string) => (value === null ? none : `${value}%`);
  return {
    badge: { id: shapes[found.verdict], word: voice.reconciled[found.verdict] },
    period: found.period,
    clause: found.clause === null ? '' : say.clause(found.clause),
    rows: [
      { name: labels.bill, value: found.bill },
      { name: labels.claimed, value: grouped(found.claimed) },
      { name: labels.computed, value: money(found.computed, voice) },
      { name: labels.difference, value: money(found.difference, voice) },
      { name: labels.percent, value: percent(found.percent, labels.unknown) },
      { name: labels.tolerance, value: percent(found.tolerance, labels.none) },
    ],
    remarks: remarks(found, lang),
  };
}
