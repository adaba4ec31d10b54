import { describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { dataFolder, faultsOf, spoken, withRecords } from './folder.ts';
import { csvOf, ndjsonOf, parquetOf, workbookOf } from './formats.ts';

const cells = (amount: string) => ({
  headers: ['id', 'bill_id', 'paid_at', 'amount'],
  rows: [
    ['p1', 'b1', '2024-05-01', '20.00'],
    ['p2', 'b1', '2024-05-02', amount],
  ],
});
const typed = (amount: string) =>
  parquetOf(`SELECT 'p1' AS id, 'b1' AS bill_id, DATE '2024-05-01' AS paid_at, ${amount} AS amount`);
const number = async (amount: number) =>
  writeWorkbook([
    {
      sheet: 'payments',
      data: [
        ['id', 'bill_id', 'paid_at', 'amount'],
        ['p1', 'b1', '2024-05-01', { value: amount, type: Number }],
      ],
    },
  ]).toBuffer();

/** Each way in which an amount can stand in a file, the place that must be named, and the value as it is shown. */
const ways: [string, (amount: string) => Promise<Record<string, string | Uint8Array>>, number][] = [
  ['CSV', async (amount) => ({ 'payments.csv': csvOf(cells(amount)) }), 3],
  ['NDJSON, as text', async (amount) => ({ 'payments.ndjson': ndjsonOf(cells(amount)) }), 2],
  [
    'NDJSON, as a number',
    async (amount) => ({ 'payments.ndjson': `{"id":"p1","bill_id":"b1","paid_at":"2024-05-01","amount":${amount}}\n` }),
    1,
  ],
  ['Excel, as text', async (amount) => ({ 'payments.xlsx': await workbookOf({ payments: cells(amount) }) }), 3],
  ['Excel, as a number', async (amount) => ({ 'payments.xlsx': await number(Number(amount)) }), 2],
  [
    'Parquet, as text',
    async (amount) => ({ 'payments.parquet': await parquetOf('SELECT * FROM cells', cells(amount)) }),
    2,
  ],
  ['Parquet, as DOUBLE', async (amount) => ({ 'payments.parquet': await typed(`CAST(${amount} AS DOUBLE)`) }), 1],
  [
    'Parquet, as DECIMAL(18,3)',
    async (amount) => ({ 'payments.parquet': await typed(`CAST(${amount} AS DECIMAL(18,3))`) }),
    1,
  ],
];

describe.each(ways)('money in %s', (_, files, row) => {
  test.each(['30.005', '-5.01'])('%s is refused with file, row and column', async (amount) => {
    const [first, ...rest] = spoken(await faultsOf(await dataFolder(await files(amount))));
    expect(rest).toEqual([]);
    expect(first).toMatch(
      new RegExp(`^payments\\.[a-z]+(#payments)?(:${row})? Row ${row}, column "amount": the value "${amount}`),
    );
  });

  test('two decimals are taken to the fen', async () => {
    const amount = await withRecords(await dataFolder(await files('30.25')), async ({ store }) => {
      const rows = await store.query('SELECT amount::varchar AS amount FROM payments ORDER BY id DESC');
      return rows[0]?.amount;
    });
    expect(amount).toBe('30.25');
  });
});
