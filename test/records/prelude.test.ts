import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRecords, type Records } from '../../src/records/open.ts';
import { deadline, type Limit, latestNoticeDay } from '../../src/time/clock.ts';
import { addDays } from '../../src/time/day.ts';
import { calendar, dataFolder } from './folder.ts';

let records: Records;
beforeAll(async () => {
  records = await openRecords(await dataFolder({}), { calendar });
});
afterAll(() => records.close());

async function value(expression: string, params: Record<string, string | number> = {}): Promise<unknown> {
  const [row] = await records.store.query(`SELECT ${expression} AS v`, params);
  return row?.v;
}

/** The expression for each of the texts, in one query. */
async function each(expression: string, texts: readonly string[]): Promise<unknown[]> {
  const rows = await records.store.query(
    `SELECT ${expression} AS v FROM (SELECT unnest($texts) AS t, generate_subscripts($texts, 1) AS i) ORDER BY i`,
    { texts },
  );
  return rows.map((row) => row.v);
}

describe('deadline and notice_day are those of the clock in TypeScript', () => {
  const days = Array.from({ length: 4 * 366 + 40 }, (_, index) => addDays('2022-12-20', index));
  const triggers = days.map((day, index) => `${day} ${['00:00:00', '09:30:00', '23:59:59'][index % 3]}`);
  const limit = (unit: string, n: number) => ({ [unit]: n }) as Limit;

  test.each(
    ['hours', 'days', 'months', 'workdays'].flatMap((unit) => [0, 1, 2, 10, 30].map((n) => [unit, n] as const)),
  )('deadline %s %i, for every day that is published and some around', async (unit, n) => {
    const found = await each(`deadline(t::TIMESTAMP, '${unit}', ${n})`, triggers);
    expect(found).toEqual(triggers.map((trigger) => deadline(trigger, limit(unit, n), calendar) ?? null));
  });

  test.each(['days', 'workdays'].flatMap((unit) => [0, 1, 5, 20, 90].map((n) => [unit, n] as const)))(
    'notice_day %s %i',
    async (unit, n) => {
      const found = await each(`notice_day(t::DATE, '${unit}', ${n})`, days);
      const expected = days.map((day) => latestNoticeDay(day, limit(unit, n) as { days: number }, calendar) ?? null);
      expect(found).toEqual(expected);
    },
  );

  test('ten working days over the holidays of October 2025', async () => {
    expect(await value(`deadline(TIMESTAMP '2025-09-30 15:00:00', 'workdays', 10)`)).toBe('2025-10-22 00:00:00');
  });

  test('with unit and number as parameters or columns', async () => {
    const params = { unit: 'hours', n: 24 };
    expect(await value(`deadline(TIMESTAMP '2025-03-10 09:00:00', $unit, $n)`, params)).toBe('2025-03-11 09:00:00');
    expect(
      await value(`(SELECT max(deadline(t, u, n)) FROM (VALUES (TIMESTAMP '2025-03-10', 'days', 1)) v(t, u, n))`),
    ).toBe('2025-03-12 00:00:00');
  });

  test('an unknown unit is an error, not an answer', async () => {
    await expect(value(`deadline(TIMESTAMP '2025-03-10', 'weeks', 1)`)).rejects.toThrow('unknown unit weeks');
    await expect(value(`notice_day(DATE '2025-03-10', 'hours', 1)`)).rejects.toThrow('unknown unit hours');
  });

  test('a calendar without days knows nothing', async () => {
    const empty = { ...calendar, days: () => [] };
    const bare = await openRecords(await dataFolder({}), { calendar: empty });
    const [row] = await bare.store.query(
      `SELECT deadline(TIMESTAMP '2025-03-10', 'workdays', 1) AS w, deadline(TIMESTAMP '2025-03-10', 'hours', 1) AS h`,
    );
    await bare.close();
    expect(row).toEqual({ w: null, h: '2025-03-10 01:00:00' });
  });
});

describe('within_hours', () => {
  test.each([
    ['07:59:59', '08:00', '22:00', false],
    ['08:00:00', '08:00', '22:00', true],
    ['21:59:59.999999', '08:00', '22:00', true],
    ['22:00:00', '08:00', '22:00', true],
    ['22:00:01', '08:00', '22:00', false],
    ['23:59:59', '08:00', '24:00', true],
    ['23:00:00', '22:00', '08:00', true],
    ['07:59:59', '22:00', '08:00', true],
    ['08:00:00', '22:00', '08:00', true],
    ['08:00:01', '22:00', '08:00', false],
  ])('%s within %s and %s: %s', async (time, from, to, expected) => {
    expect(await value('within_hours($t::TIMESTAMP, $from, $to)', { t: `2024-05-01 ${time}`, from, to })).toBe(
      expected,
    );
  });
});

describe('characters and segments', () => {
  test('char_count counts UTF-16 units, han_count Han characters', async () => {
    const unit = fc.oneof(
      fc.constantFrom('🙂', '中', '𠮷', '々', '〇', 'é', ' ', '，'),
      fc.string({ unit: 'grapheme' }),
    );
    const texts = fc
      .sample(fc.array(unit, { maxLength: 8 }), { numRuns: 400, seed: 7 })
      .map((parts) => parts.join('').replaceAll('\0', ''));
    expect(await each('char_count(t)', texts)).toEqual(texts.map((text) => text.length));
    const common = texts.map((text) => text.replace(/[^ -ÿ\u3000-\u9fff\u{20000}-\u{2a6df}🙂]/gu, ''));
    expect(await each('han_count(t)', common)).toEqual(
      common.map((text) => [...text.matchAll(/\p{Script=Han}/gu)].length),
    );
  });

  test.each([
    [0, 1],
    [70, 1],
    [71, 2],
    [140, 2],
    [141, 3],
  ])('%i characters in segments of 70: %i', async (characters, segments) => {
    expect(await value(`segments(${characters}, 70)`)).toBe(segments);
  });

  test('segments stay exact for large numbers', async () => {
    expect(await value('segments(9007199254740990::BIGINT, 9)')).toBe(1000799917193444);
  });

  test('day_of gives the day', async () => {
    expect(await value(`day_of(TIMESTAMP '2024-05-01 23:59:59')`)).toBe('2024-05-01');
  });
});

test('no function of ours hides one of DuckDB', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const builtIn = new Set(
    (await connection.runAndReadAll('SELECT DISTINCT function_name FROM duckdb_functions()')).getRows().flat(),
  );
  connection.closeSync();
  instance.closeSync();
  const ours = await records.store.query(
    'SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE NOT internal',
  );
  expect(ours.map((row) => row.name)).toContain('deadline');
  expect(ours.filter((row) => builtIn.has(String(row.name)))).toEqual([]);
});
