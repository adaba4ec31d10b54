import type { Text } from '../locale/text.ts';
import type { Severity } from '../problem.ts';
import type { Condition } from '../rules/rule.ts';

/** A path into the contract, another $fact, a literal, or a function with its arguments. */
export type Expression = string | number | boolean | readonly Expression[];

/** A contract laid over the base: what a rule must leave alone, or must find. */
export interface Example {
  contract?: object;
  others?: readonly object[];
  as_of?: string;
}

/** What a file of rules/review says of one defect. */
export interface ReviewRule {
  code: string;
  family: string;
  severity: Severity;
  title: Text;
  why: Text;
  law?: Text;
  select: readonly string[];
  facts: Readonly<Record<string, Expression>>;
  when: Condition;
  message: Text;
  help: Text;
  examples: { good: Example; bad: Example };
}
