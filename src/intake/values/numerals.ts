import { add, type Decimal, decimal, multiply, plain, shortest, zero } from '../../money.ts';

const digits = new Map([...'零一二三四五六七八九'].map((one, i) => [one, i] as const));
for (const [i, one] of [...'〇壹贰叁肆伍陆柒捌玖'].entries()) digits.set(one, i);
digits.set('两', 2);
const places = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const groups = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** What a number in digits or in Chinese numerals or capitals looks like; nothing that is both. */
export const numberPattern =
  '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+)万?';

/**
 * A number as contracts write it: `1,000`, `0.05`, `5万`, `三十`, `一百零五`, `二〇二五`, `叁佰`. Returns its digits, exactly
 * (`"0.05"`); undefined where it is none.
 */
export function numberOf(text: string): string | undefined {
  const bare = text.replaceAll(/[\s,]/g, '');
  const tens = bare.endsWith('万');
  const head = tens ? bare.slice(0, -1) : bare;
  const value = /^\d+(\.\d+)?$/.test(head) ? decimal(head) : chinese(head);
  if (!value) return undefined;
  return tens ? shortest(multiply(value, decimal(10_000))) : plain(value);
}

/** Chinese numerals: by places where there are any, else digit by digit. */
function chinese(text: string): Decimal | undefined {
  const signs = [...text];
  if (signs.length === 0) return undefined;
  if (signs.every((sign) => digits.has(sign))) {
    return decimal(signs.map((sign) => digits.get(sign)).join(''));
  }
  let [total, group, digit] = [0, 0, -1];
  for (const sign of signs) {
    const [own, place, size] = [digits.get(sign), places.get(sign), groups.get(sign)];
    if (own !== undefined) {
      if (digit > 0) return undefined;
      digit = own;
    } else if (place !== undefined) {
      // 十二 is 12: a ten without a digit before it is one ten.
      group += (digit > 0 ? digit : digit === -1 && place === 10 ? 1 : 0) * place;
      digit = -1;
    } else if (size !== undefined) {
      total = (total + group + Math.max(digit, 0)) * size;
      [group, digit] = [0, -1];
    } else return undefined;
  }
  return decimal(total + group + Math.max(digit, 0));
}

const capitalAmount =
  /^(?:([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)[元圆])?(?:([零壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?[整正]?$/;

/** An amount in Chinese capitals in yuan, exactly: 叁佰元整 is `"300"`; undefined where it is none. */
export function amountOfCapitals(text: string): string | undefined {
  const [all, yuan, jiao, fen] = capitalAmount.exec(text.replace(/^人民币/, '')) ?? [];
  if (!all || (!yuan && !jiao && !fen)) return undefined;
  const whole = yuan ? chinese(yuan) : zero;
  if (!whole) return undefined;
  const parts = [whole, part(jiao, 1), part(fen, 2)];
  return shortest(parts.reduce(add, zero));
}

const part = (digit: string | undefined, scale: number): Decimal => ({
  units: BigInt(digits.get(digit ?? '') ?? 0),
  scale,
});
