import type { Waiver } from '../contract/schema.generated.ts';
import { amendmentsIn, versionsWithin } from '../contract/versions.ts';
import type { Verdict } from '../locale/verdicts.ts';
import type { Records } from '../records/open.ts';
import { nextDay } from '../time/day.ts';
import type { CheckResult, Finding } from './finding.ts';
import { portGovernance } from './governance/source.ts';
import { breachGrades } from './grades/source.ts';
import type { Inputs } from './inputs.ts';
import { judge, type Question, questions } from './judge.ts';
import { combine, type Piece, waived } from './pieces.ts';
import { receipt } from './receipt.ts';
import { gatherFacts } from './scan.ts';
import type { Answer, Source } from './source.ts';
import { obligationIds, type Span, spansOf } from './spans.ts';
import type { Statement, Window } from './statement.ts';
import { storeTerms } from './terms.ts';
import { inEffect, waiversOf } from './waivers.ts';

export interface CheckOptions {
  /** Only these obligations; all when absent. */
  only?: readonly string[];
  /** Evidence rows kept for the page; the total is always counted. */
  evidenceRows?: number;
  trace?: (statement: Statement) => void;
}

/**
 * The findings of a period: every obligation of the contract, once, in the contract's order, each case under the terms
 * in force on the day of its trigger. Same contract, records, period and as-of give the same result. Throws RuleDefect
 * where a rule file is broken.
 */
export async function check(input: Inputs, options: CheckOptions = {}): Promise<CheckResult> {
  const { loaded, period, asOf } = input;
  const { contract } = loaded;
  const versions = versionsWithin(contract, period);
  const waivers = inEffect(contract, asOf);
  const ids = obligationIds(versions).filter((id) => options.only?.includes(id) ?? true);
  const spans = ids.map((id) => ({ id, spans: spansOf(id, versions, waivers, period) }));
  const pieces = await findingsOf(spans, input, options);
  const findings = spans.map(({ id, spans: own }) => combine(own.flatMap((span) => pieces.get(keyOf(id, span)) ?? [])));
  return {
    contract: contract.id,
    period: { from: period.from, to: period.to },
    asOf,
    amendments: amendmentsIn(contract, period),
    waivers: waiversOf(contract, findings, period, asOf),
    findings,
    summary: tally(findings),
    receipt: receipt(input),
  };
}

const keyOf = (id: string, { from }: Span) => `${id} ${from}`;

/** The finding of each obligation in each of its spans. Obligations with the same days and terms share their scans. */
async function findingsOf(
  asked: readonly { id: string; spans: readonly Span[] }[],
  { records, rules, asOf }: Inputs,
  options: CheckOptions,
): Promise<Map<string, Piece>> {
  const groups = new Map<string, { span: Span; waivers: Map<string, Waiver | undefined> }>();
  for (const { id, spans } of asked) {
    for (const span of spans) {
      const key = `${span.from} ${span.to}`;
      const group = groups.get(key) ?? { span, waivers: new Map() };
      group.waivers.set(id, span.waiver);
      groups.set(key, group);
    }
  }
  const found = new Map<string, Piece>();
  for (const { span, waivers } of groups.values()) {
    const { contract, from, to } = span;
    const window: Window = { from: `${from} 00:00:00`, until: `${nextDay(to)} 00:00:00`, asOf };
    await storeTerms(records.store, contract, { from, to, label: '' });
    const obligations = contract.obligations.filter(({ id }) => waivers.has(id));
    const all = obligations.map((obligation) => questions(contract, obligation, rules, records));
    const facts = await factsOf(all.flat(), records, window, options);
    for (const [i, obligation] of obligations.entries()) {
      const finding = await judge(obligation, all[i] ?? [], facts, records.store, window, options.evidenceRows ?? 20);
      found.set(keyOf(obligation.id, span), waived({ ...finding, from, to }, waivers.get(obligation.id)));
    }
  }
  return found;
}

/** Sources of facts that no aggregate gives, by the name under which rule files ask for them. */
const sources: Readonly<Record<string, Source>> = {
  'breach-grades': breachGrades,
  'port-governance': portGovernance,
};

/** The facts of every question that the data can answer: one scan a relation for all of them, and what is computed. */
async function factsOf(
  all: readonly Question[],
  records: Records,
  window: Window,
  options: CheckOptions,
): Promise<Map<Question, Answer>> {
  const asked = all.flatMap((question) => (question.case ? [{ question, case: question.case }] : []));
  const plain = asked.filter((one) => one.case.rule.computed === undefined);
  const facts = await gatherFacts(
    records.store,
    plain.map((one) => one.case),
    window,
    options.trace,
  );
  const answers = new Map<Question, Answer>(plain.map(({ question }, i) => [question, { facts: facts[i] ?? {} }]));
  for (const { question, case: of } of asked) {
    const source = of.rule.computed === undefined ? undefined : sources[of.rule.computed];
    if (source) answers.set(question, await source(records, of, window));
  }
  return answers;
}

function tally(findings: readonly Finding[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of findings) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}
