import fc from 'fast-check';
import { at, dayLength, dayNumber, dayOf, type Limit, lastInstant, textOf } from '../clock.ts';
import type { Data } from '../compare.ts';
import type { Row, Tables } from '../judge.ts';
import { oneOf } from './rows.ts';

/**
 * Months that have what clocks stumble over: both National Days, make-up workdays, a leap day's neighbours, the end of
 * a half-year, the end of the published calendar, a year beyond it.
 */
export const months = oneOf(
  ...[
    '2024-09',
    '2024-09',
    '2024-05',
    '2025-09',
    '2025-09',
    '2024-06',
    '2024-12',
    '2025-03',
    '2024-10',
    '2026-12',
    '2027-03',
  ],
);

const second = 1_000_000;

/** Microseconds as they would be written in a record. */
export function written(time: number): string {
  const [whole = '', fraction = ''] = new Date(Math.floor(time / 1000)).toISOString().split('.');
  const micros = `${fraction.slice(0, 3)}${String(time % 1000).padStart(3, '0')}`.replace(/0+$/, '');
  return `${whole.replace('T', ' ')}${micros && `.${micros}`}`;
}

const times = oneOf('10:00:00', '10:00:00', '00:00:00', '23:59:59', '09:30:00.5');

/** A time of day in or about a month, by the days since its first. */
export const starts = fc.record({ day: fc.integer({ min: -2, max: 32 }), time: times });
export type Start = typeof starts extends fc.Arbitrary<infer T> ? T : never;

export const startIn = (month: string, { day, time }: Start): string =>
  `${textOf(dayNumber(`${month}-01`) + day)} ${time}`;

/** When it was done: at the very end of a limit, beside it, somewhere inside; as a day only; or not at all. */
export const ends = fc.record({
  limit: fc.nat(7),
  by: oneOf(
    ...['due', 'due', 'due', 'second', 'second', 'before', 'before', 'soon', 'soon', 'day', 'day', 'next-day'],
    ...['earlier', 'never', 'micro'],
  ),
});
export type End = typeof ends extends fc.Arbitrary<infer T> ? T : never;

export function endOf(start: string, { limit, by }: End, limits: readonly Limit[], wholeDays = true): string | null {
  const begun = at(start);
  const due = lastInstant(begun, limits[limit % limits.length] ?? {}) ?? begun + 20 * dayLength;
  if (by === 'never') return null;
  if (by === 'day') return wholeDays ? textOf(dayOf(due - 1)) : written(due);
  if (by === 'next-day') return wholeDays ? textOf(dayOf(due)) : written(due + second);
  const moved = { due: 0, second: second, before: -second, micro: 1 }[by as 'due'];
  if (moved !== undefined) return written(due + moved);
  return written(by === 'soon' ? begun + Math.floor((due - begun) / 4) : begun - 3_700 * second);
}

/** As-of: long after, or on and beside the moment at which some row's time is up, or four fifths of it. */
export const lookings = fc.record({
  of: fc.nat(9),
  limit: fc.nat(7),
  by: oneOf('late', 'late', 'late', 'due', 'second', 'fifth', 'past-fifth', 'start', 'middle'),
});

export function asOfOf(
  begun: readonly string[],
  { of, limit, by }: typeof lookings extends fc.Arbitrary<infer T> ? T : never,
  limits: readonly Limit[],
): string {
  const start = at(begun[of % Math.max(1, begun.length)] ?? '2024-05-15 12:00:00');
  const due = lastInstant(start, limits[limit % limits.length] ?? {}) ?? start + 20 * dayLength;
  const fifth = start + Math.floor((due - start) * 0.8);
  const time: number = {
    late: due + 300 * dayLength,
    due,
    second: due + second,
    fifth,
    'past-fifth': fifth + second,
    start,
    middle: start + (due - start) / 2,
  }[by as 'due'];
  return written(Math.floor(time / second) * second);
}

/** The month, or the quarter or year around it. */
export const periodsOf = (month: string): fc.Arbitrary<string> =>
  oneOf(month, month, `${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5)) / 3)}`, month.slice(0, 4));

/** These tables, a period about the month, and a moment to look from: see `asOfOf`. */
export const dataOf = (tables: Tables, month: string, ...look: Parameters<typeof asOfOf>): fc.Arbitrary<Data> =>
  fc.record({ tables: fc.constant(tables), period: periodsOf(month), asOf: fc.constant(asOfOf(...look)) });

/** Now and then a table that nobody supplied, one without rows, or one that lacks a column. */
export const flaws = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      table: fc.nat(3),
      what: oneOf('absent', 'empty', 'column', 'column'),
      column: fc.nat(5),
    }),
  },
);

export function flawed(
  tables: Tables,
  flaw: { table: number; what: string; column: number } | null,
  columns: Readonly<Record<string, readonly string[]>>,
): Tables {
  const names = Object.keys(tables);
  const name = names[(flaw?.table ?? 0) % names.length];
  if (!flaw || !name) return tables;
  if (flaw.what === 'empty') return { ...tables, [name]: [] };
  const { [name]: rows = [], ...others } = tables;
  if (flaw.what === 'absent') return others;
  const mine = columns[name] ?? [];
  const gone = mine[flaw.column % Math.max(1, mine.length)];
  const without = rows.map((row): Row => (gone === undefined ? row : { ...row, [gone]: undefined }));
  return { ...others, [name]: without };
}
