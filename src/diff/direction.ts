import { type Fields, isLimit } from '../contract/values.ts';
import { compare, decimal } from '../money.ts';
import { compareLimits } from './limits.ts';
import type { KeyRule } from './rules.ts';
import { canonical, isNumber } from './values.ts';
import { compareWindows } from './windows.ts';

export type Direction = 'more' | 'less' | 'same';

const told = (sign: number | undefined): Direction | undefined =>
  sign === undefined ? undefined : sign > 0 ? 'more' : sign < 0 ? 'less' : 'same';

/** Which way a value goes from before to after; undefined where nobody can say. Absent is undefined. */
export function directionOf(
  rule: KeyRule,
  before: unknown,
  after: unknown,
  beside: { before: Fields; after: Fields },
): Direction | undefined {
  const [was, is] = [before ?? rule.default, after ?? rule.default];
  if (rule.wider) return told(compareWindows(beside.after, beside.before));
  if (rule.more) return told(compareLists(rule, is, was));
  if (was !== undefined && canonical(was) === canonical(is)) return 'same';
  if (was === undefined || is === undefined) {
    if (rule.absent === undefined || was === is) return undefined;
    return (rule.absent === 'most') === (is === undefined) ? 'more' : 'less';
  }
  if (rule.ranks) return told(compareRanks(rule.ranks, is, was));
  return told(compareValues(is, was));
}

function compareRanks(ranks: Readonly<Record<string, number>>, a: unknown, b: unknown): number | undefined {
  const [first, second] = [ranks[String(a)], ranks[String(b)]];
  return first === undefined || second === undefined || first === second ? undefined : first - second;
}

/** Days and times of day sort as they read. */
const isTime = (value: unknown): value is string => /^(\d{4}-\d{2}-\d{2}|\d{2}:\d{2})$/.test(String(value));

function compareValues(a: unknown, b: unknown): number | undefined {
  if (isLimit(a) && isLimit(b)) return compareLimits(a, b);
  if (isNumber(a) && isNumber(b)) return compare(decimal(a), decimal(b));
  if (isTime(a) && isTime(b)) return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
}

/** More than the other where it has all that the other has, and something else. */
function compareLists({ absent, empty }: KeyRule, a: unknown, b: unknown): number | undefined {
  // What a list that is not there stands for, only its rule can say.
  if ((a === undefined || b === undefined) && absent === undefined) return undefined;
  const isAll = (list: unknown) =>
    list === undefined ? absent === 'most' : empty === 'most' && Array.isArray(list) && list.length === 0;
  if (isAll(a) || isAll(b)) return Number(isAll(a)) - Number(isAll(b));
  const [first, second] = [itemsOf(a), itemsOf(b)];
  const [extra, missing] = [[...first].some((one) => !second.has(one)), [...second].some((one) => !first.has(one))];
  return extra && missing ? undefined : Number(extra) - Number(missing);
}

const itemsOf = (list: unknown): Set<string> => new Set(Array.isArray(list) ? list.map(canonical) : []);
