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

const told = (id: string, code: string) =>
  found
    .flatMap(({ contract, defects }) => (contract.id === id ? defects : []))
    .filter(({ rule }) => rule.code === code)
    .map(({ clause, message }) => [clause, message.zh]);

test('what the papers free the carrier from alone is named clause by clause', () => {
  expect(told('neimenggu-earthquake-2024', 'liability-one-sided')).toEqual([
    ['四.9', '四.9、五.9 只限制或免除乙方的责任，甲方没有相应的限制。'],
  ]);
  expect(told('henan-psb-2023', 'liability-one-sided')).toEqual([
    ['3.2.3', '3.2.3、7.7、7.8、9.2、附1.13 只限制或免除乙方的责任，甲方没有相应的限制。'],
  ]);
});

test('a price that carries over is not missed', () => {
  expect(told('neimenggu-earthquake-2024', 'price-unstated')).toEqual([]);
});

test('a duty without its limit is told once in its clause, by what the paper leaves open', () => {
  expect(told('henan-psb-2023', 'blank-duty')).toEqual([
    ['5.3', '“每 6 个月按实际成功的条数付款一次”的期限或限度不明：没有写付款期限，也没有写每 6 个月从哪一天起算。'],
  ]);
  for (const { defects } of found) {
    const clauses = (code: string) => defects.filter(({ rule }) => rule.code === code).map(({ clause }) => clause);
    expect(clauses('time-unstated').filter((clause) => clauses('blank-duty').includes(clause))).toEqual([]);
  }
});

test('a missing notice clause is told with the clauses that ask for a written notice', () => {
  expect(told('neimenggu-earthquake-2024', 'notice-clause-missing')).toEqual([
    ['九.2', '没有约定通知的地址、方式和送达；要求书面通知、告知或证明的条款：九.2、十.1。'],
  ]);
  const [[clause, message = ''] = []] = told('shawan-forestry-2023', 'notice-clause-missing');
  expect(message.split('：')[1]?.split('、')).toHaveLength(6);
  expect(message).toContain(`：${clause}、`);
});

test('rules on bills are cited for a price by analogy only', () => {
  expect(rules.find(({ code }) => code === 'capitals-without-end')?.law?.zh).toMatch(/^参照.*不直接适用于合同价款/);
});
