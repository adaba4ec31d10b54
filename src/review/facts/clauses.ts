import type { Functions } from './functions.ts';

const numerals = '零一二三四五六七八九';

/** Numbering and limits of a contract's clauses. */
export const clauseFunctions: Functions = {
  /** The run of values from an index on that have all stood before; empty where the one before belongs to it. */
  repeated: ([values, index]) => {
    const refs = values as string[];
    const at = Number(index);
    const isRepeat = (i: number) => i > 0 && refs.indexOf(refs[i] ?? '') < i;
    if (!isRepeat(at) || isRepeat(at - 1)) return [];
    const end = refs.findIndex((_, i) => i > at && !isRepeat(i));
    return refs.slice(at, end < 0 ? undefined : end);
  },
  /** The clause numbers that are skipped right before the one at an index, in its own writing; empty where none is. */
  skipped: ([values, index]) => {
    const refs = values as string[];
    const own = numbered(refs[Number(index)] ?? '');
    if (!own) return [];
    const before = refs.slice(0, Number(index)).flatMap((ref) => {
      const other = numbered(ref);
      return other && other.form('') === own.form('') ? [other.number] : [];
    });
    const last = Math.max(0, ...before);
    return Array.from({ length: Math.max(0, own.number - last - 1) }, (_, i) => own.form(own.write(last + 1 + i)));
  },
  /** Clauses in the order of the register; those that it lacks come first. */
  'by-register': ([clauses, refs]) =>
    (clauses as string[]).toSorted((a, b) => (refs as string[]).indexOf(a) - (refs as string[]).indexOf(b)),
  /** A limit in hours, to compare by size only: a working day is 7/5 of a day, rounded up to whole days; a month 30 days. */
  'limit-hours': ([limit]) => hoursOf(limit),
  /** What tells one duty from another across contracts: kind, bearer and what triggers and ends it. */
  duty: ([obligation]) => dutyOf(obligation),
  /** The limit in hours of the first obligation that is the same duty. */
  'duty-hours': ([obligations, duty]) => {
    const same = (obligations as Duty[]).find((one) => dutyOf(one) === duty && hoursOf(one.parameters.limit));
    return same && hoursOf(same.parameters.limit);
  },
};

interface Duty {
  kind: string;
  bearer: string;
  parameters: Record<string, unknown>;
}

function dutyOf(obligation: unknown): string {
  const { kind, bearer, parameters } = obligation as Duty;
  const { event, records, categories, by, measure } = parameters;
  return JSON.stringify([kind, bearer, event, records, categories, by, measure]);
}

function hoursOf(limit: unknown): number | undefined {
  const { hours, days, workdays, months } = (limit ?? {}) as Record<string, number | undefined>;
  if (hours !== undefined) return hours;
  if (days !== undefined) return days * 24;
  if (workdays !== undefined) return Math.ceil((workdays * 7) / 5) * 24;
  return months === undefined ? undefined : months * 30 * 24;
}

/** A reference's last number, and how the reference reads with another in its place. */
function numbered(ref: string) {
  const [, head = '', last = '', tail = ''] = /^(.*?)(\d+|[一二三四五六七八九十]+)(\)?)$/.exec(ref) ?? [];
  if (last === '') return undefined;
  const isChinese = !/\d/.test(last);
  return {
    number: isChinese ? chinese(last) : Number(last),
    write: (n: number) => (isChinese ? inChinese(n) : String(n)),
    form: (n: string) => `${head}${n}${tail}`,
  };
}

/** 十二 is 12, 二十 is 20; below one hundred. */
function chinese(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  return numerals.indexOf(tens || '一') * 10 + Math.max(0, numerals.indexOf(ones || '零'));
}

function inChinese(n: number): string {
  const tens = n >= 20 ? numerals[Math.trunc(n / 10)] : '';
  return n < 10 ? (numerals[n] ?? '') : `${tens}十${n % 10 > 0 ? numerals[n % 10] : ''}`;
}
