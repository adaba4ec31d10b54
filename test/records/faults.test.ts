import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepare } from '../../src/records/prepare.ts';
import { calendar, dataFolder, faultsOf, spoken, text, withRecords } from './folder.ts';
import { parquetOf } from './formats.ts';

const HEADER = 'id,sent_at,direction,recipient,status';
const message = (id: string) => `${id},2024-05-01 08:00:00,MT,100,delivered`;
const GOOD = message('m');
const csv = (...lines: string[]) => `${lines.join('\n')}\n`;
const said = async (files: Record<string, string | Uint8Array>) => spoken(await faultsOf(await dataFolder(files)));

describe('a cell that does not parse is named with file, row, column and value', () => {
  test.each([
    ['sent_at', 'm,2024-02-30 08:00:00,MT,100,delivered', '2024-02-30 08:00:00', 'a date and a time of day'],
    ['sent_at', 'm,2024-05-01,MT,100,delivered', '2024-05-01', 'a date and a time of day'],
    ['sent_at', 'm,2024-05-01 25:00,MT,100,delivered', '2024-05-01 25:00', 'a date and a time of day'],
    ['sent_at', 'm,infinity,MT,100,delivered', 'infinity', 'a date and a time of day'],
    ['direction', 'm,2024-05-01 08:00:00,up,100,delivered', 'up', 'one of: MT, MO'],
  ])('%s: %s', async (column, row, value, expected) => {
    const [first, ...rest] = await said({ 'messages.csv': csv(HEADER, GOOD, row) });
    expect(rest).toEqual([]);
    expect(first).toContain(`messages.csv:3 Row 3, column "${column}": the value "${value}" is not understood.`);
    expect(first).toContain(expected);
  });

  test.each(['-1', '1.234', '1,000.00', '¥5', '1e3', 'abc', '12345678901234567.00'])('money %s', async (amount) => {
    const row = `p,b,2024-05-01,"${amount}"`;
    const [first] = await said({ 'payments.csv': csv('id,bill_id,paid_at,amount', row) });
    expect(first).toContain(`payments.csv:2 Row 2, column "amount": the value "${amount}"`);
  });

  test.each(['-1', '1.5', '1234567890123456', 'x'])('integer %s', async (seconds) => {
    const row = `c,2024-05-01 08:00:00,1,2,out,${seconds}`;
    const [first] = await said({ 'calls.csv': csv('id,started_at,caller,callee,direction,seconds', row) });
    expect(first).toContain(`column "seconds": the value "${seconds}" is not understood. | "seconds" must be a whole`);
  });

  test('a required cell that is empty', async () => {
    expect(await said({ 'messages.csv': csv(HEADER, 'm,2024-05-01 08:00:00,MT,,delivered') })).toEqual([
      'messages.csv:2 Row 2: "recipient" is empty, but it must be filled in. | Fill in "recipient".',
    ]);
  });

  test('in words of Chinese, too', async () => {
    const problems = await faultsOf(await dataFolder({ 'messages.csv': csv(HEADER, 'm,x,MT,1,delivered') }));
    expect(spoken(problems, 'zh')[0]).toContain(
      '第 2 行“发送时间”（sent_at）列的值“x”无法识别。 | “发送时间”（sent_at）应为日期加时刻',
    );
  });

  test('the row is the one that a spreadsheet shows: quoted newlines, blank lines and faulty rows count', async () => {
    const lines = [
      `${HEADER},content`,
      `${GOOD},"a\nb"`,
      '',
      'short,row',
      `${GOOD},x`,
      '',
      '',
      'm,bad,MT,1,failed,"y"',
    ];
    expect((await said({ 'messages.csv': csv(...lines) })).map((each) => each.split(' ')[0])).toEqual([
      'messages.csv:4',
      'messages.csv:8',
    ]);
  });

  test('at row 1,000,000 as well', { timeout: 60_000 }, async () => {
    const lines = Array.from({ length: 1_000_000 }, (_, index) =>
      index === 999_998 ? `${index},oops,MT,100,delivered` : `${index},2024-05-01 08:00:00,MT,100,delivered`,
    );
    const [first, ...rest] = await said({ 'messages.csv': `${HEADER}\n${lines.join('\n')}\n` });
    expect(rest).toEqual([]);
    expect(first).toContain('messages.csv:1000000 Row 1000000, column "sent_at": the value "oops"');
  });
});

describe('a row without structure', () => {
  test.each([
    ['a,b', 'has fewer cells than the header: a,b'],
    [`${GOOD},more`, `has more cells than the header: ${GOOD},more`],
    ['m,"2024-05-01 08:00:00,MT,100,delivered', 'has a double quote without its partner'],
  ])('%s', async (row, message) => {
    const [first] = await said({ 'messages.csv': csv(HEADER, GOOD, row) });
    expect(first).toContain(`messages.csv:3 Row 3 ${message}`);
  });

  test('an unclosed quote above millions of characters still gets a message of its own', async () => {
    const many = Array.from({ length: 100_000 }, () => GOOD);
    const lines = csv(HEADER, 'm,"2024-05-01,MT,1,failed', ...many);
    const [first] = await said({ 'messages.csv': lines });
    expect(first).toMatch(/messages\.csv:2 Row 2 (is too long|has a double quote)/);
  });

  test('a line of NDJSON that is no object', async () => {
    const good = '{"id":"1","sent_at":"2024-05-01 08:00:00","direction":"MT","recipient":1,"status":"failed"}';
    const problems = await said({ 'messages.ndjson': csv(good, '{"id":', '', '[1]', good) });
    expect(problems.map((each) => each.split(' | ')[0])).toEqual([
      'messages.ndjson:2 Row 2 is not one JSON object: {"id":',
      'messages.ndjson:4 Row 4 is not one JSON object: [1]',
    ]);
  });
});

describe('a file that cannot be taken', () => {
  test('names the missing column, its other names and what was found', async () => {
    const [first] = await said({ 'messages.csv': csv('id,sent_at,direction,status', 'm,x,MT,failed') });
    expect(first).toMatch(
      /^messages\.csv:1 The column "recipient".*found: id, sent_at, direction, status\. .*手机号码/,
    );
  });

  test('names a column given twice, by name and by alias', async () => {
    const [first] = await said({ 'messages.csv': csv(`${HEADER},手机号`, `${GOOD},1`) });
    expect(first).toContain('"recipient" and "手机号" are the same column (recipient).');
  });

  test.each([
    ['messages.csv', '', 'messages.csv The file is empty'],
    ['messages.ndjson', '', 'messages.ndjson The file is empty'],
    ['messages.csv', Buffer.from(`\ufeff${HEADER}\n`, 'utf16le'), 'messages.csv The file is encoded in UTF-16'],
    ['messages.csv', Buffer.from(`${HEADER}\n`, 'utf16le'), 'messages.csv The file is encoded in UTF-16'],
    ['messages.csv', Buffer.from([0x69, 0x64, 0xff, 0xff, 0x0a]), 'messages.csv The file is neither UTF-8 nor GB18030'],
    ['messages.parquet', 'PAR1 and no more', 'messages.parquet The file is not a whole and valid parquet file'],
    ['messages.parquet', '', 'messages.parquet The file is empty'],
    ['messages.xlsx', 'no workbook', 'messages.xlsx The file is not a whole and valid xlsx file'],
    ['messages.xlsx', '', 'messages.xlsx The file is empty'],
  ])('%s %#', async (name, content, expected) => {
    const [first, ...rest] = await said({ [name]: content });
    expect(rest).toEqual([]);
    expect(first).toContain(expected);
  });

  test('a Parquet file that was cut short', async () => {
    const whole =
      await parquetOf(`SELECT 'm' AS id, TIMESTAMP '2024-05-01' AS sent_at, 'MT' AS direction, '1' AS recipient,
      'failed' AS status FROM range(1000)`);
    const [first] = await said({ 'messages.parquet': whole.subarray(0, whole.length - 20) });
    expect(first).toContain('messages.parquet The file is not a whole and valid parquet file');
  });

  test('a folder that is not there', async () => {
    const missing = join(await dataFolder({}), 'nowhere');
    expect(spoken(await faultsOf(missing))[0]).toMatch(/The data folder .*nowhere cannot be read \(ENOENT\)/);
  });

  test('a link that leads nowhere', async () => {
    const folder = await dataFolder({});
    await symlink(join(folder, 'gone'), join(folder, 'messages.csv'));
    expect((await faultsOf(folder)).map((each) => each.code)).toEqual(['file-unreadable']);
  });

  test('all faulty files are told at once', async () => {
    const problems = await said({ 'messages.csv': '', 'bills.csv': 'x\n1\n', 'calls.parquet': 'x' });
    expect(new Set(problems.map((each) => each.split(/[: ]/)[0]))).toEqual(
      new Set(['messages.csv', 'bills.csv', 'calls.parquet']),
    );
  });
});

describe('many faults', () => {
  const bad = (rows: number) => csv(HEADER, ...Array.from({ length: rows }, () => 'm,x,MT,1,failed'), GOOD);

  test('are told up to twenty, with the number of the others of each file', async () => {
    const problems = await said({ 'messages1.csv': bad(30), 'messages2.csv': bad(5) });
    expect(problems).toHaveLength(22);
    expect(problems.slice(20).map((each) => each.split(' of this')[0])).toEqual([
      'messages1.csv 10 more errors',
      'messages2.csv 5 more errors',
    ]);
  });

  test('of one month leave the other months as they are, and bear their place in their own file', async () => {
    const month = (n: number, ...more: string[]) => csv(HEADER, message(`a${n}`), message(`b${n}`), ...more);
    const [bad, ragged] = ['c2,never,MT,100,delivered', 'c3,2024-05-01 08:00:00,MT'];
    const files = { 'messages-1.csv': month(1), 'messages-2.csv': month(2, bad), 'messages-3.csv': month(3, ragged) };
    const folder = await dataFolder({ ...files, 'messages-4.csv': month(4) });
    const quarantine = join(folder, 'bad.csv');
    const read = await withRecords(
      folder,
      async ({ store, tables }) => ({
        rows: await store.query('SELECT id FROM messages ORDER BY id'),
        files: tables.get('messages')?.files.map(({ name, read, rejected }) => [name, read, rejected]),
      }),
      { quarantine, lang: 'en' },
    );
    expect(read.rows.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'b4']);
    expect(read.files).toEqual([
      ['messages-1.csv', 2, 0],
      ['messages-2.csv', 3, 1],
      ['messages-3.csv', 3, 1],
      ['messages-4.csv', 2, 0],
    ]);
    const [, ...aside] = (await text(quarantine)).trim().split('\n');
    expect(aside.map((line) => line.split(',').slice(0, 2))).toEqual([
      [join(folder, 'messages-2.csv'), '4'],
      [join(folder, 'messages-3.csv'), '4'],
    ]);
  });

  test('of one contract are not counted among those of the next that is read by the same store', async () => {
    const ragged = await dataFolder({ 'messages.csv': csv(HEADER, message('a'), 'b,2024-05-01 08:00:00,MT') });
    const sound = await dataFolder({ 'messages.csv': csv(HEADER, message('a'), message('b')) });
    const prepared = await prepare(calendar);
    const filesOf = (folder: string) =>
      withRecords(folder, async ({ tables }) => tables.get('messages')?.files, {
        prepared,
        quarantine: join(folder, 'bad.csv'),
      });
    try {
      expect(await filesOf(ragged)).toMatchObject([{ read: 2, rejected: 1 }]);
      expect(await filesOf(sound)).toMatchObject([{ read: 2, rejected: 0 }]);
    } finally {
      await prepared.close();
    }
  });

  test('are set aside in the quarantine file, and the good rows remain', async () => {
    const lines = [HEADER, GOOD, 'n,x,up,1,failed', 'a,b', 'o,2024-05-01 08:00:00,MO,"1,2",failed'];
    const folder = await dataFolder({ '短信.csv': csv(...lines) });
    const quarantine = join(folder, 'messages-bad.csv');
    for (const _ of ['first run', 'second run, with the file of the first in the folder']) {
      await withRecords(
        folder,
        async ({ store, tables }) => {
          expect(await store.query('SELECT id FROM messages ORDER BY id')).toEqual([{ id: 'm' }, { id: 'o' }]);
          expect(tables.get('messages')).toMatchObject({ rows: 2, files: [{ read: 4, rejected: 2 }] });
        },
        { calendar, quarantine, lang: 'en' },
      );
    }
    const [header, ...set] = (await text(quarantine)).trim().split('\n');
    expect(header).toBe('file,row,column,value,reason,raw');
    expect(set).toHaveLength(3);
    expect(set[0]).toContain(',3,direction,up,');
    expect(set[1]).toContain(',3,sent_at,x,');
    expect(set[2]).toContain(',4,,"a,b",');
    expect(set[0]).toContain('""recipient"":""1""');
  });
});
