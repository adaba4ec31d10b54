import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bill } from '../../src/billing/bill.ts';
import type { Statement } from '../../src/billing/statement.ts';
import { loadContract } from '../../src/contract/load.ts';
import { parsePeriod } from '../../src/time/period.ts';
import { dataFolder, withRecords } from '../records/folder.ts';
import { type Cells, csvOf, gb18030, ndjsonOf, parquetOf, workbookOf } from '../records/formats.ts';
import { calendar, rules } from '../support/records.ts';

const loaded = loadContract('contracts/jilin-medical-insurance-2025');
const asked = { loaded, rules, calendar, period: parsePeriod('2025Q4'), asOf: '2026-01-31 23:59:59' };

const day = fc.integer({ min: 0, max: 91 }).map((n) => new Date(Date.UTC(2025, 9, 1 + n)).toISOString().slice(0, 10));
const message = fc.record({
  sent_at: fc.tuple(day, fc.constantFrom('00:00:00', '10:00:00', '23:59:59')).map(([date, time]) => `${date} ${time}`),
  direction: fc.constantFrom('MT', 'MT', 'MO'),
  status: fc.constantFrom('delivered', 'failed', 'rejected'),
  content: fc.constantFrom('您的医保已缴费', '请'.repeat(65), 'a,"b"', '验'.repeat(140)),
});
const call = fc.record({
  started_at: message.map(({ sent_at }) => sent_at),
  seconds: fc.integer({ min: 0, max: 400 }),
});

/** Rows as text with Chinese headers, as an office would export them. */
function cellsOf(rows: readonly Record<string, unknown>[], fixed: Record<string, string>): Cells {
  const headers = ['id', ...Object.keys(fixed), ...Object.keys(rows[0] ?? {})];
  return {
    headers,
    rows: rows.map((row, i) =>
      headers.map((name) => String(({ id: `r${i}`, ...fixed, ...row } as Record<string, unknown>)[name])),
    ),
  };
}

const rowsIn = fc.record({
  messages: fc
    .array(message, { minLength: 2, maxLength: 20 })
    .map((rows) => cellsOf(rows, { recipient: '13800000001', signature: '吉林医保' })),
  calls: fc
    .array(call, { minLength: 2, maxLength: 10 })
    .map((rows) => cellsOf(rows, { caller: '12393', callee: '13800000001', direction: 'out' })),
});

type Files = Record<string, string | Uint8Array>;

async function billed(files: Files): Promise<Statement> {
  return withRecords(await dataFolder(files), (records) => bill({ ...asked, records }));
}

const withoutReceipt = ({ receipt: _, ...statement }: Statement) => statement;
const part = ({ headers, rows }: Cells, keep: (row: number) => boolean): Cells => ({
  headers,
  rows: rows.filter((_, i) => keep(i)),
});
const turned = ({ headers, rows }: Cells): Cells => ({
  headers: headers.toReversed(),
  rows: rows.toReversed().map((row) => row.toReversed()),
});

test('order of rows and columns, number of files, encoding and format change nothing but the list of files', async () => {
  const law = fc.asyncProperty(rowsIn, async ({ messages, calls }) => {
    const base = await billed({ 'messages.csv': csvOf(messages), 'calls.csv': csvOf(calls) });
    const others: Files[] = [
      { 'messages.csv': csvOf(turned(messages)), 'calls.csv': csvOf(turned(calls)) },
      {
        ...{
          'messages-1.csv': csvOf(part(messages, (i) => i % 2 === 0)),
          'messages-2.csv': csvOf(part(messages, (i) => i % 2 === 1)),
        },
        'calls.csv': csvOf(calls),
      },
      { 'messages.csv': `\uFEFF${csvOf(messages)}`, 'calls.csv': gb18030(csvOf(calls)) },
      { 'messages.csv': gb18030(csvOf(messages)), 'calls.ndjson': ndjsonOf(calls) },
      { 'messages.ndjson': ndjsonOf(messages), 'calls.xlsx': await workbookOf({ calls }) },
      { 'records.xlsx': await workbookOf({ messages, calls }) },
      { 'messages.parquet': await parquetOf('from cells', messages), 'calls.csv': csvOf(calls) },
    ];
    for (const files of others) {
      const again = await billed(files);
      expect(withoutReceipt(again), Object.keys(files).join()).toEqual(withoutReceipt(base));
      expect({ ...again.receipt, records: [], id: '' }).toEqual({ ...base.receipt, records: [], id: '' });
    }
  });
  await fc.assert(law, { seed: 7, numRuns: 3 });
}, 120_000);
