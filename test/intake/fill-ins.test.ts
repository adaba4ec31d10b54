import { expect, it } from 'vitest';
import { filledIn } from '../../src/intake/fill-ins.ts';
import { passageOf } from '../../src/intake/passage.ts';

const filled = (text: string): string => filledIn(passageOf(text)).text;

it.each([
  ['人民币____元(大写：____)', '人民币▁元(大写：▁)'],
  ['____年____月____日', '▁年▁月▁日'],
  ['电话：____传真：____', '电话：▁传真：▁'],
  ['每天__8__次，限__30__日', '每天8次，限30日'],
  ['有_2起投诉', '有2起投诉'],
  ['按__月__付费', '按月付费'],
  ['采用__银行转账__方式', '采用银行转账方式'],
])('lines for fill-ins hold a value or none: %s', (text, expected) => {
  expect(filled(text)).toBe(expected);
});

it('what was filled in stands where it was printed, not where its bracket was', () => {
  const { text, at } = filledIn(passageOf('在【24】小时内'));
  expect(text).toBe('在24小时内');
  expect(Array.from(at)).toEqual([0, 2, 3, 5, 6, 7]);
});
