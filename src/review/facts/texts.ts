import { capitals } from '../../capitals.ts';
import { wordsOf } from '../../locale/review.ts';
import { limitWords } from '../../locale/words.ts';
import { decimal } from '../../money.ts';
import { isCreditCode } from '../credit-code.ts';
import type { Functions } from './functions.ts';

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const key = (value: unknown): string => JSON.stringify(value);

export const textFunctions: Functions = {
  /** The first that has a value. */
  or: (values) => values.find((value) => value !== undefined),
  /** The first of a list; no value where it is empty. */
  first: ([values]) => list(values)[0],
  /** The list; no value where it is empty. */
  some: ([values]) => (list(values).length === 0 ? undefined : values),
  /** That at a place, counted from 0; no value beyond the end. */
  nth: ([values, place]) => list(values)[Number(place)],
  /** One list of all that have a value. */
  list: (values) => values.flatMap(list).filter((value) => value !== undefined),
  same: ([a, b]) => key(a) === key(b),
  includes: ([values, one]) => list(values).map(key).includes(key(one)),
  distinct: ([values]) => [...new Map(list(values).map((value) => [key(value), value])).values()],
  /** Of the first list what is not in the second. */
  except: ([values, others]) => {
    const known = new Set(list(others).map(key));
    return list(values).filter((value) => !known.has(key(value)));
  },
  matches: ([text, pattern]) => new RegExp(String(pattern), 'u').test(String(text)),
  characters: ([text]) => [...String(text)].length,
  /** Han characters. */
  han: ([text]) => [...String(text)].filter((char) => /\p{Script=Han}/u.test(char)).length,
  /** An amount in yuan as the rules for bills write it; no value from 10^12 yuan on. */
  capitals: ([amount]) => {
    const read = decimal(amount as string);
    return read.units >= 10n ** BigInt(12 + read.scale) ? undefined : capitals(read);
  },
  /** An amount in capitals without what may be written in two ways: 人民币 in front, 圆 for 元, 整 or 正 at the end. */
  'plain-capitals': ([text]) =>
    String(text)
      .replace(/^人民币|[整正]$/g, '')
      .replaceAll('圆', '元'),
  'credit-code': ([code]) => isCreditCode(String(code)),
  /** A limit in words, in both languages. */
  limit: ([limit]) => {
    const [unit, count] = Object.entries(limit as Record<string, number>)[0] ?? [];
    return unit === undefined || count === undefined ? undefined : limitWords(count, unit);
  },
  /** The word for a party, a form of notice or another choice of the schema, in both languages. */
  words: ([value]) => {
    const all = list(value).map((one) => wordsOf(String(one)));
    return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') };
  },
};
