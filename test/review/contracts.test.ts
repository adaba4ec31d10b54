import { expect, test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { loadContract } from '../../src/contract/load.ts';
import { say } from '../../src/locale/index.ts';
import { codeOf } from '../../src/problem.ts';
import { loadReviewRules } from '../../src/review/load.ts';
import { defectsIn, review } from '../../src/review/review.ts';
import { reviewPage } from './page.ts';

const asOf = '2026-11-01';
const loaded = contractIds().map((id) => loadContract(id));
const contracts = loaded.map(({ contract }) => contract);
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

test('every finding names a clause of the register, or is of the contract as a whole', () => {
  for (const { contract, defects } of found) {
    const refs = ['', '首部', '签署页', ...(contract.clauses ?? []).map(({ ref }) => ref)];
    expect(
      defects.filter(({ clause }) => !refs.includes(clause ?? '')).map(({ rule, clause }) => [rule.code, clause]),
    ).toEqual([]);
  }
});

test('each finding stands at a line of its file, headed by its clause, with consequence and source', async () => {
  const [one] = loaded;
  if (!one) throw new Error('no contract');
  const problems = await review(one, contracts.slice(1), asOf, rules);
  expect(problems.every(({ line, file }) => (line ?? 0) > 0 && file === one.file)).toBe(true);
  const [cap] = problems.filter((problem) => codeOf(problem) === 'cap-shorter-than-cycle');
  expect(cap && say(cap, 'zh')).toMatchObject({
    message: expect.stringMatching(/^7\.8：.*形同免责。$/),
    help: expect.stringContaining('依据：民法典第 497、506 条。'),
  });
});

test('the rules tell their code, severity, title, reason and mend in both languages', () => {
  const told = loadReviewRules();
  expect(told.map(({ code }) => code)).toEqual(rules.map(({ code }) => code));
  for (const { title, why, help } of told)
    for (const text of [title, why, help]) expect(text.zh && text.en).toBeTruthy();
});
