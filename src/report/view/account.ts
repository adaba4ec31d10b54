import type { Account, PeriodSummary } from '../../billing/statement.ts';
import { money } from './lines.ts';
import { grouped, type Voice } from './words.ts';

export interface PeriodView {
  period: string;
  total: string;
  adjustments: string;
  claimed: string;
  difference: string;
  outcome: string;
}

/** The settlement periods of a longer one. */
export const periodViews = (all: readonly PeriodSummary[], voice: Voice): PeriodView[] =>
  all.map((one) => ({
    period: one.period,
    total: money(one.total, voice),
    adjustments: one.adjustments === '0.00' ? '' : money(one.adjustments, voice),
    claimed: one.claimed === null ? '' : grouped(one.claimed),
    difference: one.claimed === null ? '' : money(one.difference, voice),
    outcome: one.verdict === null ? '' : voice.reconciled[one.verdict],
  }));

export interface AccountView {
  opening: string;
  closing: string;
  entries: readonly { day: string; what: string; id: string; amount: string; balance: string }[];
}

/** Bills and payments with what is unpaid after each; null where there is nothing to show. */
export function accountView(account: Account | null, { labels }: Voice): AccountView | null {
  if (!account || (account.entries.length === 0 && account.opening === '0.00')) return null;
  const words = { bill: labels.billed, payment: labels.payment };
  return {
    opening: grouped(account.opening),
    closing: grouped(account.closing),
    entries: account.entries.map(({ day, kind, id, amount, balance }) => ({
      ...{ day, what: words[kind], id, amount: grouped(amount), balance: grouped(balance) },
    })),
  };
}
