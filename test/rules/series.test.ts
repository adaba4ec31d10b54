import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LoadedContract, loadContract } from '../../src/contract/load.ts';
import { overlay } from '../../src/contract/overlay.ts';
import { check } from '../../src/rules/check.ts';
import { seriesOf } from '../../src/rules/series.ts';
import { addDays, daysFromTo } from '../../src/time/day.ts';
import { parsePeriod } from '../../src/time/period.ts';
import { put } from '../support/put.ts';
import { calendar, rules, seriesPut } from '../support/records.ts';

/** A plain second look at each chart: loops over the records, written from what the clauses mean. */

const base = loadContract('test/golden/base');
const changed = (changes: object): LoadedContract => ({ ...base, contract: overlay(base.contract, changes) });
const text = { zh: '甲', en: 'a' };
const amended = (effective: string, changes: object) => ({
  amendments: [{ id: 'a', title: text, clause: '5.1', effective, changes }],
});
const obligation = (kind: string, parameters: object, bearer = 'customer') => ({
  ...{ clause: '3.1', title: text, bearer, kind, service: 'sms', parameters },
});
const runs = { numRuns: 10, seed: 7 };
const fewer = { numRuns: 5, seed: 7 };
const day = (max: number) => fc.integer({ min: 0, max }).map((n) => addDays('2024-05-01', n));
const two = (n: number) => String(n).padStart(2, '0');
const may = daysFromTo('2024-05-01', '2024-05-31');
const seconds = (from: string, to: string) => (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000;

const answered = fc.record({
  day: day(30),
  hour: fc.integer({ min: 0, max: 23 }),
  took: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined, freq: 6 }),
  responsible: fc.constantFrom('customer', 'customer', 'customer', 'carrier', undefined),
});
const instant = (from: string, hours: number) => `${addDays(from, Math.floor(hours / 24))} ${two(hours % 24)}:00:00`;
const asRows = (
  list: readonly { day: string; hour: number; took: number | undefined; responsible: string | undefined }[],
) =>
  list.map(({ day, hour, took, responsible }, i) => ({
    ...{ id: `c${i}`, received_at: instant(day, hour), category: 'other', responsible },
    replied_at: took === undefined ? undefined : instant(day, hour + took),
  }));

test('the longest time of each day, with the limit of that day, is what a plain look at every complaint finds', async () => {
  const asOf = '2024-05-29 12:00:00';
  await fc.assert(
    fc.asyncProperty(fc.array(answered, { minLength: 1, maxLength: 25 }), day(30), async (list, from) => {
      const shorter = { obligations: { complaints: { parameters: { limit: { hours: 12 } } } } };
      const rows = [
        ...asRows(list),
        {
          id: 'x',
          received_at: '2024-04-01 00:00:00',
          replied_at: '2024-04-01 01:00:00',
          category: 'other',
          responsible: undefined,
        },
      ];
      const contract = changed(amended(from, shorter));
      const found = (await seriesPut({ complaints: rows }, { contract, period: '2024-05', asOf })).series.get(
        'complaints',
      );
      const mine = rows.filter(
        ({ received_at: at, responsible }) => responsible !== 'carrier' && at >= '2024-05' && at <= asOf,
      );
      const expected = may.slice(0, 29).map((one) => {
        const limit = one >= from ? 12 : 24;
        const times = mine
          .filter(({ received_at: at }) => at.startsWith(one))
          .map(({ received_at: at, replied_at: done }) => seconds(at, done !== undefined && done < asOf ? done : asOf));
        const value = times.length > 0 ? Math.max(...times) * 1e6 : null;
        return { from: one, to: one, value, beyond: value !== null && value > limit * 3600e6, limit };
      });
      if (expected.filter(({ value }) => (value ?? 0) > 0).length < 5) {
        expect(found).toBeUndefined();
        return;
      }
      const points = found?.[0]?.points ?? [];
      expect(points.map(({ from, to, value, beyond }) => ({ from, to, value, beyond }))).toEqual(
        expected.map(({ limit: _, ...rest }) => rest),
      );
      for (const [i, { value, limit }] of points.entries()) {
        // The limit stands on every day of a part that has any case.
        if (value !== null) expect(limit).toBe((expected[i]?.limit ?? 0) * 3600e6);
      }
      expect(found?.[0]?.agreed.at(-1)?.words.zh).toBe(from > '2024-05-29' ? '期限 24 小时' : '期限 12 小时');
    }),
    runs,
  );
});

test('complaints are counted by the month, each month under the limit in force when it begins; days add up within it', async () => {
  const limit = (max: number) => ({ obligations: { limit: obligation('complaint-limit', { max, per: 'month' }) } });
  await fc.assert(
    fc.asyncProperty(fc.array(answered, { minLength: 1, maxLength: 12 }), day(30), async (list, from) => {
      const complaints = [...asRows(list), ...asRows(list.map((one) => ({ ...one, day: addDays(one.day, 31) })))].map(
        (one, i) => ({ ...one, id: `c${i}` }),
      );
      const contract = changed({
        ...limit(3),
        ...amended(from, { obligations: { limit: { parameters: { max: 1 } } } }),
      });
      const on = (when: string) =>
        complaints.filter(({ received_at: at, responsible }) => responsible !== 'carrier' && at.startsWith(when))
          .length;
      const asOf = '2024-12-31 00:00:00';
      const [months] = (await seriesPut({ complaints }, { contract, period: '2024', asOf })).series.get('limit') ?? [];
      const some = on('2024-05') + on('2024-06') > 0;
      const max = (first: string) => (first >= from ? 1 : 3);
      const wanted = daysFromTo('2024-01-01', '2024-12-31').filter((one) => one.endsWith('-01'));
      expect(months?.points.map(({ from: first, value, limit: most, beyond }) => [first, value, most, beyond])).toEqual(
        some
          ? wanted.map((first) => [first, on(first.slice(0, 7)), max(first), on(first.slice(0, 7)) > max(first)])
          : undefined,
      );
      const [daily] =
        (await seriesPut({ complaints }, { contract, period: '2024-05', asOf })).series.get('limit') ?? [];
      const soFar = may.map((one) => may.filter((other) => other <= one).reduce((sum, other) => sum + on(other), 0));
      expect(daily?.points.map(({ value }) => value)).toEqual(on('2024-05') > 0 ? soFar : undefined);
    }),
    fewer,
  );
});

const sent = fc.record({
  day: day(13),
  status: fc.constantFrom('delivered', 'delivered', 'failed'),
  failure_reason: fc.constantFrom('off', 'network', 'network', undefined),
});
const excused = { success_percent: '66.67', complaints_max: 10, window_months: 12, require: 'both', excluded: ['off'] };

test('the success rate of a day is rounded down, and is none where a failure is unexplained or nothing was sent', async () => {
  const contract = changed({ obligations: { level: obligation('service-level', excused, 'carrier') } });
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 5, maxLength: 40 }), async (list) => {
      const messages = list.map(({ day: on, ...one }, i) => ({
        ...{ id: `m${i}`, sent_at: `${on} 09:00:00`, direction: 'MT', recipient: '13800000001' },
        ...(one.status === 'delivered' ? { status: 'delivered' } : one),
      }));
      const { series } = await seriesPut(
        { messages, complaints: [] },
        { contract, period: '2024-05', asOf: '2024-06-30 00:00:00' },
      );
      const expected = may.map((one) => {
        const own = list.filter(({ day: on }) => on === one);
        const failed = own.filter(({ status }) => status === 'failed');
        const attempts = own.length - failed.filter(({ failure_reason: why }) => why === 'off').length;
        const unknown = failed.filter(({ failure_reason: why }) => why === undefined).length;
        const value =
          unknown > 0 || attempts === 0 ? null : Math.floor((1e6 * (own.length - failed.length)) / attempts);
        return { from: one, to: one, value, limit: 666700, beyond: value !== null && value < 666700, unknown };
      });
      const drawn = expected.filter(({ value, unknown }) => (value ?? 0) > 0 || unknown > 0).length >= 5;
      // Without the column nobody can tell of any failure.
      if (messages.some((one) => 'failure_reason' in one && one.failure_reason !== undefined)) {
        expect(series.get('level')?.[0]?.points).toEqual(drawn ? expected : undefined);
      }
    }),
    runs,
  );
});

const window = { obligations: { hours: obligation('sending-window', { from: '08:00', to: '22:00' }) } };
const late = (days: readonly string[]) => ({
  messages: days.map((on, i) => ({
    ...{ id: `m${i}`, sent_at: `${on} 23:00:00`, direction: 'MT', recipient: '13800000001', status: 'delivered' },
  })),
});

test('messages outside the hours add up to the fact of the verdict, by the day and by the week', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(day(30), { minLength: 1, maxLength: 30 }), async (days) => {
      for (const period of ['2024-05', '2024', '2024-05-08..2025-05-20']) {
        const { findings, series } = await seriesPut(late(days), {
          contract: changed(window),
          period,
          asOf: '2025-12-31 00:00:00',
        });
        const fact = findings.find(({ obligation: id }) => id === 'hours')?.facts.broken;
        const [drawn] = series.get('hours') ?? [];
        if (drawn) expect(drawn.points.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(fact);
        if (new Set(days).size >= 5 && period === '2024-05') expect(drawn?.points).toHaveLength(31);
      }
    }),
    runs,
  );
});

test('a series that does not add up to its fact is a defect of the rule, not a chart', async () => {
  const records = await put(late(may), calendar);
  const input = {
    loaded: changed(window),
    records,
    rules,
    calendar,
    period: parsePeriod('2024-05'),
    asOf: '2024-06-30 00:00:00',
  };
  const { findings } = await check(input);
  const less = findings.map((one) => ({ ...one, facts: { ...one.facts, broken: 30 } }));
  await expect(seriesOf(input, less)).rejects.toThrow('series broken adds up to 31, not to broken: 30');
});

test('without the table, or under a blank term, nothing is drawn; what is blank only for a time is left out of the chart', async () => {
  const asked = { period: '2024-05', asOf: '2024-06-30 00:00:00' };
  expect((await seriesPut({}, { ...asked, contract: base })).series).toEqual(new Map());
  const complaints = may.map((on, i) => ({
    ...{ id: `c${i}`, received_at: `${on} 08:00:00`, replied_at: `${on} 09:00:00`, category: 'other' },
  }));
  const blank = { obligations: { complaints: { parameters: { limit: { blank: true } } } } };
  expect((await seriesPut({ complaints }, { ...asked, contract: changed(blank) })).series).toEqual(new Map());
  const later = changed(amended('2024-05-11', blank));
  const [drawn] = (await seriesPut({ complaints }, { ...asked, contract: later })).series.get('complaints') ?? [];
  expect(drawn?.points).toHaveLength(10);
  expect(drawn?.undetermined).toEqual([{ from: '2024-05-11', to: '2024-05-31' }]);
  const silent = complaints.map(({ replied_at: _, ...one }) => one);
  const [unknown] =
    (await seriesPut({ complaints: silent }, { ...asked, contract: base })).series.get('complaints') ?? [];
  expect(unknown?.points.every(({ value, unknown: n }) => value === null && n === 1)).toBe(true);
});

test('a bill whose invoice is not recorded has no day to be drawn on, and is told', async () => {
  const paid = obligation('settle-within', {
    ...{ by: 'payments', cycle: 'month', with_invoice: true, limit: { days: 10 } },
  });
  const months = ['01', '02', '03', '04', '05', '06', '07'];
  const bills = months.map((month) => ({
    ...{ id: `b${month}`, period: `2024-${month}`, sent_at: `2024-${month}-20 09:00:00`, total: '10.00' },
    invoice_at: month === '07' ? undefined : `2024-${month}-21 09:00:00`,
  }));
  const payments = months.map((month) => ({
    ...{ id: `p${month}`, bill_id: `b${month}`, paid_at: `2024-${month}-22 09:00:00`, amount: '10.00' },
  }));
  const contract = changed({ obligations: { paid } });
  const { series } = await seriesPut({ bills, payments }, { contract, period: '2024', asOf: '2024-12-31 00:00:00' });
  const [drawn] = series.get('paid') ?? [];
  expect(drawn?.points.filter(({ value }) => value === 86_400_000_000)).toHaveLength(6);
  expect(drawn?.unplaced).toBe(1);
});
