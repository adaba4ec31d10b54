import { expect, test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { loadContract } from '../../src/contract/load.ts';
import { ident } from '../../src/records/sql.ts';
import { tables } from '../../src/records/tables.ts';
import { check } from '../../src/rules/check.ts';
import type { Scan } from '../../src/rules/scan.ts';
import { parsePeriod } from '../../src/time/period.ts';
import { calendar, rules, withRecords } from '../support/records.ts';

const message = {
  id: 'm1',
  sent_at: '2025-09-10 09:00:00',
  direction: 'MT',
  recipient: '13800000001',
  status: 'delivered',
};
const call = { id: 'k1', started_at: '2025-09-10 09:00:00', caller: '1', callee: '2', direction: 'out', seconds: 1 };
const complaint = { id: 'c1', received_at: '2025-09-10 09:00:00', category: 'other' };

/** Relations that hold the rows of a table and more columns, with the table. */
const extensions = [...rules.byKind.values()].flatMap(({ relation }) =>
  relation?.extends ? [{ ...relation, table: relation.extends }] : [],
);

test.each(contractIds())('%s: however many obligations read a table, it is read once', async (id) => {
  const scans: Scan[] = [];
  const input = {
    loaded: loadContract(id),
    rules,
    calendar,
    period: parsePeriod('2025-09'),
    asOf: '2025-10-31 23:59:59',
  };
  const rows = { messages: [message], calls: [call], complaints: [complaint] };
  await withRecords(rows, (records) => check({ ...input, records }, { trace: (scan) => scans.push(scan) }));
  const relations = scans.map(({ relation }) => relation);
  const read = relations.map((relation) => extensions.find(({ name }) => name === relation)?.table ?? relation);
  expect(read.toSorted()).toEqual([...new Set(read)].sort());
  expect(scans[read.indexOf('messages')]?.cases).toBeGreaterThan(1);
});

test('some relations extend a table', () => {
  expect(extensions.map(({ table }) => table).sort()).toEqual(['calls', 'messages']);
});

test.each(extensions)('$name: every row of $table once, as it is', async ({ table, sql }) => {
  const numbers = ['1', '2', '3', '4'];
  const days = ['2025-08-31', '2025-09-10', '2025-09-20', '2025-10-01'];
  const sides = days.flatMap((day) =>
    numbers.map((number) => ({ id: `${day} ${number}`, at: `${day} 09:00:00`, number })),
  );
  const rows = {
    messages: sides.map(({ id, at, number }) => ({ ...message, id, sent_at: at, recipient: number })),
    calls: sides.map(({ id, at, number }) => ({ ...call, id, started_at: at, callee: number })),
    list_entries: [
      { list: 'consent', recipient: '1', added_at: '2025-01-01 00:00:00' },
      { list: 'black', recipient: '1', added_at: '2025-09-10', removed_at: '2025-09-20' },
      { list: 'black', recipient: '2', added_at: '2025-09-10 09:00:00', removed_at: '2025-09-10 09:00:01' },
      { list: 'black', recipient: '2', added_at: '2025-09-12 09:00:00', removed_at: '2025-09-10 09:00:00' },
      { list: 'consent', recipient: '3', added_at: '2025-09-20 09:00:00' },
    ],
  };
  const columns = tables.find(({ name }) => name === table)?.columns.map(({ name }) => ident(name));
  const [own, extended] = await withRecords(rows, ({ store }) => {
    const period = { period_from: '2025-09-01 00:00:00', period_until: '2025-10-01 00:00:00' };
    const all = (from: string) => store.query(`select ${columns} from ${from} order by id`, period);
    return Promise.all([all(table), all(`(${sql})`)]);
  });
  expect(own).toHaveLength(sides.length);
  expect(extended).toEqual(own);
});
