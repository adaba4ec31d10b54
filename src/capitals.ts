import { type Decimal, round } from './money.ts';

const digits = [...'零壹贰叁肆伍陆柒捌玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿'];

/**
 * An amount in yuan as Chinese capitals, to the fen half up: 1409.50 is 壹仟肆佰零玖元伍角, 107000.53
 * 壹拾万柒仟元零伍角叁分. As the rules for filling in bills and settlement vouchers ask (正确填写票据和结算凭证的基本规定,
 * 《支付结算办法》 annex 1): 整 after yuan where no jiao and no fen follow, 零 for zeros between digits, and before a fen
 * without jiao. A negative amount begins with 负. Throws RangeError from 10^12 yuan on.
 */
export function capitals(amount: Decimal): string {
  const { units } = round(amount, 2);
  const fen = units < 0n ? -units : units;
  const [yuan, jiao, rest] = [fen / 100n, (fen / 10n) % 10n, fen % 10n];
  if (yuan >= 10n ** 12n) throw new RangeError('an amount too large to write out');
  const sign = units < 0n ? '负' : '';
  const whole = yuan === 0n ? '' : `${inGroups(yuan)}元`;
  if (jiao === 0n && rest === 0n) return `${sign}${whole || '零元'}整`;
  // A 零 stands for zeros between the yuan and what follows: before jiao where the yuan end in zero, before fen without jiao.
  const gap = whole !== '' && (jiao === 0n || yuan % 10n === 0n) ? '零' : '';
  const small = (jiao > 0n ? `${digits[Number(jiao)]}角` : '') + (rest > 0n ? `${digits[Number(rest)]}分` : '');
  return `${sign}${whole}${gap}${small}`;
}

/** A whole number of yuan, by groups of four digits. */
function inGroups(yuan: bigint): string {
  const parts: string[] = [];
  for (let [n, group] = [yuan, 0]; n > 0n; n /= 10000n, group += 1) {
    const value = Number(n % 10000n);
    const more = n >= 10000n;
    if (value > 0) parts.unshift(`${more && value < 1000 ? '零' : ''}${inPlaces(value)}${groups[group]}`);
    else if (parts.length > 0 && more && !parts[0]?.startsWith('零')) parts.unshift('零');
  }
  return parts.join('');
}

/** A number below ten thousand; one 零 for zeros between digits. */
function inPlaces(value: number): string {
  let [text, gap] = ['', false];
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${digits[digit]}${places[place]}`;
      gap = false;
    }
  }
  return text;
}
