import { join } from 'node:path';
import { expect, test } from 'vitest';
import { overlay } from '../../src/contract/overlay.ts';
import type { Contract } from '../../src/contract/schema.generated.ts';
import { loadReviewRules } from '../../src/review/load.ts';
import { defectsIn, review } from '../../src/review/review.ts';
import { readYaml } from '../../src/yaml/read.ts';

const source = readYaml(join(import.meta.dirname, '..', 'golden', 'base', 'contract.yaml'));
const rules = loadReviewRules();

/** What a rule says of the base contract with some changes. */
async function said(code: string, changes: object) {
  const found = await defectsIn(
    overlay(source.data as Contract, changes),
    [],
    '2024-06-30',
    rules.filter((rule) => rule.code === code),
  );
  return found.map(({ clause, message }) => [clause, message.zh]);
}

const cap = { of: 'fees-paid' };
const mutual = ['carrier', 'customer'].map((party) => ({ clause: '9.1', party, excludes: ['indirect'] }));

test('a loss that both exclude does not hide what frees one of them alone', async () => {
  const own = { clause: '8.1', party: 'carrier', excludes: ['data'] };
  expect(await said('liability-one-sided', { liability: mutual })).toEqual([]);
  expect(await said('liability-one-sided', { liability: [...mutual, own] })).toEqual([
    ['8.1', '8.1 只限制或免除乙方的责任，甲方没有相应的限制。'],
  ]);
});

test('each party is named with the clauses that protect it alone, in the order of the paper', async () => {
  const liability = [
    ...mutual,
    { clause: '9.1', party: 'carrier', cap },
    { clause: '3.1', party: 'carrier' },
    { clause: '5.1', party: 'customer', excludes: ['goodwill'] },
  ];
  expect(await said('liability-one-sided', { liability })).toEqual([
    ['3.1', '3.1、9.1 只限制或免除乙方的责任，甲方没有相应的限制。'],
    ['5.1', '5.1 只限制或免除甲方的责任，乙方没有相应的限制。'],
  ]);
});

test('one clause that frees both, or one that caps both though otherwise, is not one-sided', async () => {
  const liability = ['carrier', 'customer'].flatMap((party) => [
    { clause: '8.1', party },
    { clause: party === 'carrier' ? '9.1' : '5.1', party, cap },
  ]);
  expect(await said('liability-one-sided', { liability })).toEqual([]);
});

test('a finding that begins with its clause is not headed by it again', async () => {
  const contract = overlay(source.data as Contract, { liability: [{ clause: '9.1', party: 'carrier', cap }] });
  const found = await review({ contract, source }, [], '2024-06-30', rules);
  const [data] = found.flatMap(({ data }) => (JSON.stringify(data).includes('liability-one-sided') ? [data] : []));
  expect(data).toMatchObject({
    message: {
      zh: expect.stringMatching(/^9\.1 只限制或免除乙方的责任/),
      en: expect.stringMatching(/^9\.1: the liability of the carrier alone/),
    },
  });
});

const signed = (customer: string, carrier: string) => ({
  signed: { clause: '签署页', customer: { date: customer }, carrier: { date: carrier } },
});

test('what stands against both parties alike is one finding that names both', async () => {
  expect(await said('signed-long-before', signed('2021-12-13', '2021-12-13'))).toEqual([
    ['签署页', '甲方和乙方的签署日 2021-12-13 比起始日 2024-01-01 早 749 天。'],
  ]);
  expect(await said('signed-after-start', signed('2024-01-06', '2024-01-06'))).toEqual([
    ['签署页', '甲方和乙方于 2024-01-06 签署，晚于起始日 2024-01-01 5 天。'],
  ]);
  const account = { accounts: [{ clause: '5.1', bank: '某银行', number: { blank: true, clause: '5.1' } }] };
  expect(await said('blank-account', { parties: { customer: account, carrier: account } })).toEqual([
    ['5.1', '甲方和乙方的账号没有填写。'],
  ]);
  const reachable = { customer: ['hand'], carrier: ['hand'] };
  expect(await said('notice-form-unreachable', { notices: { forms: ['hand', 'fax'], reachable } })).toEqual([
    ['8.1', '可以用传真通知，没有写甲方和乙方的号码或地址。'],
  ]);
});

test('what differs between the parties stays two findings', async () => {
  expect(await said('signed-long-before', signed('2021-12-13', '2021-12-14'))).toHaveLength(2);
});
