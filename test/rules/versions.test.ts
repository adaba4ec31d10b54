import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LoadedContract, loadContract } from '../../src/contract/load.ts';
import { overlay } from '../../src/contract/overlay.ts';
import { versionsWithin } from '../../src/contract/versions.ts';
import { addDays } from '../../src/time/day.ts';
import { billRows, checkRows } from '../support/records.ts';

const base = loadContract('test/golden/base');
const changed = (changes: object): LoadedContract => ({ ...base, contract: overlay(base.contract, changes) });
const text = { zh: '甲', en: 'a' };
const amendment = (id: string, effective: string, changes: object) => ({
  ...{ id, title: text, clause: '5.1', effective, changes },
});
const waiver = (from: string, to: string, expires: string) => ({
  ...{ id: 'w', obligation: 'complaints', from, to, reason: text, role: text, expires },
});

const days = fc.integer({ min: 0, max: 30 }).map((n) => addDays('2024-05-01', n));
/** Complaints of May, each answered after some hours. */
const complaints = fc.array(fc.record({ day: days, hours: fc.integer({ min: 1, max: 40 }) }), {
  minLength: 1,
  maxLength: 6,
});
const rows = (list: readonly { day: string; hours: number }[]) => ({
  complaints: list.map(({ day, hours }, i) => ({
    ...{ id: `c${i}`, received_at: `${day} 00:00:00`, category: 'other' },
    replied_at: `${addDays(day, Math.floor(hours / 24))} ${String(hours % 24).padStart(2, '0')}:00:00`,
  })),
});
const may = { period: '2024-05', asOf: '2024-06-30 23:59:59' };
const runs = { numRuns: 12, seed: 7 };
/** Two decimals without the point. */
const fen = (total: string | null): number => Number((total ?? 'NaN').replace('.', ''));

test('each case is judged by the limit of its own day, as a plain look at every complaint would', async () => {
  await fc.assert(
    fc.asyncProperty(complaints, days, async (list, from) => {
      const shorter = { obligations: { complaints: { parameters: { limit: { hours: 12 } } } } };
      const contract = changed({ amendments: [amendment('shorter', from, shorter)] });
      const [finding] = (await checkRows(rows(list), { ...may, contract })).findings;
      const late = list.some(({ day, hours }) => hours > (day >= from ? 12 : 24));
      expect(finding?.verdict).toBe(late ? 'breached' : 'fulfilled');
    }),
    runs,
  );
});

test('an amendment of something else changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(complaints, days, async (list, from) => {
      const dearer = { charges: { package: { price: '0.2' } } };
      const contract = changed({ amendments: [amendment('dearer', from, dearer)] });
      const plain = await checkRows(rows(list), { ...may, contract: base });
      expect((await checkRows(rows(list), { ...may, contract })).findings).toEqual(plain.findings);
    }),
    runs,
  );
});

test('a waiver forgives what lies in it and nothing else; expired, it forgives nothing', async () => {
  await fc.assert(
    fc.asyncProperty(complaints, days, days, fc.boolean(), async (list, a, b, expired) => {
      const [from = a, to = b] = [a, b].sort();
      const contract = changed({ waivers: [waiver(from, to, expired ? '2024-06-29' : '2024-06-30')] });
      const [finding] = (await checkRows(rows(list), { ...may, contract })).findings;
      const late = list.filter(({ hours }) => hours > 24);
      const held = expired ? late : late.filter(({ day }) => day < from || day > to);
      const expected = held.length > 0 ? 'breached' : late.length > 0 ? 'waived' : 'fulfilled';
      expect(finding?.verdict).toBe(expected);
    }),
    runs,
  );
});

test('two months with a new price on the 1st cost what each costs under its own contract', async () => {
  const messages = fc.integer({ min: 995, max: 1010 });
  await fc.assert(
    fc.asyncProperty(messages, messages, async (may, june) => {
      const of = (n: number, month: string) =>
        Array.from({ length: n }, (_, i) => ({
          ...{ id: `${month}-${i}`, sent_at: `${month}-10 09:00:00`, direction: 'MT', recipient: '13800000001' },
          ...{ status: 'delivered', characters: 20, signature: '市图书馆' },
        }));
      const data = { messages: [...of(may, '2024-05'), ...of(june, '2024-06')] };
      const change = { charges: { package: { fee: 90, price: '0.2' } } };
      const asOf = '2024-12-31 23:59:59';
      const amended = changed({ amendments: [amendment('new', '2024-06-01', change)] });
      const whole = await billRows(data, { period: '2024Q2', asOf, contract: amended });
      // One after the other: they share a store.
      let apart = 0;
      for (const [period, contract] of [
        ['2024-04', base],
        ['2024-05', base],
        ['2024-06', changed(change)],
      ] as const) {
        apart += fen((await billRows(data, { period, asOf, contract })).total);
      }
      expect(fen(whole.total)).toBe(apart);
    }),
    { numRuns: 4, seed: 7 },
  );
});

test('versions cover a period without gap or overlap, whatever the amendments', () => {
  fc.assert(
    fc.property(fc.array(days, { maxLength: 5 }), days, days, (effective, a, b) => {
      const [from = a, to = b] = [a, b].sort();
      const amendments = effective.map((day, i) => amendment(`a${i}`, day, { term: { note: text } }));
      const { contract } = changed({ amendments });
      const versions = versionsWithin(contract, { from, to });
      expect(versions[0]?.from).toBe(from);
      expect(versions.at(-1)?.to).toBe(to);
      for (const [i, version] of versions.entries()) {
        expect(version.from <= version.to).toBe(true);
        if (i > 0) expect(addDays(versions[i - 1]?.to ?? '', 1)).toBe(version.from);
        expect(version.amendments).toHaveLength(effective.filter((day) => day <= version.from).length);
      }
    }),
    { seed: 7 },
  );
});
