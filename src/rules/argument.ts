import type { Contract, Obligation, Waiver } from '../contract/schema.generated.ts';
import { type AmendmentInForce, amended, amendmentsIn, inOrder, versionsWithin } from '../contract/versions.ts';
import type { Text } from '../locale/text.ts';
import type { Verdict } from '../locale/verdicts.ts';
import { nearest } from '../nearest.ts';
import { stop } from '../problem.ts';
import { type CaseClock, caseClocks } from './case-clock.ts';
import { check } from './check.ts';
import type { Facts } from './decide.ts';
import type { CheckResult, Finding, Receipt, Shown, WaiverState } from './finding.ts';
import { type Held, heldOutcome } from './held.ts';
import type { Inputs } from './inputs.ts';
import { flat } from './parameters.ts';
import type { Rule } from './rule.ts';
import { obligationIds, type Span, spansOf, termsOf } from './spans.ts';
import { inEffect } from './waivers.ts';

/** The verdict on one obligation as an argument: the clause, and for each part of the period terms, facts, clocks, records. */
export interface Argument {
  contract: string;
  period: { from: string; to: string };
  asOf: string;
  /** As the contract has it in the last part. */
  obligation: Obligation;
  /** What the register says of the clause, where it has it. */
  gist: Text | undefined;
  finding: Finding;
  parts: readonly Part[];
  /** Of this obligation and some of the period, also those that no longer count. */
  waivers: readonly WaiverState[];
  receipt: Receipt;
}

/** Days, inclusive, on which the obligation stands under the same terms, with what those days came to. */
export interface Part {
  from: string;
  to: string;
  obligation: Obligation;
  /** Those in force that changed what is judged here. */
  amendments: readonly AmendmentInForce[];
  waiver: Waiver | undefined;
  finding: Finding;
  /** One entry a reading; exactly one where the clause has but one. */
  readings: readonly Argued[];
  /** Of the reading that the evidence belongs to. */
  clocks: readonly CaseClock[];
}

/** What one reading came to. */
export interface Argued {
  id?: string;
  means?: Text;
  /** The parameters as the contract writes them, under this reading. */
  parameters: object;
  /** Those that the contract leaves to the rule file, flat. */
  defaults: object;
  verdict: Verdict;
  explanation: Text;
  facts: Shown;
  /** Of the facts, what the data gave: no terms. */
  found: Shown;
  /** The outcome of the rule that held; absent where the data could not be asked. */
  held?: Held;
}

/** How the verdict on one obligation came to be. Throws Stop, with the nearest, where the contract has none of that id. */
export async function argue(id: string, input: Inputs): Promise<Argument> {
  const { loaded, period, asOf } = input;
  const { contract } = loaded;
  const versions = versionsWithin(contract, period);
  const known = obligationIds(versions);
  if (!known.includes(id)) {
    stop('reference-unknown', { id, nearest: nearest(id, known), known }, { file: loaded.file });
  }
  const parts: Part[] = [];
  const whole = await check(input, { only: [id] });
  const spans = spansOf(id, versions, inEffect(contract, asOf), period);
  // A part is what a check of its days alone comes to.
  for (const span of spans) parts.push(await partOf(id, span, spans.length === 1 ? whole : undefined, input));
  const { findings, receipt } = whole;
  const [finding] = findings;
  const obligation = parts.at(-1)?.obligation;
  if (!finding || !obligation) throw new Error(`${id}: no finding`);
  const gist = contract.clauses?.find(({ ref }) => ref === finding.clause)?.gist;
  const { from, to } = period;
  const waivers = whole.waivers.filter((one) => one.obligation === id);
  return { contract: contract.id, period: { from, to }, asOf, obligation, gist, finding, parts, waivers, receipt };
}

async function partOf(id: string, span: Span, checked: CheckResult | undefined, input: Inputs): Promise<Part> {
  const { from, to, contract, waiver } = span;
  const period = { from, to, label: `${from}..${to}` };
  const result = checked ?? (await check({ ...input, period }, { only: [id] }));
  const [finding] = result.findings;
  const obligation = contract.obligations.find((one) => one.id === id);
  if (!finding || !obligation) throw new Error(`${id}: no finding from ${from} to ${to}`);
  const rule = input.rules.byKind.get(obligation.kind);
  const readings = await readingsOf(obligation, finding, rule);
  // Of a waived part the facts say what it is without the waiver.
  const judged = (readings.find((one) => one.id === finding.reading) ?? readings[0])?.verdict;
  const at = { asOf: input.asOf, calendar: input.calendar, known: judged !== 'undetermined' };
  return {
    ...{ from, to, obligation, waiver, finding, readings },
    amendments: changing(id, input.loaded.contract, from),
    clocks: caseClocks(finding.evidence, finding.facts, at),
  };
}

/** The amendments in force on a day that changed what the judgement of an obligation reads. */
function changing(id: string, contract: Contract, day: string): AmendmentInForce[] {
  const inForce = amendmentsIn(contract, { to: day });
  const all = inOrder(contract);
  return inForce.filter((_, i) => {
    const [before, after] = [all.slice(0, i), all.slice(0, i + 1)].map((some) => ({
      contract: amended(contract, some),
    }));
    return termsOf(id, before) !== termsOf(id, after);
  });
}

async function readingsOf(obligation: Obligation, finding: Finding, rule: Rule | undefined): Promise<Argued[]> {
  const argued = async (one: Omit<Argued, 'parameters' | 'defaults' | 'found'>, own: object): Promise<Argued> => {
    const parameters = { ...obligation.parameters, ...own };
    const written = flat(parameters);
    const defaults = Object.entries(flat(rule?.parameters ?? {})).filter(([name]) => !Object.hasOwn(written, name));
    // Without any fact the data were not asked: a term or a table is missing.
    const asked = rule !== undefined && Object.keys(one.facts).length > 0;
    const held = asked ? await heldOutcome(rule, one.facts as Facts) : undefined;
    const terms = new Set(['bearer', ...Object.keys(flat({ ...rule?.parameters, ...parameters }))]);
    const found = Object.fromEntries(Object.entries(one.facts).filter(([name]) => !terms.has(name)));
    return { ...one, found, parameters, defaults: Object.fromEntries(defaults), ...(held && { held }) };
  };
  if (finding.readings.length === 0) {
    const one = await argued({ verdict: finding.verdict, explanation: finding.explanation, facts: finding.facts }, {});
    if (finding.verdict !== 'waived' || !one.held) return [one];
    // What is not triggered is not waived, unless the records at hand are not all.
    const without = one.held.verdict === 'not-triggered' ? 'undetermined' : one.held.verdict;
    return [{ ...one, verdict: without }];
  }
  const all: Argued[] = [];
  for (const { id, means, verdict, explanation, facts } of finding.readings) {
    const own = obligation.readings?.find((reading) => reading.id === id)?.parameters ?? {};
    all.push(await argued({ id, means, verdict, explanation, facts }, own));
  }
  return all;
}
