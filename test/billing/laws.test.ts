import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare, decimal, multiply, round, yuan, zero } from '../../src/money.ts';
import { billRows } from '../support/records.ts';

const asked = { contract: 'pbc-dci-2024', period: '2024-05', asOf: '2024-06-30 00:00:00' };
const runs = { numRuns: 25, seed: 11 };

const messages = fc.array(
  fc.record({
    status: fc.constantFrom('delivered', 'failed', 'rejected'),
    direction: fc.constantFrom('MT', 'MT', 'MO'),
    content: fc.string({ unit: fc.constantFrom('验', '码', 'a', '1', '🙂', ' '), minLength: 1, maxLength: 300 }),
    signature: fc.constantFrom('数研所', '数字货币研究所', 'Digital', ''),
    times: fc.integer({ min: 1, max: 900 }),
    day: fc.integer({ min: 1, max: 31 }),
  }),
  { minLength: 1, maxLength: 12 },
);
type Message = { status: string; direction: string; content: string; signature: string; times: number; day: number };

const rowsOf = (all: readonly Message[]) =>
  all.flatMap(({ times, day, ...row }, i) =>
    Array.from({ length: times }, (_, n) => ({
      ...row,
      id: `m${i}-${n}`,
      recipient: '13800000001',
      sent_at: `2024-05-${String(day).padStart(2, '0')} 10:00:00`,
    })),
  );

/** The segment rule of the paper in plain words: body, signature and brackets, 70 to a segment. */
function segments({ content, signature }: Message): number {
  const characters = content.length + (signature === '' ? 0 : signature.length + 2);
  return characters <= 70 ? 1 : Math.ceil(characters / 70);
}

function plainTotal(all: readonly Message[], statuses: readonly string[]): string {
  const counted = all.filter((m) => m.direction === 'MT' && statuses.includes(m.status));
  const used = counted.reduce((sum, m) => sum + m.times * segments(m), 0);
  return yuan(add(decimal(300), round(multiply(decimal(Math.max(0, used - 6000)), decimal('0.05')), 2)));
}

test('the statement agrees with a plain loop over the messages under every reading', async () => {
  await fc.assert(
    fc.asyncProperty(messages, async (all) => {
      const statement = await billRows({ messages: rowsOf(all) }, asked);
      const totals = Object.fromEntries(statement.readings.map((reading) => [reading.id, reading.total]));
      expect(totals).toEqual({
        delivered: plainTotal(all, ['delivered']),
        sent: plainTotal(all, ['delivered', 'failed']),
      });
      expect(statement.total).toBe(totals.delivered);
    }),
    runs,
  );
});

test('the lines sum to the total, to the fen', async () => {
  await fc.assert(
    fc.asyncProperty(messages, async (all) => {
      const statement = await billRows({ messages: rowsOf(all) }, { ...asked, period: '2024Q2' });
      const sum = statement.lines.reduce((total, line) => add(total, decimal(line.amount ?? 'none')), zero);
      expect(yuan(sum)).toBe(statement.total);
    }),
    runs,
  );
});

test('one more message never lowers the total, and a longer text never has fewer segments', async () => {
  await fc.assert(
    fc.asyncProperty(messages, fc.string({ unit: fc.constantFrom('长', '🙂'), maxLength: 80 }), async (all, more) => {
      const longer = all.map((message) => ({ ...message, content: message.content + more, times: message.times + 1 }));
      const [before, after] = [
        await billRows({ messages: rowsOf(all) }, asked),
        await billRows({ messages: rowsOf(longer) }, asked),
      ];
      expect(compare(decimal(after.total ?? 'none'), decimal(before.total ?? 'none'))).toBeGreaterThanOrEqual(0);
      expect(BigInt(after.usage[0]?.used ?? -1)).toBeGreaterThanOrEqual(BigInt(before.usage[0]?.used ?? 0));
    }),
    runs,
  );
});
