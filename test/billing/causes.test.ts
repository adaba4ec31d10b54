import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reconciliation } from '../../src/billing/statement.ts';
import { given } from '../rules/oracle/judge.ts';
import { times } from '../rules/oracle/runs.ts';
import { billPut, billRows, rules } from '../support/records.ts';
import { billOf, type Counts, type Scene, scenes, wrongs } from './made/planted.ts';
import { amount, shown } from './oracle/money.ts';

type Bill = ReturnType<typeof billOf>;

const counts = fc.tuple(
  ...[1, 2, 3, 4, 5].map(() => fc.integer({ min: 1, max: 6 })),
) as unknown as fc.Arbitrary<Counts>;
const runs = { seed: 7, numRuns: 3 * times };

/** What the reconciliation says of a bill that the carrier has sent for the scene. */
async function reconciled(
  { loaded, tables, period, asOf }: Scene,
  { total, lines }: Bill,
  withLines: boolean,
): Promise<Reconciliation> {
  const bills = [{ id: 'b', period, sent_at: `${asOf.slice(0, 10)} 08:00:00`, total }];
  const rows = { ...given(tables), bills, ...(withLines && { bill_lines: lines }) };
  const statement = await billPut(rows, { contract: loaded, period, asOf });
  if (!statement.reconciliation) throw new Error('no reconciliation');
  return statement.reconciliation;
}

const named = ({ causes, alternatives }: Reconciliation): string[] =>
  [...causes, ...alternatives].map(({ code }) => code);

/** Whether the ways are named, and nothing else is left over. */
async function found(scene: Scene, bill: Bill, codes: readonly string[]): Promise<void> {
  for (const withLines of [false, true]) {
    const result = await reconciled(scene, bill, withLines);
    fc.pre(result.difference !== '0.00');
    expect(named(result), JSON.stringify([result.causes, result.difference])).toEqual(
      expect.arrayContaining([...codes]),
    );
    expect(result.unexplained).toBe('0.00');
  }
}

const sceneOf = (name: string, of: Counts): Scene => {
  const scene = scenes[name]?.(of);
  if (!scene) throw new Error(`no scene ${name}`);
  return scene;
};

test('every cause of rules/causes is planted here', () => {
  expect(Object.keys(wrongs).toSorted()).toEqual(rules.causes.map(({ cause }) => cause).toSorted());
});

test.each(Object.entries(wrongs).filter(([code]) => code !== 'duplicates-charged'))(
  'a bill that was counted in this way is explained by it: %s',
  async (code, { in: name, how }) => {
    const planted = fc.asyncProperty(counts, async (of) => {
      const scene = sceneOf(name, of);
      await found(scene, billOf(scene, [how]), [code]);
    });
    await fc.assert(planted, runs);
  },
  60_000,
);

test('a bill that counts records twice is explained by it', async () => {
  const { loaded, tables, period, asOf } = sceneOf('package', [3, 2, 1, 1, 1]);
  const messages = (tables.messages ?? []).flatMap((row) => (row.characters === 200 ? [row, row] : [row]));
  const { total } = billOf({ loaded, tables: { messages }, period, asOf }, []);
  const bills = [{ id: 'b', period, sent_at: '2024-06-03 08:00:00', total }];
  const { reconciliation } = await billRows({ messages, bills }, { contract: loaded, period, asOf });
  expect(reconciliation?.causes.map(({ code }) => code)).toEqual(['duplicates-charged']);
  expect(reconciliation?.unexplained).toBe('0.00');
});

const [failed, upward, byTotal] = ['failed-charged', 'mo-as-mt', 'minutes-in-total'] as const;
const how = (code: string) => ({ ...wrongs[code]?.how });

test('two ways of counting wrong on two charges are both found', async () => {
  const planted = fc.asyncProperty(counts, fc.constantFrom(failed, upward), async (of, code) => {
    const scene = sceneOf('several', of);
    const ways = [
      { ...how(code), only: 'sms-messages' },
      { ...how(byTotal), only: 'voice-calls' },
    ];
    await found(scene, billOf(scene, ways), [code, byTotal]);
  });
  await fc.assert(planted, runs);
});

test('two ways of counting wrong on one charge are both found', async () => {
  const pairs = [
    [failed, upward],
    [failed, 'vat-twice-9'],
    ['old-price', upward],
    ['month-cut-utc', failed],
    ['included-ignored', 'segments-as-messages'],
  ];
  const planted = fc.asyncProperty(counts, fc.constantFrom(...pairs), async (of, pair) => {
    const scene = sceneOf('amended', of);
    await found(scene, billOf(scene, pair.map(how)), pair);
  });
  await fc.assert(planted, { ...runs, numRuns: 3 * runs.numRuns });
});

test('an amount that follows from no way of counting stays unexplained', async () => {
  const planted = fc.asyncProperty(
    counts,
    fc.constantFrom('package', 'several'),
    fc.integer({ min: 1, max: 99 }),
    async (of, name, fen) => {
      const scene = sceneOf(name, of);
      const more = 1_234_500_000n + 10_000n * BigInt(fen);
      const right = billOf(scene, []);
      const [first, ...others] = right.lines;
      if (!first) throw new Error('no charge');
      const lines = [{ ...first, amount: shown(amount(first.amount) + more) }, ...others];
      for (const withLines of [false, true]) {
        const result = await reconciled(scene, { total: shown(amount(right.total) + more), lines }, withLines);
        expect([named(result), result.unexplained]).toEqual([[], shown(more)]);
      }
    },
  );
  await fc.assert(planted, runs);
});
