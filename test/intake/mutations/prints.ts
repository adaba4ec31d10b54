import { chinese, formal, meaningOf, numberIn } from './meaning.ts';
import type { Place } from './places.ts';

/** A part of a value's text and what may be printed for it. */
export interface Print {
  kind: string;
  from: number;
  to: number;
  put: string;
}

const numeral = /(?:\d[\d,]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+)/g;

/** Other numbers near one: 24 is 25, 36, 49, 34 and 23; 0.05 is 0.06, 0.055, 0.15 and 1.05. */
function others(n: string): string[] {
  if (n.includes('.')) {
    const last = Number(n.at(-1));
    return [
      `${n.slice(0, -1)}${(last % 9) + 1}`,
      `${n}5`,
      n.replace(/\.(\d)/, (_, d) => `.${(Number(d) + 1) % 10}`),
      `${Number(n.split('.')[0]) + 1}.${n.split('.')[1]}`,
    ];
  }
  const one = Number(n);
  return [one + 1, Math.ceil(one * 1.5), 2 * one + 1, one + 10, one - 1].filter((other) => other > 0).map(String);
}

/** A number in the dress of another: digits with or without commas, numerals, capitals. */
function dressed(n: string, like: string): string | undefined {
  if (/\d/.test(like)) return like.includes(',') ? n.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',') : n;
  if (!/^\d{1,4}$/.test(n)) return undefined;
  return /[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(like) ? formal(Number(n)) : chinese(Number(n));
}

const numbers = ['limit', 'months', 'weeks', 'days', 'int', 'below', 'number', 'money', 'percent', 'permille'];
const dates = ['date', 'start', 'end'];
const units: Readonly<Record<string, readonly string[]>> = {
  limit: ['日', '个工作日', '小时', '个月'],
  months: ['个月', '年'],
};

/** What may be printed for a value so that it says something else. */
export function printsOf(place: Place): Print[] {
  const { found, name, kind, text } = place;
  const words = found.rule.words?.[name];
  const means = (one: string): string => JSON.stringify(meaningOf(place, one));
  const different = ({ from, to, put, kind: how }: Print): boolean => {
    if (how === 'emptied') return true;
    const other = means(text.slice(0, from) + put + text.slice(to));
    return other !== undefined && other !== means(text);
  };
  const all = words
    ? wordsOf(words, text)
    : dates.includes(kind ?? '')
      ? datePrints(text)
      : kind === 'clock' || kind === 'monthrange'
        ? hourPrints(text)
        : numbers.includes(kind ?? '')
          ? [...numberPrints(text), ...unitPrints(kind ?? '', text), ...ratePrints(text)]
          : kind === 'capitals'
            ? []
            : signPrints(text);
  return [...all, ...emptied(text)].filter(different);
}

function numberPrints(text: string): Print[] {
  return [...text.matchAll(numeral)].slice(-1).flatMap(({ 0: printed, index }) => {
    const n = numberIn(printed);
    return n === undefined
      ? []
      : others(n).flatMap((other) => {
          const put = dressed(other, printed);
          return put === undefined ? [] : [{ kind: 'number', from: index, to: index + printed.length, put }];
        });
  });
}

function unitPrints(kind: string, text: string): Print[] {
  const start = [...text.matchAll(numeral)].map(({ 0: one, index }) => index + one.length)[0] ?? 0;
  const bare = (unit: string): string => unit.replace('个', '');
  return (units[kind] ?? [])
    .filter((unit) => bare(unit) !== bare(text.slice(start)))
    .map((put) => ({ kind: 'unit', from: start, to: text.length, put }));
}

function ratePrints(text: string): Print[] {
  const to = text.length;
  const sign = /[%‰]$/.exec(text);
  const swap: Readonly<Record<string, string>> = { '%': '‰', '‰': '%', 百: '千', 千: '百', 万: '千' };
  if (sign) return [{ kind: '% ‰', from: to - 1, to, put: swap[sign[0]] ?? '' }];
  const base = /^([百千万])分之/.exec(text)?.[1];
  return base ? [{ kind: '% ‰', from: 0, to: 1, put: swap[base] ?? '' }] : [];
}

function datePrints(text: string): Print[] {
  return [...text.matchAll(/\d+|[〇零一二三四五六七八九十]+/g)].flatMap(({ 0: printed, index }, i) => {
    const n = Number(numberIn(printed));
    const most = [9999, 12, 28][i] ?? 28;
    if (i === 0 && !/\d/.test(printed)) return [];
    return [n + 1, n + 3, n - 1]
      .filter((other) => other >= 1 && other <= most)
      .map((other) => {
        const put = /\d/.test(printed) ? String(other).padStart(printed.startsWith('0') ? 2 : 1, '0') : chinese(other);
        return { kind: 'date', from: index, to: index + printed.length, put };
      });
  });
}

const hourPrints = (text: string): Print[] =>
  [...text.matchAll(/\d+(?=[:：时点月—-]|$)/g)].slice(0, 1).flatMap(({ 0: printed, index }) =>
    [1, -1].map((by) => ({
      kind: 'hour',
      from: index,
      to: index + printed.length,
      put: String(Number(printed) + by),
    })),
  );

/** Other digits, or other characters where there are none, at the beginning, in the middle and at the end. */
function signPrints(text: string): Print[] {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const han = [...text.matchAll(/\p{Script=Han}/gu)].map(({ index }) => index);
  const places = digits.length > 0 ? digits : han.slice(1, -2);
  const picked = new Set([places[0], places[Math.floor(places.length / 2)], places.at(-1)]);
  return [...picked].flatMap((at) => {
    if (at === undefined) return [];
    const put = digits.length > 0 ? String((Number(text[at]) + 3) % 10) : text[at] === '宁' ? '泰' : '宁';
    return [{ kind: digits.length > 0 ? 'code' : 'name', from: at, to: at + 1, put }];
  });
}

/** A fill-in with nothing in it: the number, or all of a value without one. */
function emptied(text: string): Print[] {
  const [number] = [...text.matchAll(numeral)];
  return [
    { kind: 'emptied', from: number?.index ?? 0, to: number ? number.index + number[0].length : text.length, put: '' },
  ];
}

/** Other words that the rule knows in this place. */
const wordsOf = (words: Readonly<Record<string, unknown>>, text: string): Print[] =>
  literals(words).includes(text)
    ? literals(words)
        .filter((word) => word !== text)
        .map((put) => ({ kind: 'word', from: 0, to: text.length, put }))
    : [];

const literals = (words: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(words)
    .flatMap((pattern) => pattern.split('|'))
    .map((word) => word.replace('、?', '、'))
    .filter((word) => /^[\p{Script=Han}A-Z0-9、]+$/u.test(word));
