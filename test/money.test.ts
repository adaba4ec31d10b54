import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare, decimal, divide, multiply, plain, round, subtract, yuan } from '../src/money.ts';

const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => ({ units, scale }));

test('half a fen rounds up, away from zero', () => {
  expect(yuan(decimal('15.015'))).toBe('15.02');
  expect(yuan(decimal('614.965'))).toBe('614.97');
  expect(yuan(decimal('-15.015'))).toBe('-15.02');
  expect(yuan(decimal('15.0149'))).toBe('15.01');
  expect(yuan(multiply(decimal('1361'), decimal('0.05')))).toBe('68.05');
});

test('nothing but a decimal number is money', () => {
  for (const text of ['1e3', '1,000', '', ' 1', '1.', '.5', 'NaN', '１', 0.1, Number.NaN, 2 ** 60]) {
    expect(() => decimal(text)).toThrow(RangeError);
  }
});

test('what is written is what is read', () => {
  fc.assert(
    fc.property(amounts, (a) => {
      expect(compare(decimal(plain(a)), a)).toBe(0);
    }),
    { seed: 1 },
  );
});

test('addition and subtraction undo each other, whatever the digits', () => {
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      expect(compare(subtract(add(a, b), b), a)).toBe(0);
      expect(compare(add(a, b), add(b, a))).toBe(0);
    }),
    { seed: 2 },
  );
});

test('rounding moves by at most half a unit, and a larger amount never rounds to less', () => {
  fc.assert(
    fc.property(amounts, amounts, fc.integer({ min: 0, max: 4 }), (a, b, digits) => {
      const half = { units: 5n, scale: digits + 1 };
      const off = subtract(round(a, digits), a);
      expect(compare(off.units < 0n ? { ...off, units: -off.units } : off, half)).toBeLessThanOrEqual(0);
      if (compare(a, b) <= 0) expect(compare(round(a, digits), round(b, digits))).toBeLessThanOrEqual(0);
    }),
    { seed: 3 },
  );
});

test('division is the nearest decimal to the fraction', () => {
  expect(plain(divide(decimal(1), decimal(3), 2))).toBe('0.33');
  expect(plain(divide(decimal(2), decimal(3), 2))).toBe('0.67');
  expect(plain(divide(decimal('-0.5'), decimal(100), 2))).toBe('-0.01');
  expect(() => divide(decimal(1), decimal(0), 2)).toThrow(RangeError);
});
