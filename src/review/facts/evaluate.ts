import { stated } from '../../contract/term.ts';
import { RuleDefect } from '../../rules/decide.ts';
import { find, fromRoot, isPath } from '../path.ts';
import type { Expression, ReviewRule } from '../rule.ts';
import { functions, tolerant } from './functions.ts';

/** Where a rule looks: a contract, a place in it, the other contracts, and the Beijing day on which it is reviewed. */
export interface Subject {
  root: object;
  pointer: string;
  others: readonly object[];
  asOf: string;
}

export type Values = Readonly<Record<string, unknown>>;

/**
 * The facts of a rule at a place, in the order of the file, after `as_of`, the `steps` of its pointer, `key` (the last
 * of them) and `index` (its place in a list, else -1); undefined where one of them has no value. Throws RuleDefect for a
 * function or a fact that is not there.
 */
export function factsAt(rule: ReviewRule, subject: Subject): Values | undefined {
  const steps = subject.pointer.split('/').slice(1);
  const key = steps.at(-1) ?? '';
  const values: Record<string, unknown> = {
    as_of: subject.asOf,
    steps,
    key,
    index: /^\d+$/.test(key) ? Number(key) : -1,
  };
  for (const [name, expression] of Object.entries(rule.facts)) {
    const value = evaluate(expression, subject, values, rule.code);
    if (value === undefined) return undefined;
    values[name] = value;
  }
  return values;
}

function evaluate(expression: Expression, subject: Subject, known: Values, code: string): unknown {
  if (typeof expression === 'string') {
    if (isPath(expression)) return valueAt(withFacts(expression, known), subject);
    if (!expression.startsWith('$')) return expression;
    const name = expression.slice(1);
    if (!Object.hasOwn(known, name)) throw new RuleDefect(`${code}: unknown fact "${name}"`);
    return known[name];
  }
  if (!Array.isArray(expression)) return expression;
  const [called, ...args] = expression as readonly Expression[];
  const name = String(called);
  if (name === 'given' || name === 'blank') return isThere(name, withFacts(String(args[0]), known), subject);
  if (name === 'others') {
    const inner = args[0] ?? '';
    const all = subject.others.map((root) => evaluate(inner, { ...subject, root, pointer: '' }, known, code));
    return all.filter((value) => value !== undefined);
  }
  const made = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!made) throw new RuleDefect(`${code}: unknown function "${name}"`);
  const values = args.map((one) => evaluate(one, subject, known, code));
  return values.includes(undefined) && !tolerant.has(name) ? undefined : made(values);
}

/** A path may name facts: `/parties/{key}/name`. */
const withFacts = (path: string, known: Values): string =>
  path.replace(/\{([a-z_]+)\}/g, (_, name: string) => String(known[name] ?? ''));

/** What paths from the root have led to, so that each is followed once for a contract. */
const followed = new WeakMap<object, Map<string, unknown>>();

function valueAt(path: string, { root, pointer }: Subject): unknown {
  if (!path.startsWith('/')) return follow(root, fromRoot(path, pointer));
  const known = followed.get(root) ?? new Map<string, unknown>();
  followed.set(root, known);
  if (!known.has(path)) known.set(path, follow(root, path));
  return known.get(path);
}

/** One value, or of a path with `*` the list of all; what the paper leaves blank is no value. */
function follow(root: object, path: string): unknown {
  const values = find(root, path)
    .map(({ value }) => stated(value))
    .filter((value) => value !== undefined);
  return path.includes('*') ? values : values[0];
}

function isThere(name: 'given' | 'blank', path: string, { root, pointer }: Subject): boolean {
  const all = find(root, fromRoot(path, pointer)).map(({ value }) => value);
  return name === 'given' ? all.some((value) => stated(value) !== undefined) : all.some((v) => stated(v) === undefined);
}
