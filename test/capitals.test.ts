import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capitals } from '../src/capitals.ts';
import { decimal } from '../src/money.ts';

/** The examples of the rules for filling in bills and settlement vouchers, and what they leave to be inferred. */
const examples = {
  '1409.50': '壹仟肆佰零玖元伍角',
  '6007.14': '陆仟零柒元壹角肆分',
  '1680.32': '壹仟陆佰捌拾元零叁角贰分',
  '107000.53': '壹拾万柒仟元零伍角叁分',
  '16409.02': '壹万陆仟肆佰零玖元零贰分',
  '325.04': '叁佰贰拾伍元零肆分',
  '98000': '玖万捌仟元整',
  '2997': '贰仟玖佰玖拾柒元整',
  '0': '零元整',
  '0.05': '伍分',
  '0.50': '伍角',
  '10.05': '壹拾元零伍分',
  '100000000': '壹亿元整',
  '100010000': '壹亿零壹万元整',
  '100000001': '壹亿零壹元整',
  '1020000305': '壹拾亿贰仟万零叁佰零伍元整',
  '-5.1': '负伍元壹角',
} as const;

test.each(Object.entries(examples))('%s yuan reads %s', (amount, written) => {
  expect(capitals(decimal(amount))).toBe(written);
});

test('capitals name one amount: read back digit by digit they give it again', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }), (fen) => {
      expect(readBack(capitals({ units: fen, scale: 2 }))).toBe(fen);
    }),
    { numRuns: 2000, seed: 3 },
  );
});

test('no amount shows two 零 in a row', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), (fen) => {
      expect(capitals({ units: fen, scale: 2 })).not.toMatch(/零零|零[万亿元角分](?!整)/);
    }),
    { numRuns: 2000, seed: 4 },
  );
});

/** Fen of an amount in capitals, by a plain walk over its characters. */
function readBack(text: string): bigint {
  const [whole = '', rest = ''] = text.includes('元') ? text.split('元') : ['', text];
  let [sum, group, digit] = [0n, 0n, 0n];
  for (const character of whole) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
    if (value >= 0) digit = BigInt(value);
    else if (character === '万') [sum, group, digit] = [sum + (group + digit) * 10000n, 0n, 0n];
    else if (character === '亿') [sum, group, digit] = [(sum + group + digit) * 10n ** 8n, 0n, 0n];
    else [group, digit] = [group + digit * 10n ** BigInt('拾佰仟'.indexOf(character) + 1), 0n];
  }
  let fen = (sum + group + digit) * 100n;
  for (const [, of = '', unit] of rest.matchAll(/([壹贰叁肆伍陆柒捌玖])([角分])/g)) {
    fen += BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(of)) * (unit === '角' ? 10n : 1n);
  }
  return fen;
}
