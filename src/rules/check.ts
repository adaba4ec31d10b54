import type { Verdict } from '../locale/verdicts.ts';
import type { Records } from '../records/open.ts';
import { nextDay } from '../time/day.ts';
import type { CheckResult, Finding } from './finding.ts';
import type { Inputs } from './inputs.ts';
import { judge, type Question, questions } from './judge.ts';
import { receipt } from './receipt.ts';
import { gatherFacts } from './scan.ts';
import type { Statement, Window } from './statement.ts';
import { storeTerms } from './terms.ts';

export interface CheckOptions {
  /** Evidence rows kept for the page; the total is always counted. */
  evidenceRows?: number;
  trace?: (statement: Statement) => void;
}

/**
 * The findings of a period: every obligation of the contract, once, in the contract's order.
 * Same contract, records, period and as-of give the same result. Throws RuleDefect where a rule file is broken.
 */
export async function check(input: Inputs, options: CheckOptions = {}): Promise<CheckResult> {
  const { loaded, records, rules, period, asOf } = input;
  const { contract } = loaded;
  const window: Window = { from: `${period.from} 00:00:00`, until: `${nextDay(period.to)} 00:00:00`, asOf };
  await storeTerms(records.store, contract, period);

  const asked = contract.obligations.map((obligation) => questions(contract, obligation, rules, records));
  const facts = await factsOf(asked.flat(), records, window, options);
  const findings: Finding[] = [];
  for (const [i, obligation] of contract.obligations.entries()) {
    findings.push(await judge(obligation, asked[i] ?? [], facts, records.store, window, options.evidenceRows ?? 20));
  }
  return {
    contract: contract.id,
    period: { from: period.from, to: period.to },
    asOf,
    findings,
    summary: tally(findings),
    receipt: receipt(input),
  };
}

/** The facts of every question that the data can answer: one scan a relation for all of them. */
async function factsOf(
  all: readonly Question[],
  records: Records,
  window: Window,
  options: CheckOptions,
): Promise<Map<Question, Record<string, number>>> {
  const asked = all.flatMap((question) => (question.case ? [{ question, case: question.case }] : []));
  const cases = asked.map((one) => one.case);
  const facts = await gatherFacts(records.store, cases, window, options.trace);
  return new Map(asked.map(({ question }, i) => [question, facts[i] ?? {}]));
}

function tally(findings: readonly Finding[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of findings) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}
