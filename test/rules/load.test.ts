import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { Stop } from '../../src/problem.ts';
import { check } from '../../src/rules/check.ts';
import { loadRules } from '../../src/rules/load.ts';
import { parsePeriod } from '../../src/time/period.ts';
import { calendar, withRecords } from '../support/records.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-rules-'));
  cpSync('rules', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(path, edited);
}

const problems = (): readonly unknown[] => {
  try {
    loadRules(folder);
    return [];
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return error.problems.map(({ code, line }) => ({ code, line }));
  }
};

const rule = 'obligations/respond-within.yaml';

test('the rules of the repository load', () => {
  expect(problems()).toEqual([]);
});

test('a misspelt key of a rule file is named with its line', () => {
  edit(rule, 'outcomes:', 'outcome:');
  expect(problems()).toEqual([{ code: 'schema-unknown-key', line: expect.any(Number) }]);
});

test('a rule file whose name is not its kind is refused', () => {
  edit(rule, 'kind: respond-within', 'kind: answer-within');
  expect(problems()).toEqual([{ code: 'schema-choice', line: 3 }]);
});

test('a pattern that does not exist is refused', () => {
  edit(rule, 'pattern: deadline', 'pattern: dead-line');
  expect(problems()).toEqual([{ code: 'reference-unknown', line: 6 }]);
});

test('a date that neither the kind nor its pattern gives an instant is refused', () => {
  edit('obligations/harassment-shutdown.yaml', '    at: "{{shut_due}}"\n', '');
  expect(problems()).toEqual([{ code: 'schema-missing-key', line: expect.any(Number) }]);
});

test('an empty list of conditions is refused', () => {
  edit('patterns/deadline.yaml', 'when: { all: [{ fact: total, operator: equal, value: 0 }] }', 'when: { all: [] }');
  expect(problems()).toEqual([{ code: 'schema-value', line: expect.any(Number) }]);
});

test('any change to a rule file changes the receipt', () => {
  const before = loadRules(folder).hash;
  edit(rule, 'Answer a complaint', 'Answer each complaint');
  expect(loadRules(folder).hash).not.toBe(before);
});

const complaint = { id: 'c', received_at: '2024-05-10 09:00:00', category: 'other', replied_at: null };

const checkHere = () =>
  withRecords({ complaints: [complaint] }, (records) =>
    check({
      loaded: loadContract('test/golden/base'),
      records,
      rules: loadRules(folder),
      calendar,
      period: parsePeriod('2024-05'),
      asOf: '2024-06-30 00:00:00',
    }),
  );

test.each([
  ['a snippet that nobody defined', '{{mine}}', '{{mime}}'],
  ['a snippet defined by itself', 'travel: "case', 'travel: "{{travel}} + case'],
  ['a column that is computed from itself', 'travel: "case', 'done: "{{recorded}}"\n  travel: "case'],
  ['a parameter that nobody gives', '$until when', '$untill when'],
  ['a fact that nobody computes', 'fact: late, operator: greaterThan', 'fact: lates, operator: greaterThan'],
])('a broken rule stops the check instead of giving a verdict: %s', async (_what, from, to) => {
  edit(rule, from, to);
  await expect(checkHere()).rejects.toThrow();
});

test('a kind without a rule file is undetermined and says so', async () => {
  expect((await checkHere()).findings[0]?.verdict).toBe('breached');
  rmSync(join(folder, rule));
  const [finding] = (await checkHere()).findings;
  expect(finding?.verdict).toBe('undetermined');
  expect(finding?.explanation.en).toContain('respond-within');
});
