import { expect, test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { loadContract } from '../../src/contract/load.ts';
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

test.each(contractIds())('%s: however many obligations read a relation, it is read once', async (id) => {
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
  expect(relations.toSorted()).toEqual([...new Set(relations)].sort());
  expect(scans.find(({ relation }) => relation === 'messages')?.cases).toBeGreaterThan(1);
});
