import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withRecords } from '../support/records.ts';
import { run } from '../support/run.ts';
import { datesPut, made } from './made.ts';

const text = { zh: '甲', en: 'a' };
const asOf = '2024-06-10 12:00:00';
const complaint = { id: 'c1', received_at: '2024-06-10 09:00:00', category: 'other', replied_at: null };
const of = async (id: string, rows: Parameters<typeof datesPut>[0], loaded = made()) => {
  const { dates, undetermined } = await datesPut(rows, asOf, '2024-12-31', loaded);
  return {
    dates: dates.filter(({ obligation }) => obligation === id),
    undetermined: undetermined.filter(({ obligation }) => obligation === id).map(({ reason }) => reason.en),
  };
};

test('without records only what follows from the contract is there, and nothing of it is overdue', async () => {
  const { dates, contractOnly } = await datesPut({}, asOf, '2024-12-31');
  expect(contractOnly).toBe(true);
  expect(dates.filter(({ state }) => state !== 'ahead')).toEqual([]);
  expect([...new Set(dates.map(({ obligation }) => obligation))].toSorted()).toEqual([
    'bill',
    null,
    'objection',
    'quarter',
  ]);
});

test('records that lack the table of an obligation leave it without dates, and say so', async () => {
  const { dates, undetermined } = await of('change', { complaints: [complaint] });
  expect(dates).toEqual([]);
  expect(undetermined).toEqual(['Not enough data: no records of events, notices supplied.']);
});

test('where nobody exported the answers, nobody knows which complaints are open', async () => {
  const { replied_at: _, ...unanswered } = complaint;
  const found = await withRecords({ complaints: [unanswered] }, async (records) => {
    const { datesAhead } = await import('../../src/dates/dates-ahead.ts');
    const { calendar, rules } = await import('../support/records.ts');
    return datesAhead({ loaded: made(), records, rules, calendar, asOf }, '2024-12-31');
  });
  expect(found.dates.filter(({ obligation }) => obligation === 'complaints')).toEqual([]);
  const [told] = found.undetermined.filter(({ obligation }) => obligation === 'complaints');
  expect([told?.cases, told?.labels, told?.reason.en]).toEqual([
    1,
    ['c1'],
    'The records do not say whether it is done.',
  ]);
});

test('a year without a calendar has no day, and says which year', async () => {
  const events = [{ id: 'e1', type: 'registration-change', occurred_at: '2035-06-01 00:00:00' }];
  const rows = { events, notices: [], complaints: [] };
  const { undetermined } = await datesPut(rows, '2026-12-28 09:00:00', '2027-03-31');
  const reasons = undetermined.map(({ obligation, reason }) => `${obligation}: ${reason.en}`);
  expect(reasons).toContain('bill: The calendar of 2027 is not published.');
  expect(reasons.some((one) => one.startsWith('change: '))).toBe(true);
});

test('a term without an end on paper says so, and so does the time for an objection', async () => {
  const blank = { blank: true, clause: '9.1' };
  const { dates, undetermined } = await datesPut({}, asOf, '2024-12-31', made({ term: { to: blank } }));
  expect(dates.some(({ obligation }) => obligation === null || obligation === 'objection')).toBe(false);
  expect(undetermined.map(({ obligation }) => obligation)).toEqual(expect.arrayContaining([null, 'objection']));
});

test('a limit that the paper leaves blank is told by its name', async () => {
  const parameters = { limit: { blank: true, clause: '3.1' } };
  const loaded = made({ obligations: { bill: { parameters } } });
  const { dates, undetermined } = await of('bill', {}, loaded);
  expect(dates).toEqual([]);
  expect(undetermined).toEqual(['Left blank on paper: limit.']);
});

test('readings that disagree give a date each, those that agree one', async () => {
  const readings = [24, 48].map((hours) => ({ id: `h${hours}`, means: text, parameters: { limit: { hours } } }));
  const { dates } = await of(
    'complaints',
    { complaints: [complaint] },
    made({ obligations: { complaints: { readings } } }),
  );
  expect(dates.map(({ id, at, readings: by }) => [id, at, by.map((one) => one.id)])).toEqual([
    ['complaints/due/complaints:c1', '2024-06-11 09:00:00', ['h24']],
    ['complaints/due/complaints:c1@h48', '2024-06-12 09:00:00', ['h48']],
  ]);
  const same = readings.map((one) => ({ ...one, parameters: { limit: { hours: 24 } } }));
  const agreed = await of(
    'complaints',
    { complaints: [complaint] },
    made({ obligations: { complaints: { readings: same } } }),
  );
  expect(agreed.dates.map(({ id, readings: by }) => [id, by.length])).toEqual([['complaints/due/complaints:c1', 0]]);
  const prefer = { reading: 'h48', reason: text };
  const chosen = await of(
    'complaints',
    { complaints: [complaint] },
    made({ obligations: { complaints: { readings, prefer } } }),
  );
  expect(chosen.dates.map(({ at }) => at)).toEqual(['2024-06-12 09:00:00']);
});

test('each case keeps the limit of the day on which it began', async () => {
  const shorter = { obligations: { complaints: { parameters: { limit: { hours: 12 } } } } };
  const amendments = [{ id: 'a', title: text, clause: '5.1', effective: '2024-06-10', changes: shorter }];
  const before = { ...complaint, id: 'c0', received_at: '2024-06-09 23:00:00' };
  const { dates } = await of('complaints', { complaints: [before, complaint] }, made({ amendments }));
  expect(dates.map(({ at }) => at)).toEqual(['2024-06-10 21:00:00', '2024-06-10 23:00:00']);
});

test('what is waived is marked, until the waiver expires', async () => {
  const waiver = { id: 'w', obligation: 'complaints', from: '2024-06-01', to: '2024-06-30', reason: text, role: text };
  const waived = async (expires: string) =>
    (await of('complaints', { complaints: [complaint] }, made({ waivers: [{ ...waiver, expires }] }))).dates[0]?.waiver;
  expect(await waived('2024-07-31')).toEqual({ id: 'w', expires: '2024-07-31' });
  expect(await waived('2024-06-09')).toBeNull();
});

test('an attestation lapses at the instant up to which it counts as in force', async () => {
  await withRecords({}, async ({ store }) => {
    const day = fc.date({ min: new Date('2023-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
    const moment = day.map((one) => one.toISOString().slice(0, 19).replace('T', ' '));
    await fc.assert(
      fc.asyncProperty(moment, fc.option(moment), fc.constantFrom(0, 1, 6, 12), moment, async (at, to, months, now) => {
        const sql = `select attestation_expired($at::timestamp, $to::timestamp, $months, $now::timestamp) as expired,
          attestation_lapse($at::timestamp, $to::timestamp, $months) < $now::timestamp as lapsed`;
        const [row] = await store.query(sql, { at, to, months, now });
        expect(row?.lapsed).toBe(row?.expired);
      }),
      { numRuns: 40, seed: 9 },
    );
  });
});

test('the exit code is 1 when something is overdue, and 0 when it is waived or still ahead', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-dates-'));
  try {
    writeFileSync(
      join(folder, 'complaints.csv'),
      'id,received_at,category,replied_at\nc1,2024-06-10 09:00:00,other,\n',
    );
    const code = async (now: string) =>
      (await run('calendar', 'test/golden/base', '--data', folder, '--as-of', now)).code;
    expect(await code('2024-06-11T09:00:00')).toBe(0);
    expect(await code('2024-06-11T09:00:01')).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
