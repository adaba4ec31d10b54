import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { contents, dataFolder, faultsOf, spoken, withRecords } from './folder.ts';
import { type Cells, csvOf, gb18030, ndjsonOf, parquetOf, workbookOf } from './formats.ts';

const HEADERS = ['id', '发送时间', 'direction', 'recipient', '状态', 'content', 'characters'];
const TYPED = `SELECT id, CAST("发送时间" AS TIMESTAMP) AS sent_at, direction, recipient, "状态" AS status, content,
  CAST(characters AS INTEGER) AS characters FROM cells`;

const pad = (value: number) => String(value).padStart(2, '0');
const sentAt = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([day, hour, second]) => `2024-02-${pad(day)} ${pad(hour)}:30:${pad(second)}`);
const body = fc
  .array(fc.constantFrom('验', '证', '码', 'a', ' ', ',', ';', '"', '\n', '0', '，'), { maxLength: 12 })
  .map((characters) => characters.join(''))
  .map((text) => (text === '' ? null : text));
const row = fc.tuple(
  fc.integer({ min: 0, max: 10_000 }).map((id) => `m${id}`),
  sentAt,
  fc.constantFrom('MT', 'MO', '下行', 'mo'),
  fc.constantFrom('13800000000', '100', '0086138'),
  fc.constantFrom('delivered', '成功', '失败', 'rejected'),
  body,
  fc.option(fc.integer({ min: 0, max: 999 }).map(String)),
);

async function read(files: Record<string, string | Uint8Array>): Promise<string[]> {
  return withRecords(await dataFolder(files), (records) => contents(records, 'messages'));
}

describe('the same rows give the same table', () => {
  test('in whatever format and encoding, in whatever order, and split over files', async () => {
    const property = fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.nat(), async (rows, cut) => {
      const cells: Cells = { headers: HEADERS, rows };
      const expected = await read({ 'messages.csv': csvOf(cells) });
      expect(expected).toHaveLength(rows.length);
      const [head, tail] = [rows.slice(0, cut % rows.length), rows.slice(cut % rows.length)];
      const encodings: Record<string, string | Uint8Array>[] = [
        { 'messages.csv': `\ufeff${csvOf(cells, ';', '\r\n')}` },
        { 'messages.csv': csvOf(cells, '\t') },
        { '短信.csv': gb18030(csvOf(cells)) },
        { 'messages.ndjson': ndjsonOf(cells) },
        { 'messages.jsonl': gb18030(ndjsonOf(cells)) },
        { '数据.xlsx': await workbookOf({ 短信明细: cells }) },
        { 'messages.parquet': await parquetOf(TYPED, cells) },
        { 'messages.parquet': await parquetOf('SELECT * FROM cells', cells) },
        { 'messages.csv': csvOf({ ...cells, rows: rows.toReversed() }) },
        {
          'messages1.csv': csvOf({ ...cells, rows: head }),
          'messages2.parquet': await parquetOf(TYPED, { ...cells, rows: tail }),
        },
      ];
      for (const files of encodings) expect(await read(files), Object.keys(files).join()).toEqual(expected);
    });
    await fc.assert(property, { seed: 20240501, numRuns: 5, endOnFailure: true });
  });
});

describe('Excel', () => {
  const header = ['id', 'sent_at', 'direction', 'recipient', 'status'].map((value) => ({ value, type: String }));
  const at = (value: Date) => ({ value, type: Date, format: 'yyyy-mm-dd hh:mm:ss' });
  const message = (id: string, recipient: number, sentAt: Date) => [
    { value: id, type: String },
    at(sentAt),
    { value: 'MT', type: String },
    { value: recipient, type: Number },
    { value: 'delivered', type: String },
  ];
  const book = (...rows: ReturnType<typeof message>[]) =>
    writeWorkbook([{ sheet: 'Sheet1', data: [header, ...rows] }]).toBuffer();

  test('date cells are Beijing time to the second, numbers keep their digits', async () => {
    const rows = await read({
      'messages.xlsx': await book(
        message('a', 13800001234, new Date('2024-05-01T08:00:01Z')),
        message('b', 1e15, new Date('2024-05-01T00:00:00Z')),
      ),
    });
    expect(rows[0]).toContain('"sent_at":"2024-05-01 08:00:01","direction":"MT","recipient":"13800001234"');
    expect(rows[1]).toContain('"sent_at":"2024-05-01 00:00:00","direction":"MT","recipient":"1000000000000000"');
  });

  test('a column of dates without a time of day is refused where the time matters', async () => {
    const folder = await dataFolder({
      'messages.xlsx': await book(message('a', 1, new Date('2024-05-01')), message('b', 1, new Date('2024-05-02'))),
    });
    const said = spoken(await faultsOf(folder));
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('messages.xlsx:2 Row 2, column "sent_at": the value "2024-05-01" is not understood.');
  });

  test('a date cell at midnight is a day without a time where the table asks for no more', async () => {
    const text = (value: string) => ({ value, type: String });
    const payment = (paidAt: string) => [text('p'), text('b'), at(new Date(paidAt)), text('1')];
    const header = ['id', 'bill_id', 'paid_at', 'amount'].map(text);
    const data = [header, payment('2025-09-01T00:00:00Z'), payment('2025-09-02T10:00:00Z')];
    const folder = await dataFolder({ 'payments.xlsx': await writeWorkbook([{ sheet: 'Sheet1', data }]).toBuffer() });
    await withRecords(folder, async ({ store }) => {
      expect(await store.query('SELECT paid_at FROM payments ORDER BY paid_at')).toEqual([
        { paid_at: '2025-09-01' },
        { paid_at: '2025-09-02 10:00:00' },
      ]);
    });
  });

  test('decimal cells come as typed, not as the nearest binary fraction', async () => {
    const cells = (values: (string | number)[]) =>
      values.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String }));
    const data = [cells(['账单编号', '收费项目', '数量', '金额']), cells(['b', 'sms', 0.000001, 0.1 + 0.2])];
    const folder = await dataFolder({ '对账.xlsx': await writeWorkbook([{ sheet: '账单明细', data }]).toBuffer() });
    await withRecords(folder, async ({ store }) => {
      expect(await store.query('SELECT quantity, amount FROM bill_lines')).toEqual([
        { quantity: '0.000001', amount: '0.30' },
      ]);
    });
  });

  test('a workbook of one sheet per table feeds all of them; a sheet that is no table’s is told', async () => {
    const folder = await dataFolder({
      '导出.xlsx': await workbookOf({
        bills: { headers: ['id', 'period', 'sent_at', 'total'], rows: [['b', '2025-08', '2025-09-01', '1.00']] },
        付款记录: { headers: ['付款编号', '账单编号', '付款时间', '付款金额'], rows: [['p', 'b', '2025-09-02', '1']] },
        说明: { headers: ['text'], rows: [] },
      }),
    });
    await withRecords(folder, async ({ tables, problems }) => {
      expect(tables.get('bills')?.files.map((file) => file.name)).toEqual(['导出.xlsx#bills']);
      expect(tables.get('payments')?.rows).toBe(1);
      expect(spoken(problems)[0]).toContain('导出.xlsx#说明 "说明" is no table of records');
    });
  });

  test('rows keep the numbers of the sheet, though some are empty', async () => {
    const cells: Cells = {
      headers: ['id', 'sent_at', 'direction', 'recipient', 'status'],
      rows: [
        [null, null, null, null, null],
        ['m', 'x', 'MT', '1', 'failed'],
      ],
    };
    const folder = await dataFolder({ 'messages.xlsx': await workbookOf({ Sheet1: cells }) });
    expect((await faultsOf(folder)).map((each) => each.line)).toEqual([3]);
  });
});

describe('Parquet', () => {
  const columns = (changes: Record<string, string> = {}) =>
    Object.entries({
      id: `'m' || i`,
      sent_at: `TIMESTAMP '2024-05-01 08:00:00'`,
      direction: `'MT'`,
      recipient: `'1'`,
      status: `'delivered'`,
      ...changes,
    }).map(([name, value]) => `${value} AS "${name}"`);
  const file = (changes?: Record<string, string>) =>
    parquetOf(`SELECT ${columns(changes).join(', ')} FROM range(3) t(i)`);
  const view = `SELECT sql FROM duckdb_views() WHERE view_name = 'messages'`;

  test('of fitting types is read in place, and a scan touches only the columns that are asked for', async () => {
    await withRecords(await dataFolder({ 'messages.parquet': await file() }), async ({ store }) => {
      expect(String((await store.query(view))[0]?.sql)).toContain('read_parquet');
      expect(await store.query('SELECT count(*) AS n FROM staged.messages')).toEqual([{ n: 0 }]);
      const [plan] = await store.query(
        'EXPLAIN SELECT count(*) FILTER (WHERE port IS NULL), max(status) FROM messages',
      );
      expect(String(plan?.explain_value)).toContain('READ_PARQUET');
      expect(String(plan?.explain_value)).not.toContain('recipient');
    });
  });

  test.each([
    [`TIMESTAMPTZ '2024-05-01 00:00:00+00'`, '2024-05-01 08:00:00'],
    [`TIMESTAMP_NS '2024-05-01 08:00:00.123456'`, '2024-05-01 08:00:00.123456'],
    [`TIMESTAMP_MS '2024-05-01 08:00:00.5'`, '2024-05-01 08:00:00.500000'],
    [`'2024/5/1 8:00'`, '2024-05-01 08:00:00'],
  ])('reads the time %s', async (written, stored) => {
    await withRecords(await dataFolder({ 'messages.parquet': await file({ sent_at: written }) }), async ({ store }) => {
      expect(await store.query('SELECT DISTINCT sent_at FROM messages')).toEqual([{ sent_at: stored }]);
    });
  });

  test('translates Chinese values in place', async () => {
    const files = { 'messages.parquet': await file({ status: `'成功'`, failure_reason: `'关机'` }) };
    await withRecords(await dataFolder(files), async ({ store }) => {
      expect(String((await store.query(view))[0]?.sql)).toContain('read_parquet');
      expect(await store.query('SELECT DISTINCT status, failure_reason FROM messages')).toEqual([
        { status: 'delivered', failure_reason: 'off' },
      ]);
    });
  });

  test.each([
    ['recipient', `CASE WHEN i <> 1 THEN '1' END`, 'Row 2: "recipient" is empty'],
    ['id', `CASE WHEN i = 2 THEN '' ELSE 'x' END`, 'Row 3: "id" is empty'],
    ['status', `CASE WHEN i = 0 THEN 'lost' ELSE 'failed' END`, 'Row 1, column "status": the value "lost"'],
    ['characters', 'CAST(i AS INTEGER) - 1', 'Row 1, column "characters": the value "-1"'],
    ['sent_at', `DATE '2024-05-01' + CAST(i AS INTEGER)`, 'Row 1, column "sent_at": the value "2024-05-01"'],
    ['sent_at', `TIMESTAMP_NS '2024-05-01 08:00:00.123456789'`, 'Row 1, column "sent_at"'],
  ])('names the bad cells of %s: %s', async (column, value, expected) => {
    const said = spoken(await faultsOf(await dataFolder({ 'messages.parquet': await file({ [column]: value }) })));
    expect(said[0]).toContain(`messages.parquet:`);
    expect(said[0]).toContain(expected);
  });

  test('takes money only when it is exact', async () => {
    const payment = (amount: string) =>
      parquetOf(`SELECT 'p' AS id, 'b' AS bill_id, DATE '2025-09-01' AS paid_at, ${amount} AS amount`);
    await withRecords(
      await dataFolder({ 'payments.parquet': await payment('12.50::DECIMAL(9,2)') }),
      async ({ store }) => {
        expect(await store.query('SELECT paid_at, amount FROM payments')).toEqual([
          { paid_at: '2025-09-01', amount: '12.50' },
        ]);
      },
    );
    for (const amount of ['1.234::DECIMAL(9,3)', '-1::DECIMAL(9,2)', '0.1::DOUBLE + 0.2::DOUBLE']) {
      const problems = await faultsOf(await dataFolder({ 'payments.parquet': await payment(amount) }));
      expect(problems.map((each) => each.code)).toEqual(['record-value']);
    }
  });
});
