import type { Meaning } from '../../../src/intake/compile.ts';
import type { Place } from './places.ts';

// What printed values mean, written anew for the tests: a reader that is wrong is not asked whether it is right.

const han = [...'零一二三四五六七八九'];
const capital = [...'零壹贰叁肆伍陆柒捌玖'];

/** A whole number below 10000 in Chinese numerals: 105 is 一百零五, 12 is 十二. */
export function chinese(n: number, digits = han, places = ['', '十', '百', '千']): string {
  let text = '';
  for (const [i, digit] of [...String(n)].entries()) {
    const place = String(n).length - 1 - i;
    if (digit !== '0') text += `${digits[Number(digit)]}${places[place]}`;
    else if (text !== '' && !text.endsWith('零')) text += '零';
  }
  const bare = text.replace(/零$/, '') || '零';
  return digits === han ? bare.replace(/^一十/, '十') : bare;
}
export const formal = (n: number): string => chinese(n, capital, ['', '拾', '佰', '仟']);

const spelt = new Map<string, number>();
for (let n = 9999; n >= 0; n--) for (const text of [chinese(n), formal(n)]) spelt.set(text, n);
spelt.set('两', 2);

/** The number that a text is, with all its digits; undefined for none. */
export function numberIn(text: string): string | undefined {
  const [, head = '', tens] = /^(.*?)(万?)$/.exec(text.replaceAll(/[,\s]/g, '')) ?? [];
  const plain = /^\d+(\.\d+)?$/.test(head)
    ? head
    : /^[零〇一二三四五六七八九]{2,}$/.test(head)
      ? byDigit(head)
      : spelt.get(head)?.toString();
  if (plain === undefined) return undefined;
  return tens ? shifted(plain, 4) : trimmed(plain);
}
const byDigit = (text: string): string => [...text].map((one) => Math.max(0, han.indexOf(one))).join('');

/** A decimal number times a power of ten, digit by digit. */
function shifted(text: string, by: number): string {
  const [whole = '', part = ''] = text.split('.');
  const digits = '0'.repeat(Math.max(0, -by)) + whole + part + '0'.repeat(Math.max(0, by));
  const point = Math.max(0, -by) + whole.length + by;
  return trimmed(`${digits.slice(0, point)}.${digits.slice(point)}`);
}
const trimmed = (text: string): string =>
  text
    .replace(/^0+(?=\d)/, '')
    .replace(/(\..*?)0+$/, '$1')
    .replace(/\.$/, '');
const typed = (text: string): number | string => (/^\d{1,15}$/.test(text) ? Number(text) : text);

const limits: readonly (readonly [RegExp, string, number])[] = [
  [/^个?小时/, 'hours', 1],
  [/^个?工作日/, 'workdays', 1],
  [/^个?周/, 'days', 7],
  [/^个?(?:自然日|日历|日|天)/, 'days', 1],
  [/^个?月/, 'months', 1],
  [/^个?年/, 'months', 12],
];

/** What a value says when it is printed so; undefined where it says nothing. */
export function meaningOf({ kind, words, list }: Pick<Place, 'kind' | 'words' | 'list'>, text: string): unknown {
  if (list) return listIn(text, list);
  if (words) return words.find(({ pattern }) => pattern.test(text))?.means;
  const [, printed = '', unit = ''] =
    /^((?:[\d.,]+|[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+)万?)(.*)$/.exec(
      text.replace(/^(?:人民币|[¥￥])+/, ''),
    ) ?? [];
  const n = numberIn(printed);
  const whole = n !== undefined && /^\d{1,9}$/.test(n) ? Number(n) : undefined;
  if (kind === 'limit') {
    const [, key, factor] = limits.find(([pattern]) => pattern.test(unit)) ?? [];
    return key && factor && whole !== undefined ? { [key]: whole * factor } : undefined;
  }
  if (kind === 'months')
    return whole !== undefined && /^个?月|^整?年/.test(unit) ? whole * (unit.includes('年') ? 12 : 1) : undefined;
  if (kind === 'weeks') return whole !== undefined && /^个?周/.test(unit) ? whole * 7 : undefined;
  if (kind === 'days')
    return whole !== undefined && /^个?[周日天]/.test(unit) ? whole * (unit.includes('周') ? 7 : 1) : undefined;
  if (kind === 'int') return whole;
  if (kind === 'below') return whole === undefined ? undefined : whole - 1;
  if (kind === 'number' || kind === 'money') return n === undefined ? undefined : typed(n);
  if (kind === 'percent' || kind === 'permille') return rateOf(text, kind === 'percent' ? 2 : 3);
  if (kind === 'date' || kind === 'start' || kind === 'end') return dayOf(text, kind);
  if (kind === 'clock') return clockOf(text);
  if (kind === 'monthrange') return monthsOf(text);
  return text.trim();
}

/** All words of a list in the order in which they stand, each once. */
function listIn(text: string, words: readonly Meaning[]): unknown[] {
  const places: [number, unknown][] = [];
  for (const { pattern, means } of words) {
    for (const match of text.matchAll(pattern)) places.push([match.index, means === '=' ? match[0] : means]);
  }
  return [...new Set(places.sort(([a], [b]) => a - b).map(([, means]) => means))];
}

/** A share in hundredths (2) or thousandths (3). */
function rateOf(text: string, in10: number): unknown {
  const [, base, n = '', sign] = /^(?:(百分之|千分之|万分之))?(.*?)([%‰‱])?$/.exec(text) ?? [];
  const of = base ? { 百分之: 2, 千分之: 3, 万分之: 4 }[base] : sign ? { '%': 2, '‰': 3, '‱': 4 }[sign] : undefined;
  const number = numberIn(n);
  return of === undefined || number === undefined ? undefined : typed(shifted(number, in10 - of));
}

function dayOf(text: string, kind: string): string | undefined {
  const [y, m, d] = text.split(/[年月日./-]/).map((one) => numberIn(one.trim()));
  if (!y || !m) return undefined;
  const last = new Date(Date.UTC(Number(y), Number(m), 0)).getUTCDate();
  const day = d !== undefined ? Number(d) : kind === 'end' ? last : 1;
  if (!(day >= 1 && day <= last && Number(m) <= 12)) return undefined;
  return `${y}-${m.padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function clockOf(text: string): string | undefined {
  const [, h, m = '00'] = /(\d{1,2})(?:[:：](\d{2}))?/.exec(text) ?? [];
  if (h === undefined) return undefined;
  const hour = Number(h) + (/[下晚]/.test(text) && Number(h) < 12 ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${m}`;
}

function monthsOf(text: string): number[] {
  const [from = 0, to = 0] = [...text.matchAll(/\d+/g)].map(([n]) => Number(n));
  const months: number[] = [];
  for (let month = from; ; month = (month % 12) + 1) {
    months.push(month);
    if (month === to || months.length > 12) return months;
  }
}
