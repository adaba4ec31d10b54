import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Clauses } from '../../src/intake/clause.ts';
import { clausesOf } from '../../src/intake/clauses.ts';
import { draftOf } from '../../src/intake/draft/draft.ts';
import { reviewList } from '../../src/intake/draft/review-list.ts';
import { type Intake, loadIntakeRules } from '../../src/intake/load.ts';
import type { Paper } from '../../src/intake/paper.ts';
import { understand } from '../../src/intake/understand.ts';
import { hasSeeds, type Sample, seeds, written } from './papers.ts';
import { core, type Fact, factsOf, type Group, scoreOf } from './score.ts';

const page = 'docs/import.md';
const intake = loadIntakeRules();
const groups: readonly Group[] = [...core, 'other'];
const names: Record<Group, string> = {
  parties: '当事人、账户 Parties, accounts',
  number: '合同编号 Contract number',
  term: '期限、签署 Term, signatures',
  tariff: '资费 Tariff',
  deadlines: '期限义务 Deadlines',
  rates: '费率 Rates',
  other: '其他 Other',
};

interface Read {
  sample: Sample;
  paper: Paper;
  clauses: Clauses;
  truth: Fact[];
}

async function readAll(samples: readonly Sample[]): Promise<Read[]> {
  const all: Read[] = [];
  for (const sample of samples) {
    const paper = await sample.paper();
    all.push({ sample, paper, clauses: clausesOf(paper.lines), truth: factsOf(sample.truth) });
  }
  return all;
}

const wordingOf = (rule: string, wording: number): string => `${rule}#${wording}`;

/** Wordings that a paper uses. */
const usedBy = ({ clauses }: Read): Set<string> =>
  new Set(understand(clauses, intake).found.map(({ rule, wording }) => wordingOf(rule.id, wording)));

/** The rules as they would be had nobody seen this paper: without the wordings that it alone uses. */
function without(read: Read, all: readonly Read[]): Intake {
  const others = new Set(all.filter((one) => one !== read).flatMap((one) => [...usedBy(one)]));
  const never = /(?!)/u;
  const rules = intake.rules.map((compiled) => ({
    ...compiled,
    wordings: compiled.wordings.map((one, i) =>
      others.has(wordingOf(compiled.rule.id, i)) ? one : { ...one, pattern: new RegExp(never, 'gmu') },
    ),
  }));
  return { ...intake, rules };
}

const draftFacts = ({ sample, paper, clauses }: Read, rules: Intake): Fact[] =>
  factsOf(draftOf(sample.name, paper, understand(clauses, rules), rules).contract);

interface Sum {
  right: number;
  said: number;
  true: number;
}

function sumOf(reads: readonly Read[], of: (read: Read) => Intake, wanted: readonly Group[]): Sum {
  const sum = { right: 0, said: 0, true: 0 };
  for (const read of reads) {
    const score = scoreOf(draftFacts(read, of(read)), read.truth, wanted);
    sum.right += score.right;
    sum.said += score.right + score.wrong.length;
    sum.true += read.truth.filter(({ group }) => wanted.includes(group)).length;
  }
  return sum;
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
const f1 = ({ right, said, true: truth }: Sum): number => (2 * right) / (said + truth);
const cells = (sum: Sum): string[] => [share(sum.right, sum.said), share(sum.right, sum.true), f1(sum).toFixed(3)];

test.skipIf(!hasSeeds)('what an import gets right is what its page says', { timeout: 300_000 }, async () => {
  const [five, made, unseen] = await Promise.all([
    readAll(seeds()),
    readAll(written('made')),
    readAll(written('unseen')),
  ]);
  const all = [...five, ...made, ...unseen];
  const blind = new Map(five.map((read) => [read, without(read, all)]));
  const columns = (wanted: readonly Group[]) => [
    ...cells(sumOf(five, () => intake, wanted)),
    f1(sumOf(five, (read) => blind.get(read) ?? intake, wanted)).toFixed(3),
    ...cells(sumOf(made, () => intake, wanted)),
    ...cells(sumOf(unseen, () => intake, wanted)),
  ];
  const row = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const head = ['', '五份 P', 'R', 'F1', '留一 F1', '自写 P', 'R', 'F1', '未见 P', 'R', 'F1'];
  const table = [
    row(head),
    row(head.map(() => '---')),
    ...groups.map((group) => row([names[group], ...columns([group])])),
    row(['**核心 Core**', ...columns(core)]),
  ].join('\n');
  const text = readFileSync(page, 'utf8');
  const [before = '', , after = ''] = text.split(/<!-- figures -->\n|<!-- end of figures -->/);
  const made_ = `${before}<!-- figures -->\n${table}\n<!-- end of figures -->${after}`;
  await expect(made_).toMatchFileSnapshot(`../../${page}`);
  expect(f1(sumOf(five, () => intake, core))).toBeGreaterThanOrEqual(0.95);
  expect(f1(sumOf(five, (read) => blind.get(read) ?? intake, core))).toBeGreaterThanOrEqual(0.95);
});

/** The draft without what is on the list to check: what a person would believe. */
function believed({ sample, paper, clauses }: Read): Record<string, unknown> {
  const draft = draftOf(sample.name, paper, understand(clauses, intake), intake);
  const contract = structuredClone(draft.contract);
  for (const { pointer, kind } of reviewList(draft, clauses.anomalies)) {
    if (pointer === '' || kind === 'blank') continue;
    const steps = pointer.split('/').slice(1);
    const last = steps.pop() ?? '';
    const holder = steps.reduce<unknown>((one, step) => (one as Record<string, unknown> | undefined)?.[step], contract);
    // Emptied items are taken out at the end: until then others keep their places.
    if (Array.isArray(holder)) holder[Number(last)] = undefined;
    else if (holder) delete (holder as Record<string, unknown>)[last];
  }
  return compact(contract) as Record<string, unknown>;
}

const compact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(compact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, compact(one)]));
};

test.skipIf(!hasSeeds)(
  'nothing on the five is taken that is wrong and on no list to check',
  { timeout: 120_000 },
  async () => {
    const silent: string[] = [];
    for (const read of await readAll(seeds())) {
      const known = new Map(read.truth.map((one) => [one.key, one]));
      for (const { key, value } of factsOf(believed(read))) {
        const one = known.get(key);
        if (one === undefined || one.value === value || one.also.includes(value)) continue;
        silent.push(`${read.sample.name}: ${key} is ${one.value}, the draft says ${value}`);
      }
    }
    expect(silent).toEqual([]);
  },
);

if (!hasSeeds)
  console.warn('The five papers are not at hand (../shared/seeds-pdf): the figures of docs/import.md are not checked.');
if (!existsSync(page)) throw new Error(`${page} is missing`);
