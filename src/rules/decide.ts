import { Engine } from 'json-rules-engine';
import type { Verdict } from '../locale/verdicts.ts';
import type { Condition, Outcome, Rule } from './rule.ts';

export type FactValue = number | string | boolean | readonly string[];
export type Facts = Readonly<Record<string, FactValue>>;

/** A rule whose conditions cannot be decided: a defect of the rule file, never a verdict. */
export class RuleDefect extends Error {
  override name = 'RuleDefect';
}

/**
 * The first outcome whose conditions hold. json-rules-engine decides; this adapter closes what it leaves
 * open: an unknown fact, a fact that is no finite number where numbers are compared, an empty list of conditions, a
 * comparison of different types and a path are defects, never a pass. Throws RuleDefect, also when no outcome holds.
 */
export async function outcomeOf(rule: Rule, facts: Facts): Promise<Outcome> {
  for (const outcome of rule.outcomes) {
    if (await decided(rule.kind, outcome.when, facts)) return outcome;
  }
  throw new RuleDefect(`${rule.kind}: no outcome holds`);
}

/** Its verdict; throws like `outcomeOf`. */
export const decide = async (rule: Rule, facts: Facts): Promise<Verdict> => (await outcomeOf(rule, facts)).verdict;

/** Whether the condition of a rule, which the defect names, holds; throws RuleDefect where it cannot be decided. */
export async function decided(rule: string, when: Condition, facts: Facts): Promise<boolean> {
  strict(rule, when, facts);
  return holds(when, facts);
}

/** Whether a condition holds. One engine a question: in a shared one a throw would reject the whole run. */
export async function holds(when: Condition, facts: Facts): Promise<boolean> {
  const conditions = 'all' in when || 'any' in when || 'not' in when ? when : { all: [when] };
  const engine = new Engine([], {
    pathResolver: () => {
      throw new RuleDefect('a condition names a path');
    },
  });
  engine.addRule({ conditions: structuredClone(conditions) as never, event: { type: 'holds' } });
  const { events } = await engine.run({ ...facts });
  return events.length > 0;
}

const numeric = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']);

function strict(rule: string, condition: Condition, facts: Facts): void {
  const defect = (what: string): never => {
    throw new RuleDefect(`${rule}: ${what}`);
  };
  if ('all' in condition || 'any' in condition) {
    const list = 'all' in condition ? condition.all : condition.any;
    if (list.length === 0) defect('an empty list of conditions');
    for (const one of list) strict(rule, one, facts);
    return;
  }
  if ('not' in condition) {
    strict(rule, condition.not, facts);
    return;
  }
  if ('path' in condition) defect('a condition names a path');
  const left = factOf(condition.fact, facts) ?? defect(`unknown fact "${condition.fact}"`);
  const right = comparedWith(condition.value, facts) ?? defect(`no value to compare "${condition.fact}" with`);
  for (const side of [left, right]) {
    if (typeof side === 'number' && !Number.isFinite(side)) defect(`"${condition.fact}" is no finite number`);
    if (numeric.has(condition.operator) && typeof side !== 'number') defect(`"${condition.fact}" is no number`);
  }
  const listed = condition.operator === 'in' || condition.operator === 'notIn';
  if (listed ? !Array.isArray(right) : typeof left !== typeof right) {
    defect(`"${condition.fact}" is compared with a value of another type`);
  }
}

const factOf = (name: string, facts: Facts): FactValue | undefined =>
  Object.hasOwn(facts, name) ? facts[name] : undefined;

function comparedWith(value: unknown, facts: Facts): unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && 'fact' in value) {
    return factOf(String(value.fact), facts);
  }
  return value;
}
