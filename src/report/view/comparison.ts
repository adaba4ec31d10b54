import type { Turn } from '../../locale/report.ts';
import type { Comparison } from '../compare.ts';
import { anchor } from './finding.ts';
import { money } from './lines.ts';
import { type Badge, badge, type Voice } from './words.ts';

export interface ComparisonView {
  title: string;
  note: string;
  /** Changes by what became of the obligation. */
  turns: readonly { name: string; changes: readonly ChangeView[] }[];
  cost: readonly { name: string; before: string; after: string; difference: string }[];
}

interface ChangeView {
  title: string;
  clause: string;
  /** Empty where the obligation is not on this page. */
  href: string;
  before: Badge | null;
  after: Badge | null;
}

/** What changed since an earlier period; null where that was not asked for. */
export function comparisonView(found: Comparison | undefined, voice: Voice): ComparisonView | null {
  if (!found) return null;
  const { lang, labels, say } = voice;
  const turns = [...new Set(found.changes.map(({ turn }) => turn))];
  return {
    title: say.comparedWith(found.period.from, found.period.to),
    note:
      found.changes.length === 0 ? labels.nothingChanged : say.turned(turns.map((turn) => counted(turn, found, voice))),
    turns: turns.map((turn) => ({
      name: voice.turns[turn],
      changes: found.changes
        .filter((one) => one.turn === turn)
        .map(({ title, clause, before, after, ...one }) => ({
          title: title[lang],
          clause: say.clause(clause),
          href: after === null ? '' : `#${anchor(one)}`,
          before: before && badge(before, voice),
          after: after && badge(after, voice),
        })),
    })),
    cost: found.cost.map(({ name, before, after, difference }) => ({
      name: voice.costs[name],
      before: money(before, voice),
      after: money(after, voice),
      difference: difference === null ? labels.unknown : signed(money(difference, voice)),
    })),
  };
}

const counted = (turn: Turn, { changes }: Comparison, voice: Voice) => ({
  word: voice.turns[turn],
  count: changes.filter((one) => one.turn === turn).length,
});

/** A difference says that it is one. */
const signed = (amount: string): string => (/^[1-9]|^0\.\d*[1-9]/.test(amount) ? `+${amount}` : amount);
