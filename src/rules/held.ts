import type { Verdict } from '../locale/verdicts.ts';
import { type Facts, type FactValue, holds, outcomeOf } from './decide.ts';
import type { Condition, Rule } from './rule.ts';

/** One comparison that the decision rests on. */
export interface HeldCondition {
  fact: string;
  value: FactValue;
  operator: string;
  /** What it was compared with. */
  than: FactValue;
  /** The fact that it was compared with, where that is no number of the rule. */
  thanFact?: string;
  /** The comparison does not hold, and the rule asks that it does not. */
  not?: true;
}

/** The outcome of a rule that held, and the comparisons that made it hold. */
export interface Held {
  verdict: Verdict;
  conditions: readonly HeldCondition[];
}

/** Which outcome of the rule holds over these facts, and by which comparisons. Throws RuleDefect like `outcomeOf`. */
export async function heldOutcome(rule: Rule, facts: Facts): Promise<Held> {
  const { verdict, when } = await outcomeOf(rule, facts);
  return { verdict, conditions: await why(when, facts, true) };
}

/** The comparisons by which a condition holds, or does not: of several that would do, those that did. */
async function why(condition: Condition, facts: Facts, wanted: boolean): Promise<HeldCondition[]> {
  if ('not' in condition) return why(condition.not, facts, !wanted);
  if ('all' in condition || 'any' in condition) {
    const found: HeldCondition[] = [];
    for (const one of 'all' in condition ? condition.all : condition.any) {
      if ((await holds(one, facts)) === wanted) found.push(...(await why(one, facts, wanted)));
    }
    return found;
  }
  const { fact, operator, value } = condition;
  const thanFact = typeof value === 'object' && value !== null && 'fact' in value ? String(value.fact) : undefined;
  const than = thanFact === undefined ? (value as FactValue) : (facts[thanFact] as FactValue);
  const compared = { fact, value: facts[fact] as FactValue, operator, than };
  return [{ ...compared, ...(thanFact !== undefined && { thanFact }), ...(!wanted && { not: true as const }) }];
}
