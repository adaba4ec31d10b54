import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Contract } from '../../src/contract/schema.generated.ts';
import { loadReviewRules } from '../../src/review/load.ts';
import { defectsIn } from '../../src/review/review.ts';
import type { ReviewRule } from '../../src/review/rule.ts';
import { readYaml } from '../../src/yaml/read.ts';

const base = readYaml(join(import.meta.dirname, '..', 'golden', 'base', 'contract.yaml')).data as Contract;
const sound: ReviewRule = {
  code: 'some-rule',
  family: 'form',
  severity: 'info',
  title: { zh: '甲', en: 'a' },
  why: { zh: '乙', en: 'b' },
  select: ['/term'],
  facts: { from: './from' },
  when: { fact: 'from', operator: 'equal', value: '2024-01-01' },
  message: { zh: '{from}', en: '{from}' },
  help: { zh: '丙', en: 'c' },
  examples: { good: {}, bad: {} },
};
const finds = (changes: Partial<ReviewRule>) => defectsIn(base, [], '2024-06-30', [{ ...sound, ...changes }]);

test('a sound rule finds what it is after', async () => {
  const [found] = await finds({});
  expect(found).toMatchObject({ clause: '9.1', pointer: '/term', message: { zh: '2024-01-01' } });
});

test.each<[string, Partial<ReviewRule>, string]>([
  [
    'a condition over a fact that is not there',
    { when: { fact: 'to', operator: 'equal', value: 'x' } },
    'unknown fact "to"',
  ],
  ['a fact made of one that is not there', { facts: { from: '$start' } }, 'unknown fact "start"'],
  ['a function that is not there', { facts: { from: ['guess', './from'] } }, 'unknown function "guess"'],
  [
    'a function named like one of every object',
    { facts: { from: ['toString', './from'] } },
    'unknown function "toString"',
  ],
  ['a message with a fact that is not there', { message: { zh: '{until}', en: '' } }, 'unknown fact "until"'],
  ['a comparison of a text with a number', { when: { fact: 'from', operator: 'equal', value: 1 } }, 'another type'],
  ['a condition over what is no plain value', { facts: { from: '.' } }, 'unknown fact "from"'],
  ['an empty list of conditions', { when: { all: [] } }, 'an empty list'],
])('%s is a defect of the rule, not a finding and not silence', async (_, changes, said) => {
  await expect(finds(changes)).rejects.toThrow(`some-rule: `);
  await expect(finds(changes)).rejects.toThrow(said);
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-rules-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (family: string, ...codes: string[]) => {
  const { family: _, ...rule } = sound;
  return JSON.stringify({ family, title: { zh: '甲', en: 'a' }, rules: codes.map((code) => ({ ...rule, code })) });
};

test.each([
  [
    'a rule without examples',
    JSON.stringify({ ...JSON.parse(file('form', 'x')), rules: [{ ...sound, examples: undefined, family: undefined }] }),
    'schema-missing-key',
  ],
  ['a family named otherwise than its file', file('law', 'x'), 'schema-choice'],
  ['a code that stands twice', file('form', 'x', 'x'), 'id-duplicate'],
])('%s is refused', (name, text, code) => {
  const own = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(own);
  writeFileSync(join(own, 'form.yaml'), text);
  expect(() => loadReviewRules(own)).toThrow(code);
});
