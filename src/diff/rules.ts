import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../home.ts';
import { Stop } from '../problem.ts';
import { readChecked } from '../yaml/checked.ts';

type Text = { zh: string; en: string };

export interface Effect {
  opposite: string;
  helps: 'bearer' | 'other' | 'holder' | 'opponent' | 'customer' | 'carrier' | 'none';
  legal?: boolean;
  words: Text;
}

/** What a change of one key means; see schemas/diff-keys.schema.json. */
export interface KeyRule {
  at: string;
  name?: Text;
  unit?: string;
  larger?: string;
  ranks?: Readonly<Record<string, number>>;
  more?: string;
  wider?: string;
  added?: string;
  first?: string;
  changed?: string;
  absent?: 'most' | 'least';
  empty?: 'most';
  default?: string | number | boolean;
  for?: 'customer' | 'carrier' | 'both';
  when?: Readonly<Record<string, string | boolean>>;
}

export interface DiffRules {
  effects: Readonly<Record<string, Effect>>;
  all: readonly KeyRule[];
  /** Those of a path, the most particular place first; of one place in their order. */
  rulesOf(path: readonly string[]): readonly KeyRule[];
}

let loaded: DiffRules | undefined;

/** The files of rules/diff. Throws Stop with all that is wrong in them, RangeError for an effect that there is not. */
export function loadDiffRules(): DiffRules {
  loaded ??= load(join(home, 'rules', 'diff'));
  return loaded;
}

function load(folder: string): DiffRules {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'effects.yaml');
  const files = names.sort().map((name) => join(folder, name));
  const told = readChecked([join(folder, 'effects.yaml')], 'diff-effects');
  const keyed = readChecked(files, 'diff-keys');
  const problems = [...told.problems, ...keyed.problems];
  if (problems.length > 0) throw new Stop(problems);
  const [{ data } = { data: { effects: {} } }] = told.sources;
  const { effects } = data as Pick<DiffRules, 'effects'>;
  const rules = keyed.sources.flatMap(({ data }) => (data as { keys: KeyRule[] }).keys);
  for (const effect of named(effects, rules)) {
    if (!Object.hasOwn(effects, effect)) throw new RangeError(`rules/diff: no effect ${effect}`);
  }
  const ordered = rules
    .map((rule) => ({ rule, pattern: patternOf(rule.at), rank: rankOf(rule.at) }))
    .sort((a, b) => a.rank - b.rank);
  const known = new Map<string, readonly KeyRule[]>();
  const rulesOf = (path: readonly string[]): readonly KeyRule[] => {
    const text = `/${path.join('/')}`;
    const found = known.get(text) ?? ordered.filter(({ pattern }) => pattern.test(text)).map(({ rule }) => rule);
    known.set(text, found);
    return found;
  };
  return { effects, all: rules, rulesOf };
}

function named(effects: DiffRules['effects'], rules: readonly KeyRule[]): string[] {
  const own = rules.flatMap(({ larger, more, wider, added, first, changed }) => [
    ...[larger, more, wider, added, first, changed].filter((effect) => effect !== undefined),
  ]);
  return [...Object.values(effects).map(({ opposite }) => opposite), ...own];
}

const patternOf = (at: string): RegExp =>
  new RegExp(`^${at.replaceAll('/**', '(/[^/]+)@').replaceAll('*', '[^/]+').replaceAll('@', '*')}$`);

/** The lower, the more particular. */
const rankOf = (at: string): number => {
  const steps = at.split('/');
  return steps.filter((step) => step === '**').length * 100 + steps.filter((step) => step === '*').length;
};
