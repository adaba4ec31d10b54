import { isMap } from '../../../src/contract/values.ts';
import { assemble } from '../../../src/intake/assemble.ts';
import { clausesOf } from '../../../src/intake/clauses.ts';
import { complete } from '../../../src/intake/complete.ts';
import { extract, type Found, type Reading } from '../../../src/intake/extract.ts';
import { type Intake, loadIntakeRules } from '../../../src/intake/load.ts';
import { paperOf } from '../../../src/intake/read/clean.ts';
import { type Understood, understand } from '../../../src/intake/understand.ts';
import { pagesOf, type Sheet } from './papers.ts';

export const intake: Intake = loadIntakeRules();

/** What the importer makes of a paper: the draft's data by path, and what was understood. */
export interface Draft {
  data: ReadonlyMap<string, string>;
  /** The paths of the draft that those stand for. */
  paths: ReadonlyMap<string, string>;
  understood: Understood;
  /** Paths whose values come from the template: all of them are on the review list. */
  defaults: ReadonlySet<string>;
}

/** The whole pipeline from the pages' texts on. */
export const imported = (sheets: readonly Sheet[]): Draft =>
  draftOf(understand(clausesOf(paperOf(pagesOf(sheets)).lines), intake));

export function draftOf(understood: Understood): Draft {
  const { contract, defaults } = complete('draft', understood);
  const data = new Map<string, string>();
  const paths = new Map<string, string>();
  for (const [path, value] of flat(contract, '')) {
    const name = nameOf(path, contract);
    // A number in groups is the same in any groups.
    data.set(name, JSON.stringify(value).replaceAll(/(?<=\d) (?=\d)/g, ''));
    paths.set(name, path);
  }
  return { data, paths, understood, defaults: new Set(defaults) };
}

function flat(value: unknown, path: string): [string, unknown][] {
  if (value === undefined) return [];
  if (!isMap(value) || value.blank === true || 'zh' in value) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`));
}

/** A path by what its item is, its clause or its number: which of several is the second depends on the others. */
function nameOf(path: string, contract: Record<string, unknown>): string {
  const steps = path.split('.');
  const at =
    steps[0] === 'parties' && steps[2] === 'hotlines'
      ? 3
      : steps[0] === 'obligations' || steps[0] === 'charges'
        ? 1
        : 0;
  const item = steps.slice(0, at + 1).reduce<unknown>((data, step) => (isMap(data) ? data[step] : undefined), contract);
  if (at === 0 || !isMap(item)) return path;
  const name =
    at === 3
      ? `${String(item.number).replaceAll(/\s/g, '')} ${item.clause}`
      : `${steps[1]?.replace(/-\d+$/, '')} ${item.clause}`;
  return [...steps.slice(0, at), name, ...steps.slice(at + 1)].join('.');
}

/**
 * What the importer would make of the same readings if what each rule found said something else: rules that depend on
 * what others read run on what those say now.
 */
export function supposing(readings: Reading[]): (alter: (found: Found) => Found) => Draft {
  const dependent = intake.rules.filter(({ rule }) => rule.if);
  const first = extract({ ...intake, rules: intake.rules.filter(({ rule }) => !rule.if) }, readings);
  const known = new Map<string, Found[]>();
  return (alter) => {
    let waiting = dependent;
    let found = first.map(alter);
    for (;;) {
      const assembled = assemble(found);
      const has = (path: string) => assembled.leaves.get(path)?.value;
      const ready = waiting.filter(({ rule }) =>
        Object.entries(rule.if ?? {}).every(([path, values]) => values.includes(has(path))),
      );
      if (ready.length === 0) return draftOf({ readings, found, ...assembled });
      waiting = waiting.filter((rule) => !ready.includes(rule));
      // All of a round at once: they stand in the order of the paper.
      const key = ready.map(({ rule }) => rule.id).join();
      const more = known.get(key) ?? extract({ ...intake, rules: ready }, readings, has);
      known.set(key, more);
      found = [...found, ...more.map(alter)];
    }
  };
}
