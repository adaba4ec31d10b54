import type { LoadedContract } from '../contract/load.ts';
import type { Contract } from '../contract/schema.generated.ts';
import type { Text } from '../locale/text.ts';
import { type Problem, problem } from '../problem.ts';
import { decided, type Facts, type FactValue, RuleDefect } from '../rules/decide.ts';
import { factsAt, type Values } from './facts/evaluate.ts';
import { inForceOn, pointerInFile } from './in-force.ts';
import { loadReviewRules } from './load.ts';
import { type Hit, joined } from './parties.ts';
import { clauseOf, find } from './path.ts';
import type { ReviewRule } from './rule.ts';

/** A defect of a contract: the rule that found it, where, and what follows. */
export interface Defect {
  rule: ReviewRule;
  /** As printed; undefined where the defect is of the contract as a whole. */
  clause: string | undefined;
  /** JSON pointer into the file. */
  pointer: string;
  message: Text;
  why: Text;
  help: Text;
}

/**
 * What the rules find in a contract as it reads on a day, with its amendments: errors first, then by clause in the order of the register. `others` are the
 * contracts to compare it with, `asOf` is a Beijing day. Throws RuleDefect for a rule that cannot be decided.
 */
export async function defectsIn(
  contract: Contract,
  others: readonly Contract[],
  asOf: string,
  rules: readonly ReviewRule[] = loadReviewRules(),
): Promise<Defect[]> {
  const found: Defect[] = [];
  const now = inForceOn(contract, asOf);
  const rest = others.map((other) => inForceOn(other, asOf));
  for (const rule of rules) {
    const hits: Hit[] = [];
    for (const { pointer } of rule.select.flatMap((path) => find(now, path))) {
      const facts = factsAt(rule, { root: now, pointer, others: rest, asOf });
      if (!facts || !(await decided(rule.code, rule.when, plain(facts)))) continue;
      const clause = typeof facts.clause === 'string' ? facts.clause || undefined : clauseOf(now, pointer);
      hits.push({ clause, pointer, facts });
    }
    for (const hit of joined(hits)) {
      found.push({ ...defect(rule, hit), pointer: pointerInFile(contract, now, hit.pointer) });
    }
  }
  return inOrder(distinct(found), contract);
}

/** The same as problems, each at its place in the file. */
export async function review(
  { contract, source }: Pick<LoadedContract, 'contract' | 'source'>,
  others: readonly Contract[],
  asOf: string,
  rules?: readonly ReviewRule[],
): Promise<Problem[]> {
  const found = await defectsIn(contract, others, asOf, rules);
  return found.map((one) => {
    const data = { rule: one.rule.code, message: headed(one), help: sourced(one) };
    return problem('review', data, source.locate(one.pointer), one.rule.severity);
  });
}

/** Clause, defect and consequence; a defect that begins with its clause is not headed by it again. */
const headed = ({ clause, message, why }: Defect): Text => {
  const head = (text: string, colon: string) =>
    clause === undefined || /^[ 、,:]/.test(text.startsWith(clause) ? text.slice(clause.length) : '')
      ? text
      : `${clause}${colon}${text}`;
  return { zh: `${head(message.zh, '：')}${why.zh}。`, en: `${head(message.en, ': ')} ${why.en}.` };
};

/** The mend, with the legal source where there is one. */
const sourced = ({ rule: { law }, help }: Defect): Text => ({
  zh: `${help.zh}${law ? `依据：${law.zh}。` : ''}`,
  en: `${help.en}${law ? ` Source: ${law.en}.` : ''}`,
});

function defect(rule: ReviewRule, { clause, pointer, facts }: Hit): Defect {
  const said = (text: Text) => filled(text, facts, rule.code);
  return { rule, clause, pointer, message: said(rule.message), why: said(rule.why), help: said(rule.help) };
}

/** Only what conditions may compare; the rest is for messages. */
function plain(facts: Values): Facts {
  const values = Object.entries(facts).filter(([, value]) => typeof value !== 'object');
  return Object.fromEntries(values) as Record<string, FactValue>;
}

/** The text with each {fact} filled in. Throws RuleDefect for a fact that is not there. */
function filled(text: Text, facts: Values, code: string): Text {
  const fill = (lang: keyof Text) =>
    text[lang].replace(/\{([a-z_]+)\}/g, (_, name: string) => {
      if (!Object.hasOwn(facts, name)) throw new RuleDefect(`${code}: unknown fact "${name}"`);
      return shown(facts[name], lang);
    });
  return { zh: fill('zh'), en: fill('en') };
}

function shown(value: unknown, lang: keyof Text): string {
  if (Array.isArray(value)) {
    const isText = value.some((one) => typeof one === 'object');
    const between = isText ? { zh: '；', en: '; ' }[lang] : { zh: '、', en: ', ' }[lang];
    return value.map((one) => shown(one, lang)).join(between);
  }
  return typeof value === 'object' && value !== null ? (value as Text)[lang] : String(value);
}

const same = (a: Defect, b: Defect): boolean =>
  a.rule.code === b.rule.code && a.clause === b.clause && a.message.zh === b.message.zh;

const distinct = (found: readonly Defect[]): Defect[] =>
  found.filter((one, i) => !found.slice(0, i).some((earlier) => same(one, earlier)));

const severities = ['error', 'warning', 'info'];

function inOrder(found: readonly Defect[], { clauses = [] }: Contract): Defect[] {
  const places = new Map(clauses.map(({ ref }, i) => [ref, i]));
  const place = ({ clause }: Defect) => places.get(clause ?? '') ?? -1;
  const weight = ({ rule }: Defect) => severities.indexOf(rule.severity);
  return found.toSorted((a, b) => weight(a) - weight(b) || place(a) - place(b));
}
