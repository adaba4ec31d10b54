import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/group.ts';
import { clausesOf } from '../../src/intake/clauses.ts';
import { paperOf } from '../../src/intake/read/clean.ts';
import { formatsOf } from './mutations/formats.ts';
import { imported, supposing } from './mutations/import.ts';
import { edited, pagesOf, pdfSheets, type Sheet, writtenSheets } from './mutations/papers.ts';
import { type Mutation, valueMutations } from './mutations/values.ts';
import { type Difference, differences, type Verdict, verdictOf } from './mutations/verdict.ts';
import { hasSeeds, seeds } from './shared.ts';

/** LVYUE_MUTATIONS=all runs every mutation of a value; else one of each value, drawn with this seed. */
const all = process.env.LVYUE_MUTATIONS === 'all';
const seed = 20251;
const minutes = 60_000;

const written = [
  ...['harbour-water', 'lakeside-school', 'north-library', 'valley-clinic'].map((name) => `made/${name}`),
  ...['cedar-transport', 'plain-archive', 'ridge-weather'].map((name) => `unseen/${name}`),
];

type Count = Record<Verdict | 'all', number>;
interface Run {
  table: Map<string, Count>;
  total: Count;
  silent: string[];
}

const none = (): Count => ({ exact: 0, noticed: 0, missing: 0, silent: 0, all: 0 });
const told = ({ path, expected, actual }: Difference): string => `${path}: ${expected} → ${actual}`;

/** One mutation of each value. */
function drawn(mutations: readonly Mutation[]): Mutation[] {
  const random = xoroshiro128plus(seed);
  const places = groupBy(mutations, ({ place }) => place);
  return [...places.values()].flatMap((some) => some[uniformInt(random, 0, some.length - 1)] ?? []);
}

/** Every paper with every mutation in it through the whole pipeline, against what it should become. */
function run(papers: readonly (readonly Sheet[])[]): Run {
  const table = new Map<string, Count>();
  const silent: string[] = [];
  for (const sheets of papers) {
    const raw = pagesOf(sheets)
      .map(({ text }) => text)
      .join('\f');
    const original = imported(sheets);
    const suppose = new Map<Mutation['readings'], ReturnType<typeof supposing>>();
    const mutations = valueMutations(raw, original);
    for (const { kind, what, edits, readings, alter } of all ? mutations : drawn(mutations)) {
      const supposed = suppose.get(readings) ?? supposing(readings);
      suppose.set(readings, supposed);
      const expected = supposed(alter);
      // A choice between clauses that no rule reads changes nothing.
      if (differences(expected, original).length === 0) continue;
      const found = differences(expected, imported(edited(sheets, edits)));
      const verdict = verdictOf(found);
      const row = table.get(kind) ?? none();
      table.set(kind, { ...row, [verdict]: row[verdict] + 1, all: row.all + 1 });
      if (verdict === 'silent') silent.push(`${kind}, ${what}: ${found.slice(0, 4).map(told).join('; ')}`);
    }
  }
  const total = none();
  for (const row of table.values()) for (const key of Object.keys(total) as (keyof Count)[]) total[key] += row[key];
  return { table, total, silent };
}

function tell(title: string, { table, total, silent }: Run): void {
  const lines = [...table, ['all', total] as const].map(
    ([kind, { exact, noticed, missing, silent, all }]) =>
      `${kind.padEnd(26)}${[exact, noticed, missing, silent, all].map((n) => String(n).padStart(8)).join('')}`,
  );
  const head = `${title.padEnd(26)}${['exact', 'noticed', 'missing', 'silent', 'all'].map((one) => one.padStart(8)).join('')}`;
  console.info([head, ...lines, ...silent].join('\n'));
}

/** What printing a paper otherwise changes in its draft. */
function changed(sheets: readonly Sheet[]): { kind: string; found: Difference[] }[] {
  const original = imported(sheets);
  const paper = paperOf(pagesOf(sheets));
  return formatsOf(sheets, paper, clausesOf(paper.lines).clauses).flatMap(({ kind, sheets: other }) => {
    const found = differences(original, imported(other));
    return found.length === 0 ? [] : [{ kind, found }];
  });
}

describe('a value that is printed otherwise', () => {
  it(
    'changes that field in the draft, or is on the review list: contracts that we wrote',
    () => {
      const result = run(written.map(writtenSheets));
      tell('contracts that we wrote', result);
      expect(result.total.all).toBeGreaterThan(all ? 1500 : 300);
      expect(result.total.exact / result.total.all).toBeGreaterThan(0.9);
      expect(result.silent.length / result.total.all, result.silent.join('\n')).toBeLessThanOrEqual(0.005);
    },
    60 * minutes,
  );

  it.skipIf(!hasSeeds)(
    'changes that field in the draft, or is on the review list: the five contracts on paper',
    async () => {
      const result = run(await Promise.all(seeds.map(({ pdf }) => pdfSheets(pdf))));
      tell('the five on paper', result);
      expect(result.total.all).toBeGreaterThan(all ? 1000 : 200);
      expect(result.total.exact / result.total.all).toBeGreaterThan(0.9);
      expect(result.silent).toEqual([]);
    },
    60 * minutes,
  );
});

it('an importer that went on saying the old value would be found out', () => {
  const sheets = writtenSheets('made/north-library');
  const raw = pagesOf(sheets)
    .map(({ text }) => text)
    .join('\f');
  const original = imported(sheets);
  const mutations = valueMutations(raw, original).filter(({ kind }) => ['number', 'unit', 'date'].includes(kind));
  const verdicts = mutations.map(({ readings, alter }) => verdictOf(differences(supposing(readings)(alter), original)));
  expect(verdicts.length).toBeGreaterThan(100);
  expect(new Set(verdicts)).toEqual(new Set(['silent']));
});

describe('a paper that is printed otherwise and says the same', () => {
  const check = (sheets: readonly Sheet[]): void =>
    expect(changed(sheets).map(({ kind, found }) => `${kind}: ${found.map(told).join('; ')}`)).toEqual([]);
  it.each(written)('gives the same draft: %s', (name) => check(writtenSheets(name)));

  it.skipIf(!hasSeeds).each(seeds)('gives the same draft: $name on paper', async ({ pdf }) =>
    check(await pdfSheets(pdf)),
  );
});
