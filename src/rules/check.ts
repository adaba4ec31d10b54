import type { Waiver } from '../contract/schema.generated.ts';
import { amendmentsIn, versionsWithin } from '../contract/versions.ts';
import type { Verdict } from '../locale/verdicts.ts';
import type { Records } from '../records/open.ts';
import { nextDay } from '../time/day.ts';
import { type Anomaly, anomaliesOf, type Search, searches } from './anomalies.ts';
import type { AllEvidence } from './evidence.ts';
import type { CheckResult, Finding } from './finding.ts';
import { portGovernance } from './governance/source.ts';
import { breachGrades } from './grades/source.ts';
import type { Inputs } from './inputs.ts';
import { judge, type Question, questions, topicOf } from './judge.ts';
import { combine, type Piece, waived } from './pieces.ts';
import { receipt } from './receipt.ts';
import { rightsOf } from './rights.ts';
import { gatherFacts, type Scan } from './scan.ts';
import type { Answer, Source } from './source.ts';
import { obligationIds, type Span, spansOf } from './spans.ts';
import type { Window } from './statement.ts';
import { storeTerms } from './terms.ts';
import { inEffect, waiversOf } from './waivers.ts';

export interface CheckOptions {
  /** Only these obligations; all when absent. */
  only?: readonly string[];
  /** Also look for doubtful rows and rights that have arisen; so it is when no obligations are named. */
  beside?: boolean;
  /** Evidence rows kept for the page; the total is always counted. */
  evidenceRows?: number;
  /** Is given all evidence of each finding that has any, of each part of the period by itself, while the store answers it. */
  evidenceTo?: (piece: Piece, all: AllEvidence) => Promise<void>;
  trace?: (scan: Scan) => void;
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
  const wanted = options.beside ?? options.only === undefined;
  const searched = wanted ? searches(input) : [];
  const { pieces, anomalies } = await findingsOf(spans, searched, input, options);
  const findings = spans.map(({ id, spans: own }) => combine(own.flatMap((span) => pieces.get(keyOf(id, span)) ?? [])));
  return {
    contract: contract.id,
    period: { from: period.from, to: period.to },
    asOf,
    amendments: amendmentsIn(contract, period),
    waivers: waiversOf(contract, findings, period, asOf),
    findings,
    rights: wanted
      ? await rightsOf(input.rules.rights, versions.at(-1)?.contract ?? contract, input.records, asOf)
      : [],
    anomalies,
    problems: input.records.problems,
    summary: tally(findings),
    receipt: receipt(input),
  };
}

const keyOf = (id: string, { from }: Pick<Span, 'from'>) => `${id} ${from}`;

/**
 * The finding of each obligation in each of its spans. Obligations with the same days and terms share their scans, and
 * those of the whole period share them with the search for anomalies.
 */
async function findingsOf(
  asked: readonly { id: string; spans: readonly Span[] }[],
  searched: readonly Search[],
  { loaded, records, rules, period, asOf }: Inputs,
  options: CheckOptions,
): Promise<{ pieces: Map<string, Piece>; anomalies: Anomaly[] }> {
  const found = new Map<string, Piece>();
  let anomalies: Anomaly[] = [];
  const whole = searched.length > 0 ? { ...period, contract: loaded.contract } : undefined;
  for (const { span, waivers, isWhole } of groupsOf(asked, whole)) {
    const { contract, from, to } = span;
    const window: Window = { from: `${from} 00:00:00`, until: `${nextDay(to)} 00:00:00`, asOf };
    await storeTerms(records.store, contract, { from, to, label: '' });
    const obligations = contract.obligations.filter(({ id }) => waivers.has(id));
    const all = obligations.map((obligation) => questions(contract, obligation, rules, records));
    const sought = isWhole ? searched : [];
    const { answers, counts } = await answersOf(all.flat(), sought, records, window, options);
    for (const [i, obligation] of obligations.entries()) {
      const about = { obligation, topic: topicOf(obligation, rules), asked: all[i] ?? [] };
      const judged = await judge(about, answers, records.store, window, options.evidenceRows ?? 20);
      const piece = waived({ ...judged.finding, from, to }, waivers.get(obligation.id));
      found.set(keyOf(obligation.id, span), piece);
      const evidence = options.evidenceTo && piece.evidenceTotal > 0 ? await judged.allEvidence() : undefined;
      if (evidence) await options.evidenceTo?.(piece, evidence);
    }
    if (isWhole) anomalies = await anomaliesOf(sought, counts, records.store, window);
  }
  return { pieces: found, anomalies };
}

type Days = Pick<Span, 'from' | 'to' | 'contract'>;

interface Group {
  span: Days;
  /** The obligations that stand throughout these days, and what waives them. */
  waivers: Map<string, Waiver | undefined>;
  /** These days are all that is asked about. */
  isWhole: boolean;
}

/** Obligations by the days on which their terms stand; the whole period, where it is given, has a group in any case. */
function groupsOf(asked: readonly { id: string; spans: readonly Span[] }[], whole: Days | undefined): Group[] {
  const groups = new Map<string, Group>();
  const key = ({ from, to }: Days) => `${from} ${to}`;
  if (whole) groups.set(key(whole), { span: whole, waivers: new Map(), isWhole: true });
  for (const { id, spans } of asked) {
    for (const span of spans) {
      const group = groups.get(key(span)) ?? { span, waivers: new Map(), isWhole: false };
      group.waivers.set(id, span.waiver);
      // The terms of these days, where `whole` only stands for them.
      groups.set(key(span), { ...group, span });
    }
  }
  return [...groups.values()];
}

/** Sources of facts that no aggregate gives, by the name under which rule files ask for them. */
const sources: Readonly<Record<string, Source>> = {
  'breach-grades': breachGrades,
  'port-governance': portGovernance,
};

/** What the data say to every question, and how many rows of each anomaly: one scan a relation for all, and what is computed. */
async function answersOf(
  all: readonly Question[],
  searched: readonly Search[],
  records: Records,
  window: Window,
  { trace }: CheckOptions,
): Promise<{ answers: Map<Question, Answer>; counts: Readonly<Record<string, number>>[] }> {
  const asked = all.flatMap((question) => (question.case ? [{ question, case: question.case }] : []));
  const plain = asked.filter((one) => one.case.rule.computed === undefined);
  const cases = [...plain, ...searched].map((one) => one.case);
  const facts = await gatherFacts(records.store, cases, window, trace);
  const answers = new Map<Question, Answer>(plain.map(({ question }, i) => [question, { facts: facts[i] ?? {} }]));
  for (const { question, case: of } of asked) {
    const source = of.rule.computed === undefined ? undefined : sources[of.rule.computed];
    if (source) answers.set(question, await source(records, of, window));
  }
  return { answers, counts: facts.slice(plain.length) };
}

/** How many findings have each verdict. */
export function tally(findings: readonly Pick<Finding, 'verdict'>[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of findings) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}
