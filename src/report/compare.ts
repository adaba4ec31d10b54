import type { Statement } from '../billing/statement.ts';
import { type Turn, turns } from '../locale/report.ts';
import type { Text } from '../locale/text.ts';
import type { Verdict } from '../locale/verdicts.ts';
import { decimal, subtract, totalOf, yuan } from '../money.ts';
import type { CheckResult, Finding } from '../rules/finding.ts';

/** One period's results of one contract. */
export interface Results {
  check: CheckResult;
  statement: Statement | null;
}

export interface Change {
  turn: Turn;
  obligation: string;
  title: Text;
  clause: string;
  bearer: Finding['bearer'];
  before: Verdict | null;
  after: Verdict | null;
}

export interface Comparison {
  /** The period before, inclusive Beijing days. Both periods are judged at the same as-of. */
  period: { from: string; to: string };
  changes: readonly Change[];
  /** Yuan; null where one of the two cannot be determined. */
  cost: {
    name: 'total' | 'credits' | 'payable';
    before: string | null;
    after: string | null;
    difference: string | null;
  }[];
  /** Id of the receipt of the period before. */
  receipt: string;
}

/** What changed from one period to another, what needs action first. */
export function compare(before: Results, after: Results): Comparison {
  const [old, now] = [before, after].map(({ check }) => new Map(check.findings.map((one) => [one.obligation, one])));
  const ids = [...new Set([...after.check.findings, ...before.check.findings].map(({ obligation }) => obligation))];
  const changes = ids.flatMap((id) => changeOf(old?.get(id), now?.get(id)));
  return {
    period: before.check.period,
    changes: changes.toSorted((a, b) => turns.indexOf(a.turn) - turns.indexOf(b.turn)),
    cost: costOf(before.statement, after.statement),
    receipt: before.check.receipt.id,
  };
}

function changeOf(before: Finding | undefined, after: Finding | undefined): Change[] {
  const shown = after ?? before;
  const turn = turnOf(before?.verdict, after?.verdict);
  if (!shown || !turn) return [];
  const { obligation, title, clause, bearer } = shown;
  return [{ turn, obligation, title, clause, bearer, before: before?.verdict ?? null, after: after?.verdict ?? null }];
}

/** Verdicts that say that all is well. */
const kept = new Set<Verdict | undefined>(['fulfilled', 'not-triggered']);
/** Verdicts that leave open whether it is. */
const unsure = new Set<Verdict | undefined>(['undetermined', 'disputed', 'at-risk', 'needs-attestation']);

function turnOf(before: Verdict | undefined, after: Verdict | undefined): Turn | undefined {
  if (after === 'breached') return before === 'breached' ? 'still-breached' : 'new-breach';
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  if (after === 'waived') return before === 'waived' ? undefined : 'waived';
  if (before === 'breached') return after === 'fulfilled' ? 'cured' : after === 'not-triggered' ? 'no-case' : 'open';
  if (kept.has(before) && unsure.has(after)) return 'clouded';
  return unsure.has(before) && kept.has(after) ? 'cleared' : undefined;
}

function costOf(before: Statement | null, after: Statement | null): Comparison['cost'] {
  if (!before || !after) return [];
  const of = (name: 'total' | 'payable') => ({ name, ...spread(before[name], after[name]) });
  return [of('total'), { name: 'credits', ...spread(creditsOf(before), creditsOf(after)) }, of('payable')];
}

function spread(before: string | null, after: string | null) {
  const difference = before === null || after === null ? null : yuan(subtract(decimal(after), decimal(before)));
  return { before, after, difference };
}

/** What is taken off for certain; null where one of the amounts is not known. */
const creditsOf = ({ credits }: Statement): string | null =>
  totalOf(credits.filter(({ due }) => due).map(({ amount }) => amount));
