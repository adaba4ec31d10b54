import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { home } from '../home.ts';
import type { Text } from '../locale/text.ts';
import { type Problem, problem, Stop } from '../problem.ts';
import { readChecked } from '../yaml/checked.ts';
import { type Compiled, compile, type Phrases } from './compile.ts';
import { type NameLists, type Names, namesOf } from './names.ts';
import type { IntakeRule } from './rule.ts';

/** Without names of its own a folder of rules speaks of 甲方 and 乙方 alone. */
const nobody: NameLists = { customer: ['甲方'], carrier: ['乙方'], both: ['双方'] };

interface Family {
  family: string;
  title: Text;
  names?: NameLists;
  phrases?: Phrases;
  rules: readonly IntakeRule[];
}

/** What is read from a contract's text, and what it calls the parties. */
export interface Intake {
  names: Names;
  rules: Compiled[];
}

/** All rules of rules/intake/terms, compiled, in the order of files and of each file. Throws Stop with all that is wrong in them. */
export function loadIntakeRules(folder = join(home, 'rules', 'intake', 'terms')): Intake {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const { sources, problems } = readChecked(
    files.sort().map((name) => join(folder, name)),
    'intake',
  );
  if (problems.length > 0) throw new Stop(problems);
  const seen = new Set<string>();
  const wrong: Problem[] = [];
  const compiled: Compiled[] = [];
  const names = namesOf(sources.map(({ data }) => (data as Family).names).find((one) => one) ?? nobody);
  const phrases = Object.assign({}, ...sources.map(({ data }) => (data as Family).phrases)) as Phrases;
  for (const source of sources) {
    const { family, rules } = source.data as Family;
    const named = basename(source.file, '.yaml');
    if (family !== named) {
      const data = { actual: family, allowed: [named], nearest: named, description: undefined };
      wrong.push(problem('schema-choice', data, source.locate('/family')));
    }
    for (const [i, rule] of rules.entries()) {
      if (seen.has(rule.id))
        wrong.push(problem('id-duplicate', { id: rule.id, list: 'rules' }, source.locate(`/rules/${i}/id`)));
      seen.add(rule.id);
      try {
        compiled.push(compile(rule, family, names, phrases));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        wrong.push(problem('intake-pattern', { detail: error.message }, source.locate(`/rules/${i}/say`)));
      }
    }
  }
  if (wrong.length > 0) throw new Stop(wrong);
  return { names, rules: compiled };
}
