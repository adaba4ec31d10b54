import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { tables } from '../../src/records/tables.ts';
import { dataFolder, faultsOf, spoken, withRecords } from './folder.ts';

const HEADER = 'id,sent_at,direction,recipient,status';
const message = (id: string, sentAt = '2024-05-01 08:00:00') => `${id},${sentAt},MT,100,delivered`;
const csv = (...lines: string[]) => `${lines.join('\n')}\n`;

describe('a data folder', () => {
  test('gives every table of the schema with its columns in order, empty where no file supplies it', async () => {
    await withRecords(await dataFolder({}), async (records) => {
      for (const table of tables) {
        const columns = await records.store.query(`DESCRIBE "${table.name}"`);
        expect(columns.map((column) => column.column_name)).toEqual(table.columns.map((column) => column.name));
        expect(records.tables.get(table.name)).toEqual({ present: false, files: [], rows: 0 });
      }
    });
  });

  test('reads several files of one table as one, whatever the case of their names, and hashes each', async () => {
    const files = { 'Messages_2.CSV': csv(HEADER, message('b')), 'messages-1.csv': csv(HEADER, message('a')) };
    await withRecords(await dataFolder(files), async ({ store, tables }) => {
      expect(await store.query('SELECT id FROM messages ORDER BY id')).toEqual([{ id: 'a' }, { id: 'b' }]);
      const sha256 = createHash('sha256').update(files['messages-1.csv']).digest('hex');
      expect(tables.get('messages')?.files).toContainEqual({ name: 'messages-1.csv', sha256, read: 1, rejected: 0 });
      expect(tables.get('messages')?.rows).toBe(2);
    });
  });

  test('tells bill_lines.csv from bills.csv', async () => {
    const folder = await dataFolder({
      'bills.csv': csv('id,period,sent_at,total', 'b1,2025-08,2025-09-01,300.00'),
      'bill_lines.csv': csv('bill_id,charge,amount', 'b1,sms,300'),
    });
    await withRecords(folder, async ({ store }) => {
      expect(await store.query('SELECT * FROM bills')).toEqual([
        { id: 'b1', period: '2025-08', sent_at: '2025-09-01', total: '300.00', invoice_at: null },
      ]);
      expect(await store.query('SELECT * FROM bill_lines')).toEqual([
        { bill_id: 'b1', charge: 'sms', quantity: null, amount: '300.00' },
      ]);
    });
  });

  test('understands Chinese file names, headers and values', async () => {
    const folder = await dataFolder({
      '短信.csv': csv('短信编号,发送时间,方向,手机号,状态,失败原因', '1,2024/5/1 8:00,下行,100,失败,关机'),
      '投诉记录.csv': csv('工单号;投诉时间;投诉类型;责任方', 'c1;2024-05-01 09:00:00;骚扰;乙方'),
    });
    await withRecords(folder, async ({ store }) => {
      expect(await store.query('SELECT direction, status, failure_reason, sent_at FROM messages')).toEqual([
        { direction: 'MT', status: 'failed', failure_reason: 'off', sent_at: '2024-05-01 08:00:00' },
      ]);
      expect(await store.query('SELECT category, responsible FROM complaints')).toEqual([
        { category: 'harassment', responsible: 'carrier' },
      ]);
    });
  });

  test.each([
    ['2024-05-01 08:00:00', '2024-05-01 08:00:00'],
    ['2024-05-01T08:00:00', '2024-05-01 08:00:00'],
    ['2024/5/1 8:00', '2024-05-01 08:00:00'],
    ['2024-05-01T08:00:00Z', '2024-05-01 16:00:00'],
    ['2024-05-01T08:00Z', '2024-05-01 16:00:00'],
    ['2024-05-01 08:00:00+08:00', '2024-05-01 08:00:00'],
    ['2024-05-01 08:00:00 +08', '2024-05-01 08:00:00'],
    ['2024-05-01 08:00:00+0530', '2024-05-01 10:30:00'],
    ['2024-05-01 20:00:00-03:30', '2024-05-02 07:30:00'],
    ['2024-05-01 08:00:00.25', '2024-05-01 08:00:00.250000'],
    ['2024-05-01 08:00:00.1234560', '2024-05-01 08:00:00.123456'],
    ['2024-05-01 24:00:00', '2024-05-02 00:00:00'],
  ])('reads the time %s as Beijing %s', async (written, stored) => {
    const folder = await dataFolder({ 'messages.csv': csv(HEADER, message('1', written)) });
    await withRecords(folder, async ({ store }) => {
      expect(await store.query('SELECT sent_at FROM messages')).toEqual([{ sent_at: stored }]);
    });
  });

  test('keeps a day without a time within that day, whatever it is compared with', async () => {
    const rows = ['p,b,2025-09-01,1', 'q,b,2025/9/1 00:00,1', 'r,b,2025-09-01T23:30:00Z,1'];
    const folder = await dataFolder({ 'payments.csv': csv('id,bill_id,paid_at,amount', ...rows) });
    await withRecords(folder, async ({ store }) => {
      const after = `SELECT id, paid_at, paid_at > TIMESTAMP '2025-09-01' AS late FROM payments ORDER BY id`;
      expect(await store.query(after)).toEqual([
        { id: 'p', paid_at: '2025-09-01', late: true },
        { id: 'q', paid_at: '2025-09-01 00:00:00', late: false },
        { id: 'r', paid_at: '2025-09-02 07:30:00', late: true },
      ]);
    });
  });

  test('keeps quoted newlines, doubled quotes and blanks of a message body', async () => {
    const folder = await dataFolder({
      'messages.csv': `${HEADER},content\r\n${message('1')},"  a ""b""\r\nc "\r\n`,
    });
    await withRecords(folder, async ({ store }) => {
      expect(await store.query('SELECT content FROM messages')).toEqual([{ content: '  a "b"\r\nc ' }]);
    });
  });

  test('takes a header without rows as a table that is there and empty', async () => {
    await withRecords(await dataFolder({ 'messages.csv': csv(HEADER) }), async ({ tables }) => {
      expect(tables.get('messages')).toMatchObject({ present: true, rows: 0 });
    });
  });

  test('reads a file whose name holds wildcards, and no other for it', async () => {
    const folder = await dataFolder({
      'messages[1].csv': csv(HEADER, message('a')),
      'messages1.csv': csv(HEADER, message('b')),
      'messages*.csv': csv(HEADER, message('c')),
    });
    await withRecords(folder, async ({ store }) => {
      expect(await store.query('SELECT id FROM messages ORDER BY id')).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    });
  });

  test('passes over rows and lines that are wholly empty', async () => {
    const folder = await dataFolder({ 'messages.csv': csv(HEADER, message('a'), '', ',,,,', message('b')) });
    await withRecords(folder, async ({ tables }) => {
      expect(tables.get('messages')?.files[0]).toMatchObject({ read: 2, rejected: 0 });
    });
  });

  test('says a column is supplied only when every file of the table has it', async () => {
    const folder = await dataFolder({
      'messages1.csv': csv(`${HEADER},port,signature`, `${message('a')},1,s`),
      'messages2.csv': csv(`${HEADER},port`, `${message('b')},1`),
    });
    await withRecords(folder, async ({ supplied }) => {
      expect(supplied).toMatchObject({ messages_port: true, messages_signature: false, calls_id: false });
    });
  });

  test('warns of files, columns and nameless columns that it ignores', async () => {
    const folder = await dataFolder({
      'mesages.csv': 'x\n',
      'messages.csv': csv(`${HEADER},colour,`, `${message('a')},red,`),
      '.hidden.csv': 'x',
      '~$messages.xlsx': 'x',
    });
    await withRecords(folder, async ({ problems }) => {
      const said = spoken(problems);
      expect(said).toHaveLength(3);
      expect(problems.every((each) => each.severity === 'warning')).toBe(true);
      expect(said[0]).toMatch(/^mesages\.csv "mesages" is no table .* Did you mean "messages"\?/);
      expect(said[1]).toMatch(/^messages\.csv:1 The table messages has no column "colour"/);
      expect(said[2]).toMatch(/^messages\.csv:1 Columns without a header were ignored: #7/);
    });
  });

  test('refuses a part of a table that it cannot read, instead of going on without it', async () => {
    const folder = await dataFolder({ 'bills.xls': 'x', 'messages.csv': csv(HEADER, message('a')) });
    const problems = spoken(await faultsOf(folder));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^bills\.xls "bills\.xls" is in a format that cannot be read/);
  });

  test('warns of ids that stand twice and of references that name nothing', async () => {
    const folder = await dataFolder({
      'messages-1.csv': csv(HEADER, message('a'), message('b')),
      'messages-2.csv': csv(HEADER, message('b')),
      'bills.csv': 'id,period,sent_at,total\nb1,2024年5月,2024-06-03,300.00\n',
      'payments.csv':
        'id,bill_id,paid_at,amount\np1,b1,2024-07-01,300.00\np2,B1,2024-07-01,300.00\np3,B1,2024-07-02,300.00\n',
    });
    await withRecords(folder, async ({ problems, store }) => {
      expect(spoken(problems)).toEqual([
        expect.stringContaining('1 id(s) stand more than once in messages: b.'),
        expect.stringContaining('1 value(s) of payments.bill_id name nothing in bills: B1.'),
      ]);
      expect(await store.query('SELECT period FROM bills')).toEqual([{ period: '2024-05' }]);
    });
  });

  test('leaves no temporary files behind, be it opened or refused', async () => {
    const own = await mkdtemp(join(tmpdir(), 'lvyue-own-'));
    vi.stubEnv('TMPDIR', own);
    await withRecords(await dataFolder({ 'messages.csv': csv(HEADER, message('a')) }), async () => undefined);
    await withRecords(await dataFolder({ 'messages.csv': 'nonsense\n' }), async () => undefined).catch(() => undefined);
    const left = (await readdir(own)).filter((name) => !name.startsWith('lvyue-test-'));
    vi.unstubAllEnvs();
    await rm(own, { recursive: true });
    expect(left).toEqual([]);
  });
});

describe('the store', () => {
  test('binds named parameters, lists among them, and never splices them', async () => {
    const folder = await dataFolder({ 'messages.csv': csv(HEADER, message("a'b"), message('c'), message('d')) });
    await withRecords(folder, async ({ store }) => {
      const query = 'SELECT id FROM messages WHERE id IN (SELECT unnest($ids)) AND sent_at >= $from ORDER BY id';
      const params = { ids: ["a'b", 'c'], from: '2024-05-01 08:00:00', unused: 1 };
      expect(await store.query(query, params)).toEqual([{ id: "a'b" }, { id: 'c' }]);
      expect(
        await store.query('SELECT count(*) AS n FROM messages WHERE list_contains($ids, id)', { ids: [] }),
      ).toEqual([{ n: 0 }]);
    });
  });

  test('refuses a parameter without a value, a fraction, and an integer that would lose digits', async () => {
    await withRecords(await dataFolder({}), async ({ store }) => {
      await expect(store.query('SELECT $a AS a', {})).rejects.toThrow(RangeError);
      await expect(store.query('SELECT $a AS a', { a: 0.5 })).rejects.toThrow(RangeError);
      await expect(store.query('SELECT 9007199254740993 AS a')).rejects.toThrow(RangeError);
    });
  });

  test('gives decimals and times as text, lists and structs as values', async () => {
    await withRecords(await dataFolder({}), async ({ store }) => {
      const sql = `SELECT 0.10 + 0.20 AS d, TIMESTAMP '2024-05-01' AS t, DATE '2024-05-01' AS day, [1, 2] AS l,
        {a: true, b: 1.5::DECIMAL(4,2)} AS s, sum(1::BIGINT) AS h, NULL AS n`;
      expect(await store.query(sql)).toEqual([
        { d: '0.30', t: '2024-05-01 00:00:00', day: '2024-05-01', l: [1, 2], s: { a: true, b: '1.50' }, h: 1, n: null },
      ]);
    });
  });
});
