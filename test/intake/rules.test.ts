import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isMap } from '../../src/contract/values.ts';
import { clausesOf } from '../../src/intake/clauses.ts';
import type { Compiled } from '../../src/intake/compile.ts';
import { apply, type Found, type Reading } from '../../src/intake/extract.ts';
import { loadIntakeRules } from '../../src/intake/load.ts';
import { passageOf } from '../../src/intake/passage.ts';
import { readPaper } from '../../src/intake/read/read.ts';
import { readingsOf } from '../../src/intake/readings.ts';
import { understand } from '../../src/intake/understand.ts';
import { paperOfMade } from './papers.ts';

const intake = loadIntakeRules();
const shared = process.env.LVYUE_SHARED ?? '../shared';

function readingOf(text: string, titles = ''): Reading {
  // As the reading of a paper leaves it: half-width brackets, no space beside a Han character.
  const cleaned = text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('％', '%');
  const body = passageOf(cleaned.replaceAll(/(?<=[\p{Script=Han}，。]) | (?=[\p{Script=Han}%/])/gu, ''));
  const [reading] = readingsOf(
    [{ ref: '首部', marker: '', title: titles, body, page: 1, level: 0, parent: -1 }],
    intake.names,
  );
  return reading as Reading;
}

const read = (compiled: Compiled, { text, titles, draft = {} }: Compiled['rule']['examples'][number]): Found[] =>
  apply(compiled, readingOf(text, titles), intake.names, (path) => draft[path]);

/** A rule may say more than its example names; what the example names must be so, lists as a whole. */
function expectSays(data: unknown, wanted: unknown): void {
  if (!isMap(wanted)) expect(data).toEqual(wanted);
  else for (const [key, inner] of Object.entries(wanted)) expectSays(isMap(data) ? data[key] : undefined, inner);
}

describe.each(intake.rules.map((one) => [one.rule.id, one] as const))('the rule %s', (_, compiled) => {
  it.each(compiled.rule.examples.map((example) => [example.text, example] as const))('reads %s', (_text, example) => {
    const [first] = read(compiled, example);
    if (example.gives === null) expect(first).toBeUndefined();
    else expectSays(first?.data, example.gives);
  });

  it('has an example from which it reads something', () => {
    expect(compiled.rule.examples.some(({ gives }) => gives !== null)).toBe(true);
  });
});

describe('the wordings of the rules', () => {
  const used = new Set<string>();
  const note = (found: readonly Found[]) => {
    for (const { rule, wording } of found) used.add(`${rule.id} ${wording + 1}`);
  };

  beforeAll(async () => {
    for (const compiled of intake.rules) for (const example of compiled.rule.examples) note(read(compiled, example));
    for (const name of readdirSync(join(import.meta.dirname, 'made'))) {
      note(understand(clausesOf(paperOfMade(name).lines), intake).found);
    }
    const seeds = join(shared, 'seeds-pdf');
    if (!existsSync(seeds))
      console.warn(`${seeds} is not there: wordings are only looked for in examples and made-up contracts`);
    else
      for (const name of readdirSync(seeds).filter((one) => one.endsWith('.pdf'))) {
        note(understand(clausesOf((await readPaper(join(seeds, name), {})).lines), intake).found);
      }
  }, 120_000);

  it.skipIf(!existsSync(join(shared, 'seeds-pdf')))('are all used by some example or contract', () => {
    const all = intake.rules.flatMap(({ rule }) => rule.say.map((_, i) => `${rule.id} ${i + 1}`));
    expect(all.filter((one) => !used.has(one))).toEqual([]);
  });

  it('share no sentence with a contract that is not ours', () => {
    const texts = join(shared, 'seeds');
    if (!existsSync(texts)) {
      console.warn(`${texts} is not there: examples are not compared with it`);
      return;
    }
    const han = (text: string): string => text.replaceAll(/[^\p{Script=Han}]/gu, '');
    const raw = han(
      readdirSync(texts)
        .filter((one) => one.endsWith('.txt'))
        .map((one) => readFileSync(join(texts, one), 'utf8'))
        .join('\n'),
    );
    const near = intake.rules.flatMap(({ rule }) =>
      rule.examples
        .filter(({ text }) => {
          const own = han(text);
          return Array.from({ length: Math.max(own.length - 21, 0) }, (_, i) => own.slice(i, i + 22)).some((run) =>
            raw.includes(run),
          );
        })
        .map(({ text }) => `${rule.id}: ${text}`),
    );
    expect(near).toEqual([]);
  });
});
