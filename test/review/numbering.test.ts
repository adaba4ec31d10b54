import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberingOf } from '../../src/review/numbering.ts';

test.each<[string, string[], number, string[]]>([
  ['a clause that is not there', ['3.1', '3.2', '3.4'], 2, ['3.3']],
  ['the first one', ['一', '一.2'], 1, ['一.1']],
  ['a Chinese number', ['九', '十一'], 1, ['十']],
  ['a Chinese number above ten', ['十九', '二十一'], 1, ['二十']],
  ['bracketed items', ['二(一)1(1)', '二(一)1(4)'], 1, ['二(一)1(2)', '二(一)1(3)']],
  ['a row of a table', ['7.3#1', '7.3#3'], 1, ['7.3#2']],
])('%s is skipped', (_, refs, index, missing) => {
  expect(numberingOf(refs).skipped.get(index)).toEqual(missing);
});

test('each level counts for itself, and a list that begins anew skips nothing', () => {
  const refs = [
    '首部',
    '1',
    '1.1',
    '1.2',
    '2',
    '2.1',
    '2.1(1)',
    '2.1(2)',
    '2.2',
    '附1',
    '附1.1',
    '附1.1',
    '附1.2',
    '签署页',
  ];
  const { skipped, repeated } = numberingOf(refs);
  expect([...skipped]).toEqual([]);
  expect([...repeated]).toEqual([[11, ['附1.1']]]);
});

test('a run that is printed again is named once, from where it begins', () => {
  expect([...numberingOf(['4', '5', '4', '5', '6']).repeated]).toEqual([[2, ['4', '5']]]);
});

test('leaving out one clause of a list is named right before the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 99 }), fc.nat(), (count, at) => {
      const missing = 1 + (at % (count - 2));
      const refs = Array.from({ length: count }, (_, i) => `3.${i + 1}`);
      const { skipped } = numberingOf(refs.filter((_, i) => i !== missing));
      expect([...skipped]).toEqual([[missing, [`3.${missing + 1}`]]]);
    }),
  );
});
