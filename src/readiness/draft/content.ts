import { choices } from '../../records/cells.ts';
import { type DateFormat, formatsOf } from '../../records/mapping/dates.ts';
import { isPersonal, maskNumber } from '../../records/mask.ts';
import type { RawColumn } from '../../records/raw.ts';
import type { Column } from '../../records/tables.ts';

/** What the values of a foreign column say about being a column of ours: no, perhaps, likely. */
export type Fit = -1 | 0 | 1;

const DAY = String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2}`;
const TIME = String.raw`[T ] *\d{1,2}:\d{2}(:\d{2}(\.\d+)?)? *(Z|[+-]\d{2}(:?\d{2})?)?`;
const native = { instant: new RegExp(`^${DAY}${TIME}$`), moment: new RegExp(`^${DAY}(${TIME})?$`) };

const patterns: Partial<Record<Column['type'], RegExp>> = {
  integer: /^\d{1,15}(\.0+)?$/,
  money: /^\d{1,16}(\.\d{1,2})?$/,
  quantity: /^\d{1,12}(\.\d{1,6})?$/,
  period: /^\d{4}([-/.年]\d{1,2}月?|\d{2}|年?第?[Qq]?[1-4一二三四](季度)?|[Hh][12])?$/,
};

const MOBILE = /^(\+?86)?1[3-9]\d{9}$/;

/** How well the values suit a column. An empty column says nothing. */
export function suits(column: Column, { values, more }: RawColumn): Fit {
  if (values.length === 0) return 0;
  const all = (test: (value: string) => boolean) => values.every(test);
  if (column.type === 'instant' || column.type === 'moment') return datesOf(column, values) === undefined ? -1 : 1;
  if (column.type === 'boolean' || column.values.length > 0) {
    const known = (value: string) => meaningOf(column, value) !== undefined;
    if (all(known)) return 1;
    return more || values.length > 15 ? -1 : values.some(known) ? 1 : 0;
  }
  const pattern = patterns[column.type];
  if (pattern) return all((value) => pattern.test(value)) ? 0 : -1;
  if (isPersonal(column.name))
    return all((value) => MOBILE.test(value)) ? 1 : all((value) => /^[\d+-]{3,}$/.test(value)) ? 0 : -1;
  return 0;
}

/** How the dates of a column may be written: not to be said, one way or several; undefined where they are no dates. */
export function datesOf({ type }: Column, values: readonly string[]): 'native' | readonly DateFormat[] | undefined {
  if (type !== 'instant' && type !== 'moment') return undefined;
  if (values.every((value) => native[type].test(value))) return 'native';
  const formats = formatsOf(values).filter((format) => type === 'moment' || format.includes('H'));
  return formats.length > 0 ? formats : undefined;
}

/** The value that a word stands for: one that is read anyhow, or one that it is known to mean elsewhere. */
export function meaningOf(column: Column, word: string): { value: string; known: boolean } | undefined {
  const plain = word.toLowerCase();
  if (column.type === 'boolean' && ['true', 'false', '是', '否', '1', '0'].includes(plain))
    return { value: word, known: true };
  const own = choices(column).find(([one]) => one === plain);
  if (own) return { value: own[1], known: true };
  const similar = [...column.similarValues].find(([one]) => one.toLowerCase() === plain);
  return similar && { value: similar[1], known: false };
}

/** A value as a comment may show it: words of a list and times as they are, numbers and other text hidden in part. */
export function masked(value: string, column: Column | undefined): string {
  const open = column && (column.values.length > 0 || ['instant', 'moment', 'boolean', 'period'].includes(column.type));
  const text = value.replaceAll(/[\r\n]+/g, ' ').slice(0, 40);
  if (open || /^\d{1,4}([-/年.]\d{1,2}){2}/.test(text)) return text;
  const hidden = text.replaceAll(/\d{7,}/g, maskNumber);
  return hidden !== text || /^[\d.,]+$/.test(text) ? hidden : `${text.slice(0, 1)}**`;
}
