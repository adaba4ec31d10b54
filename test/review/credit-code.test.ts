import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCreditCode } from '../../src/review/credit-code.ts';

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
// Weights as the standard's table prints them, not computed.
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character by the formula of GB 32100-2015, written out. */
function checked(first: string): string {
  const sum = weights.map((weight, i) => weight * characters.indexOf(first.charAt(i))).reduce((a, b) => a + b, 0);
  return `${first}${characters.charAt((31 - (sum % 31)) % 31)}`;
}

const seventeen = fc.string({ unit: fc.constantFrom(...characters), minLength: 17, maxLength: 17 });

test.each([
  '91350100M000100Y43',
  '91410000678099980Q',
  '91220000717851099X',
  '12220000YA07002119',
  '12650000MB1705184H',
])('the published code %s is right', (code) => expect(isCreditCode(code)).toBe(true));

test('a code with the check character of the printed weights is right, with any other wrong', () => {
  fc.assert(
    fc.property(seventeen, fc.constantFrom(...characters), (first, last) => {
      expect(isCreditCode(`${first}${last}`)).toBe(`${first}${last}` === checked(first));
      expect(isCreditCode(checked(first))).toBe(true);
    }),
  );
});

test('one wrong character is always noticed', () => {
  fc.assert(
    fc.property(seventeen, fc.nat(17), fc.constantFrom(...characters), (first, at, other) => {
      const code = checked(first);
      fc.pre(code.charAt(at) !== other);
      expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
    }),
  );
});

test.each(['', '9135', '91350100M000100Y4I', '91350100m000100y43', '91350100M000100Y433'])('%j is none', (text) =>
  expect(isCreditCode(text)).toBe(false),
);
