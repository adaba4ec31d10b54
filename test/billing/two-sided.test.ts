import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { ComparedTable, TwoSided } from '../../src/billing/two-sided/result.ts';
import { add, decimal, yuan, zero } from '../../src/money.ts';
import { run } from '../support/run.ts';
import { type Judged, judge, type Side, type World, worlds } from './two-sided.oracle.ts';

const folder = mkdtempSync(join(tmpdir(), 'lvyue-two-sided-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync('test/golden/base', join(folder, 'base'), { recursive: true });
appendFileSync(
  join(folder, 'base', 'contract.yaml'),
  `amendments: [{ id: dearer, title: { zh: 涨价, en: dearer }, clause: "5.1", effective: 2024-06-01, changes: { charges: { package: { price: 0.12 } } } }]\n`,
);

/** Rows as CSV files, cut into so many. */
function written(name: string, side: Side, files = 1): string {
  const dir = join(folder, name);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  for (const [table, rows] of Object.entries(side)) {
    const heads = table === 'messages' ? messageHeads : callHeads;
    for (let n = 0; n < files; n++) {
      const own = rows.filter((_, i) => i % files === n);
      const lines = [heads, ...own.map((row) => heads.map((head) => row[head]))].map((cells) => cells.join(','));
      writeFileSync(join(dir, `${table}-${n}.csv`), `${lines.join('\n')}\n`);
    }
  }
  return dir;
}
const messageHeads = ['id', 'sent_at', 'direction', 'recipient', 'status', 'characters'];
const callHeads = ['id', 'started_at', 'caller', 'callee', 'direction', 'seconds'];

async function reconcile({ contract, from, to }: World, ours: string, theirs: string, ...more: string[]) {
  const path = contract === 'base' ? join(folder, 'base', 'contract.yaml') : contract;
  const period = ['--from', from, '--to', to, '--as-of', '2026-01-01'];
  const ran = await run('reconcile', path, '--ours', ours, '--theirs', theirs, ...period, '--format', 'json', ...more);
  const told = ran.out === '' ? undefined : (JSON.parse(ran.out) as TwoSided);
  return { ...ran, told };
}

/** What the oracle knows of a result. */
const plainly = (told: TwoSided | undefined): Judged => ({
  tables: (told?.tables ?? []).map(({ table, ours, theirs, matched, classes }: ComparedTable) => ({
    ...{ table, ours: ours.rows, theirs: theirs.rows, matched },
    classes: classes.map(({ examples, ...one }) => ({ ...one })),
  })),
  ...{ ours: told?.ours.total ?? null, theirs: told?.theirs.total ?? null, difference: told?.difference ?? null },
});

const at = (moments: readonly string[]) => fc.constantFrom(...moments);
const id = fc.integer({ min: 0, max: 7 }).map((n) => `r${n}`);
const number = fc.constantFrom('13800000001', '13800000002');
const message = (moments: readonly string[]) =>
  fc.record({
    id,
    sent_at: at(moments),
    direction: fc.constantFrom('MT', 'MT', 'MO'),
    recipient: number,
    status: fc.constantFrom('delivered', 'delivered', 'failed', 'rejected'),
    characters: fc.constantFrom(10, 64, 65, 40_000, 70_000),
  });
const call = (moments: readonly string[]) =>
  fc.record({
    id,
    started_at: at(moments),
    caller: fc.constant('12393'),
    callee: number,
    direction: fc.constantFrom('out', 'out', 'in'),
    seconds: fc.constantFrom(0, 1, 60, 61, 7000),
  });
const sideOf = (moments: readonly string[]): fc.Arbitrary<Side> =>
  fc.record({
    messages: fc.array(message(moments), { maxLength: 9 }),
    calls: fc.array(call(moments), { maxLength: 6 }),
  });

for (const world of worlds) {
  test(`two sides come to what a plain loop finds, in any order of rows and files: ${world.contract}`, async () => {
    const side = sideOf(world.moments);
    await fc.assert(
      fc.asyncProperty(side, side, async (ours, theirs) => {
        const [a, b] = [written('a', ours), written('b', theirs)];
        const { told, code } = await reconcile(world, a, b);
        const expected = judge(world, ours, theirs);
        expect(plainly(told)).toEqual(expected);
        const all = expected.tables.flatMap(({ classes }) => classes);
        expect(code).toBe(all.some(({ rows }) => rows > 0) ? 1 : 0);
        const sum = all.reduce((total, { amount }) => add(total, decimal(amount ?? 'none')), zero);
        expect(yuan(sum)).toBe(told?.difference);

        const turned = Object.fromEntries(Object.entries(ours).map(([table, rows]) => [table, rows.toReversed()]));
        const again = await reconcile(world, written('c', turned, 3), b);
        expect({ ...again.told, receipt: {} }).toEqual({ ...told, receipt: {} });

        const swapped = (await reconcile(world, b, a)).told;
        expect([swapped?.ours, swapped?.theirs]).toEqual([told?.theirs, told?.ours]);
        expect(yuan(add(decimal(swapped?.difference ?? 'none'), decimal(told?.difference ?? 'none')))).toBe('0.00');
      }),
      { numRuns: Number(process.env.LVYUE_RUNS ?? 1) * 4, seed: 7 },
    );
  }, 180_000);
}

const row = (more: object) => ({
  ...{ id: 'r1', sent_at: '2024-05-10 09:00:00', direction: 'MT', recipient: '13800000001' },
  ...{ status: 'delivered', characters: '10', ...more },
});
const [base] = worlds as [World];

test('a side held against itself agrees, rows that stand twice as well', async () => {
  const side = written('a', { messages: [row({}), row({}), row({ status: 'failed' })] });
  const { told, code } = await reconcile(base, side, side);
  expect([code, told?.difference, told?.tables[0]?.matched]).toEqual([0, '0.00', 3]);
});

test('units that nobody can tell are worth an amount that nobody can tell', async () => {
  const ours = written('a', { messages: [row({})] });
  const theirs = written('b', { messages: [row({ characters: '' })] });
  const { told, code } = await reconcile(base, ours, theirs);
  const units = told?.tables[0]?.classes.find((one) => one.class === 'units');
  expect(units).toMatchObject({ rows: 1, oursUnits: '1', theirsUnits: null, amount: null });
  expect([told?.ours.total, told?.theirs.total, told?.difference, code]).toEqual(['200.00', null, null, 1]);
});

test('rows with other ids are matched by the columns that are named, and that ids do not match is said', async () => {
  const ours = written('a', { messages: [row({ id: 'a1' }), row({ id: 'a2', recipient: '13800000002' })] });
  const theirs = written('b', { messages: [row({ id: 'b1' }), row({ id: 'b2', recipient: '13800000002' })] });
  const blind = await reconcile(base, ours, theirs);
  expect([blind.told?.tables[0]?.matched, blind.code]).toEqual([0, 1]);
  expect(blind.err).toContain('--by recipient,sent_at');
  const seen = await reconcile(base, ours, theirs, '--by', 'recipient,sent_at');
  expect([seen.told?.tables[0]?.matched, seen.code, seen.err]).toEqual([2, 0, '']);
});

test('a table of one side only is said, is not compared, and its charges are in neither total', async () => {
  const world = worlds[1] as World;
  const none = { messages: [] };
  const { told, err, code } = await reconcile(world, written('a', { ...none, calls: [] }), written('b', none));
  expect(told?.notCompared).toEqual([{ table: 'calls', suppliedBy: 'ours' }]);
  expect([err.includes('calls'), code, told?.difference]).toEqual([true, 0, '0.00']);
});
