import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoadedContract } from '../../src/contract/load.ts';
import { given, type Row } from '../rules/oracle/judge.ts';
import { runs as all, times } from '../rules/oracle/runs.ts';
import { billPut } from '../support/records.ts';
import { contractNamed } from './made/contract.ts';
import { type Month, months } from './made/months.ts';
import { calls, messages } from './made/rows.ts';
import { plus, spanOf } from './oracle/days.ts';
import { amount, shown } from './oracle/money.ts';

const runs = { seed: 11, numRuns: Math.ceil(all / 6) };

const any = fc
  .constantFrom(
    ...([
      ['pbc-dci-2024', '2024-02-01'],
      ['shawan-forestry-2023', '2023-05-01'],
      ['jilin-medical-insurance-2025', '2025-06-01'],
      ['henan-psb-2023', '2023-11-01'],
      ['neimenggu-earthquake-2024', '2024-05-01'],
    ] as const),
  )
  .chain(([id, first]) => months(contractNamed(id), first));

const statementOf = ({ loaded, tables, period, asOf }: Month) =>
  billPut(given(tables), { contract: loaded, period, asOf }, { causes: false });

const sumOf = (all: readonly (string | null)[]): string => shown(all.reduce((sum, one) => sum + amount(one), 0n));

test(
  'the lines of any month of any contract sum to the total, and the total is one of the readings',
  async () => {
    const law = fc.asyncProperty(any, async (month) => {
      const { lines, total, readings } = await statementOf(month);
      if (total === null) expect(lines.some((line) => line.amount === null)).toBe(true);
      else expect(sumOf(lines.map((line) => line.amount))).toBe(total);
      for (const reading of readings) if (reading.chosen) expect(reading.total).toBe(total);
    });
    await fc.assert(law, runs);
  },
  120_000 * Math.max(1, times),
);

test(
  'one more message or call never lowers the total under any reading',
  async () => {
    const law = fc.asyncProperty(any, fc.constantFrom('MT', 'MO'), fc.nat(20), async (month, direction, n) => {
      const { from } = spanOf(month.period);
      const at = `${plus(from, n)} 12:00:00`;
      const more: Row = {
        id: 'more',
        sent_at: at,
        direction,
        status: 'delivered',
        recipient: '13800000001',
        characters: 99,
        signature: '数研所',
      };
      const call: Row = {
        id: 'more',
        started_at: at,
        direction: 'out',
        caller: '12393',
        callee: '13800000001',
        seconds: 61,
      };
      const { messages: texts, calls: spoken } = month.tables;
      const tables = {
        ...month.tables,
        ...(texts && { messages: [...texts, more] }),
        ...(spoken && { calls: [...spoken, call] }),
      };
      const [before, after] = [await statementOf(month), await statementOf({ ...month, tables })];
      for (const { charge, id, total } of before.readings) {
        const later = after.readings.find((one) => one.charge === charge && one.id === id)?.total;
        if (total !== null && later) expect(amount(later) >= amount(total)).toBe(true);
      }
    });
    await fc.assert(law, runs);
  },
  120_000 * Math.max(1, times),
);

/** Only what is charged one by one, in its simplest reading. */
function oneByOne(id: string, charge: string): LoadedContract {
  const loaded = contractNamed(id);
  const charges = loaded.contract.charges.filter((one) => one.id === charge).map(({ readings: _, ...one }) => one);
  return {
    ...loaded,
    contract: {
      ...loaded.contract,
      charges,
      settlement: { rounding: loaded.contract.settlement.rounding },
      obligations: [],
    },
  };
}

test(
  'a period that is split at any day sums to the whole, for what is charged one by one',
  async () => {
    const half = (from: string, to: string, loaded: LoadedContract, rows: Record<string, Row[]>) =>
      billPut(rows, { contract: loaded, period: `${from}..${to}`, asOf: '2026-12-31 23:59:59' }, { causes: false });
    const of = fc.constantFrom(
      ...[
        ['henan-psb-2023', 'sms-fee'],
        ['jilin-medical-insurance-2025', 'sms-messages'],
        ['jilin-medical-insurance-2025', 'voice-calls'],
      ],
    );
    const rows = fc.record({ messages: messages('2025-10-01'), calls: calls('2025-10-01') });
    const law = fc.asyncProperty(
      of,
      rows,
      fc.integer({ min: 0, max: 60 }),
      async ([id = '', charge = ''], made, day) => {
        const loaded = oneByOne(id, charge);
        const used = (statement: { usage: readonly { used: string | null }[] }) =>
          statement.usage.map((one) => one.used ?? '-1');
        const cut = plus('2025-09-20', day);
        const whole = await half('2025-09-20', '2025-11-30', loaded, made);
        const parts = [
          await half('2025-09-20', cut, loaded, made),
          await half(plus(cut, 1), '2025-11-30', loaded, made),
        ];
        if (whole.total === null) return;
        const count = (all: readonly string[]) => all.reduce((sum, one) => sum + BigInt(one), 0n);
        expect(count(parts.flatMap(used))).toBe(count(used(whole)));
        expect(sumOf(parts.map(({ total }) => total))).toBe(whole.total);
      },
    );
    await fc.assert(law, runs);
  },
  120_000 * Math.max(1, times),
);

test('an included package costs its fee up to the limit, and a unit more from there on', async () => {
  const loaded = contractNamed('pbc-dci-2024');
  const law = fc.asyncProperty(
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 12 }),
    async (used, included) => {
      const contract = structuredClone(loaded.contract);
      for (const charge of contract.charges) Object.assign(charge, { included });
      const row = {
        sent_at: '2024-05-10 10:00:00',
        direction: 'MT',
        status: 'delivered',
        recipient: '13800000001',
        characters: 10,
        signature: '数研所',
      };
      const rows = { messages: Array.from({ length: used }, (_, i) => ({ id: `m${i}`, ...row })) };
      const { total } = await billPut(rows, {
        contract: { ...loaded, contract },
        period: '2024-05',
        asOf: '2024-07-31 23:59:59',
      });
      expect(total).toBe(shown(amount('300') + BigInt(Math.max(0, used - included)) * amount('0.05')));
    },
  );
  await fc.assert(law, runs);
});
