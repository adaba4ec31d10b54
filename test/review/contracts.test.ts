import { expect, test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { loadContract } from '../../src/contract/load.ts';
import { loadReviewRules } from '../../src/review/load.ts';
import { reviewRules } from '../../src/review/metadata.ts';
import { defectsIn } from '../../src/review/review.ts';
import { run } from '../support/run.ts';
import { reviewPage } from './page.ts';

const asOf = '2026-11-01';
const contracts = contractIds().map((id) => loadContract(id).contract);
const rules = loadReviewRules();
const found = await Promise.all(
  contracts.map(async (contract) => {
    const others = contracts.filter((other) => other !== contract);
    return { contract, defects: await defectsIn(contract, others, asOf, rules) };
  }),
);

test('docs/review.md says what is found in every contract: else `npm run defects` writes it anew', async () => {
  await expect(reviewPage(found, asOf)).toMatchFileSnapshot(
    '../../docs/review.md',
    'docs/review.md is stale: run "npm run defects"',
  );
});

test('every finding names a clause of the register', () => {
  for (const { contract, defects } of found) {
    const refs = ['首部', '签署页', ...(contract.clauses ?? []).map(({ ref }) => ref)];
    expect(
      defects.filter(({ clause }) => !refs.includes(clause ?? '')).map(({ rule, clause }) => [rule.code, clause]),
    ).toEqual([]);
  }
});

test('the command finds the same in the folder of contracts, at a line of the file, and exits with 1', async () => {
  const { code, out } = await run('review', '--as-of', asOf, '--format', 'json');
  expect(code).toBe(1);
  const { problems } = JSON.parse(out) as { problems: { code: string; line: number | null; file: string }[] };
  const expected = found.flatMap(({ defects }) => defects.map(({ rule }) => rule.code));
  expect(problems.map((one) => one.code).sort()).toEqual(expected.sort());
  expect(problems.every(({ line }) => line !== null && line > 0)).toBe(true);
});

test('the rules tell their code, severity, title, reason and mend in both languages', () => {
  const told = reviewRules();
  expect(told.map(({ code }) => code)).toEqual(rules.map(({ code }) => code));
  for (const { title, why, help } of told)
    for (const text of [title, why, help]) expect(text.zh && text.en).toBeTruthy();
});
