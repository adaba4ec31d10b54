import { decimal, divide, multiply, shortest } from '../../money.ts';
import { addDays, addMonths, isDay } from '../../time/day.ts';
import { noValue, signs } from '../fill-ins.ts';
import { amountOfCapitals, numberPattern as number, numberOf } from './numerals.ts';

/** What a value says: a datum of the contract, or that the paper gives none and how. */
export type Value = { is: 'given'; value: unknown } | { is: 'blank' | 'stroke' | 'none' };

/** A kind of value: what it looks like on the filled-in text, and what it says; undefined where it looks so and is none. */
interface Kind {
  pattern: string;
  read(text: string): unknown;
}

const either = (pattern: string): string => `(?:${number}|${noValue})${pattern}`;
const inUnits = (units: readonly (readonly [string, (n: string) => unknown])[]) => (text: string) => {
  const [, amount = '', unit = ''] = new RegExp(`^(${number})个?(.*)$`).exec(text) ?? [];
  const [, make] = units.find(([name]) => unit.startsWith(name)) ?? [];
  const n = numberOf(amount);
  return n === undefined || !make ? undefined : make(n);
};
const whole = (n: string): number | undefined => (/^\d{1,9}$/.test(n) ? Number(n) : undefined);
const times = (n: string, factor: number): number | undefined => {
  const one = whole(n);
  return one === undefined ? undefined : one * factor;
};
/** A number as YAML keeps it: whole ones as numbers, others as text, so that no digit is lost. */
const exact = (n: string): number | string => {
  const short = shortest(decimal(n));
  return /^\d{1,15}$/.test(short) ? Number(short) : short;
};

const limitUnits = [
  ['小时', (n: string) => ({ hours: whole(n) })],
  ['工作日', (n: string) => ({ workdays: whole(n) })],
  ['自然日', (n: string) => ({ days: whole(n) })],
  ['日历', (n: string) => ({ days: whole(n) })],
  ['日', (n: string) => ({ days: whole(n) })],
  ['天', (n: string) => ({ days: whole(n) })],
  ['月', (n: string) => ({ months: whole(n) })],
  ['年', (n: string) => ({ months: times(n, 12) })],
  ['周', (n: string) => ({ days: times(n, 7) })],
] as const;

const shares: Readonly<Record<string, number>> = {
  百分之: 100,
  '%': 100,
  千分之: 1000,
  '‰': 1000,
  万分之: 10_000,
  '‱': 10_000,
};
const share = `(?:[百千万]分之${either('')}|${either('[%‰‱]')})`;
/** A share in so many parts of a whole, whatever parts the paper writes it in: 5‰ is 0.5 in the hundred. */
const shareIn =
  (parts: number) =>
  (text: string): number | string | undefined => {
    const [, spelt = '', n = '', sign = ''] = /^([百千万]分之)?(.*?)([%‰‱])?$/.exec(text) ?? [];
    const [value, of] = [numberOf(n), shares[spelt || sign]];
    if (value === undefined || of === undefined) return undefined;
    return exact(shortest(divide(multiply(decimal(value), decimal(parts)), decimal(of), 8)));
  };

const pad = (n: string): string => n.padStart(2, '0');
const dateOf = (text: string): string | undefined => {
  const [, y, m, d] = /^(.{4})[年./-](.{1,3})[月./-](.{1,3}?)[日号]?$/.exec(text.replaceAll(/\s/g, '')) ?? [];
  const [year, month, day] = [y, m, d].map((one) => numberOf(one ?? ''));
  if (!year || !month || !day || year.length !== 4) return undefined;
  const iso = `${year}-${pad(month)}-${pad(day)}`;
  return isDay(iso) ? iso : undefined;
};

const clockOf = (text: string): string | undefined => {
  const [, half = '', h = '', m = '00'] =
    /^(上午|早上?|下午|晚上?|中午|次日)?(\d{1,2})(?:[:：](\d{2})|[时点]整?)$/.exec(text) ?? [];
  const hour = Number(h) + (/下午|晚/.test(half) && Number(h) < 12 ? 12 : 0);
  return h === '' || hour > 23 ? undefined : `${pad(String(hour))}:${m}`;
};

const monthOf = (text: string): [string, string] | undefined => {
  const [, y, m] = /^(.{4})年(.{1,3})月$/.exec(text) ?? [];
  const [year, month] = [y, m].map((one) => numberOf(one ?? ''));
  return year?.length === 4 && month && Number(month) >= 1 && Number(month) <= 12 ? [year, pad(month)] : undefined;
};
const lastDay = (year: string, month: string): string => addDays(addMonths(`${year}-${month}-01`, 1), -1);

const monthsOf = (text: string): number[] | undefined => {
  const [, from, to] = /^(\d{1,2})(?:月)?[-—~至到](\d{1,2})月/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (!(first >= 1 && first <= 12 && last >= 1 && last <= 12)) return undefined;
  const length = ((last - first + 12) % 12) + 1;
  return Array.from({ length }, (_, i) => ((first - 1 + i) % 12) + 1);
};

/** Never a mobile number: those are people's. */
const phoneOf = (text: string): string | undefined => {
  const digits = text.replaceAll(/\D/g, '');
  return /^1[3-9]\d{9}$/.test(digits) || digits.length < 5 ? undefined : text.trim();
};

const cn = '[〇零一二三四五六七八九十]';
const plainText = (text: string): string | undefined => {
  const held = text.trim().replace(/^[:：]/, '');
  return held === '' ? undefined : held;
};

const day = `(?:(?:\\d{4}|[〇零一二三四五六七八九]{4}|${noValue})(?:年(?:\\d{1,2}|${cn}{1,3}|${noValue})月(?:\\d{1,2}|${cn}{1,3}|${noValue})日|[./-] ?\\d{1,2}[./-] ?\\d{1,2}))`;
const month = `(?:\\d{4}|[〇零一二三四五六七八九]{4})年(?:\\d{1,2}|${cn}{1,3})月`;

/** The kinds of values that patterns name in braces, as `{limit}`. */
const kinds = {
  limit: {
    pattern: either('(?:个)?(?:小时|工作日|自然日|日历天|日历日|日|天|(?<=个)月|年|周)'),
    read: inUnits(limitUnits),
  },
  months: {
    pattern: either('(?:个月|年|整年)'),
    read: inUnits([
      ['月', whole],
      ['年', (n) => times(n, 12)],
      ['整年', (n) => times(n, 12)],
    ]),
  },
  days: {
    pattern: either('个?[周日天]'),
    read: inUnits([
      ['周', (n) => times(n, 7)],
      ['日', whole],
      ['天', whole],
    ]),
  },
  int: { pattern: either(''), read: (text) => whole(numberOf(text) ?? '') },
  /** The greatest whole number that is less: what reaches 100 is beyond 99. */
  below: { pattern: either(''), read: (text) => mapped(whole(numberOf(text) ?? ''), (n) => n - 1) },
  number: { pattern: either(''), read: (text) => mapped(numberOf(text), exact) },
  money: {
    pattern: `(?:人民币|[¥￥])*${either('元')}`,
    read: (text) => mapped(numberOf(text.replace(/^(?:人民币|[¥￥])*/, '').replace(/元$/, '')), exact),
  },
  capitals: { pattern: `(?:[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{2,}|${noValue})`, read: (text) => text },
  percent: { pattern: share, read: shareIn(100) },
  permille: { pattern: share, read: shareIn(1000) },
  date: {
    pattern: day,
    read: dateOf,
  },
  clock: { pattern: '(?:上午|早上?|下午|晚上?|中午|次日)?\\d{1,2}(?:[:：]\\d{2}|[时点]整?)', read: clockOf },
  // A term by days, or by whole months.
  start: {
    pattern: `(?:${day}|${month})`,
    read: (text) => dateOf(text) ?? mapped(monthOf(text), ([year, one]) => `${year}-${one}-01`),
  },
  end: {
    pattern: `(?:${day}|${month})`,
    read: (text) => dateOf(text) ?? mapped(monthOf(text), ([year, one]) => lastDay(year, one)),
  },
  monthrange: { pattern: '\\d{1,2}月?[-—~至到]\\d{1,2}月(?:份)?', read: monthsOf },
  phone: { pattern: `(?:\\d[\\d -]{3,15}\\d|${noValue})`, read: phoneOf },
  code: {
    pattern: `(?:[0-9A-Z][0-9A-Z -]*[0-9A-Z]|${noValue})`,
    read: (text) => (/^[0-9A-Z][0-9A-Z -]*$/.test(text) ? text : undefined),
  },
  text: { pattern: `[^。；;，,\\n\\t]+?`, read: plainText },
  // A line, and the next where that is neither a label nor a sentence: its rest.
  wrapped: {
    pattern: '[^\\n▁:：\\s]{4,100}?(?:\\n[^\\n:：，。；“]{2,60}(?=\\n|$))?',
    read: (text) => plainText(text.replaceAll('\n', '')),
  },
  line: { pattern: `[^\\n\\t]+?`, read: plainText },
  name: { pattern: `(?:[\\p{Script=Han}A-Za-z0-9()·—-]{4,60}?|${noValue})`, read: plainText },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];

const mapped = <T, U>(value: T | undefined, to: (value: T) => U): U | undefined =>
  value === undefined ? undefined : to(value);

/** What a kind of value looks like, as the source of a pattern. */
export const patternOf = (kind: KindName): string => kinds[kind].pattern;

const absences = [
  [signs.blank, 'blank'],
  [signs.stroke, 'stroke'],
  [signs.none, 'none'],
] as const;

/** How the paper says that there is no value here; undefined where there is one. */
export function absent(text: string): Value | undefined {
  for (const [sign, is] of absences) if (text.includes(sign)) return { is };
  return /^[/\\]$/.test(text.trim()) ? { is: 'stroke' } : undefined;
}

/** What a stretch of filled-in text says as a value of a kind; undefined where it only looks like one. */
export function readAs(kind: KindName, text: string): Value | undefined {
  const value: unknown = kinds[kind].read(text);
  const holds =
    typeof value === 'object' && value !== null ? Object.values(value).every((one) => one !== undefined) : true;
  return value === undefined || !holds ? undefined : { is: 'given', value };
}

/** Whether an amount in capitals is the same as one in digits; undefined where the capitals cannot be read. */
export function sameAmount(capitals: string, amount: unknown): boolean | undefined {
  const read = amountOfCapitals(capitals);
  return read === undefined ? undefined : read === String(amount);
}
