import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { home } from '../home.ts';
import type { Text } from '../locale/text.ts';
import { problem, Stop } from '../problem.ts';
import { readChecked } from '../yaml/checked.ts';
import type { ReviewRule } from './rule.ts';

interface Family {
  family: string;
  title: Text;
  rules: readonly Omit<ReviewRule, 'family'>[];
}

/** All rules of rules/review, family by family. Throws Stop with all that is wrong in the files. */
export function loadReviewRules(folder = join(home, 'rules', 'review')): ReviewRule[] {
  return loadFamilies(folder).flatMap(({ family, rules }) => rules.map((rule) => ({ ...rule, family })));
}

/** The families as they stand in their files, by name. Throws like `loadReviewRules`. */
export function loadFamilies(folder = join(home, 'rules', 'review')): Family[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const { sources, problems } = readChecked(
    names.sort().map((name) => join(folder, name)),
    'review',
  );
  if (problems.length > 0) throw new Stop(problems);
  const seen = new Set<string>();
  for (const source of sources) {
    const { family, rules } = source.data as Family;
    const named = basename(source.file, '.yaml');
    if (family !== named) {
      const data = { actual: family, allowed: [named], nearest: named, description: undefined };
      throw new Stop([problem('schema-choice', data, source.locate('/family'))]);
    }
    for (const [i, { code }] of rules.entries()) {
      if (seen.has(code)) {
        throw new Stop([problem('id-duplicate', { id: code, list: 'rules' }, source.locate(`/rules/${i}/code`))]);
      }
      seen.add(code);
    }
  }
  return sources.map(({ data }) => data as Family);
}
