import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateFormats } from '../../src/records/mapping/dates.ts';
import { type Prepared, prepare } from '../../src/records/prepare.ts';
import { tables } from '../../src/records/tables.ts';
import { run } from '../support/run.ts';
import { calendar, contents, dataFolder, withRecords } from './folder.ts';
import { csvOf, gb18030, ndjsonOf, parquetOf, workbookOf } from './formats.ts';

const schema = JSON.parse(readFileSync('schemas/mapping.schema.json', 'utf8'));

test('editors offer every table and every way of writing dates that there is', () => {
  expect(schema.$defs.file.properties.table.enum).toEqual(tables.map(({ name }) => name));
  expect(schema.$defs.format.enum).toEqual(dateFormats);
});

let prepared: Promise<Prepared> | undefined;
const read = async (files: Record<string, string | Uint8Array>, table: string): Promise<string[]> => {
  prepared ??= prepare(calendar);
  return withRecords(await dataFolder(files), (records) => contents(records, table), { prepared: await prepared });
};

const headers = ['流水', '到达', '种类', '回复'];
const rows = [
  ['c1', '10/5/2024 9:00', '资费', '-'],
  ['c2', '11/5/2024 23:59', 'Spam!', '12/5/2024 8:30'],
];
const mapping = (file: string, sheet = '') => `files:
  - file: "${file}"${sheet && `\n    sheet: ${sheet}`}
    table: complaints
    columns: { 流水: id, 到达: 收到时间, 种类: category, 回复: replied_at }
    values: { category: { 资费: other, spam!: 垃圾短信 }, replied_at: { "-": null } }
    dates: { received_at: D/M/YYYY H:mm, 答复时间: D/M/YYYY H:mm }
    constants: { responsible: 客户 }
`;
const native = `id,received_at,category,replied_at,responsible
c1,2024-05-10 09:00:00,other,,customer
c2,2024-05-11 23:59:00,spam,2024-05-12 08:30:00,customer
`;

describe('a mapped file is the table that it stands for', () => {
  test('in every format and encoding, by file or by sheet', async () => {
    const expected = await read({ 'complaints.csv': native }, 'complaints');
    expect(expected).toHaveLength(2);
    const cells = { headers, rows };
    const sheet = await workbookOf({ 说明事项: { headers: ['无'], rows: [] }, 清单: cells });
    const folders: Record<string, string | Uint8Array>[] = [
      { 'export-05.csv': csvOf(cells), 'mapping.yaml': mapping('export-*.csv') },
      { '导出.csv': gb18030(csvOf(cells)), 'mapping.yaml': mapping('导出.csv') },
      { 'export.ndjson': ndjsonOf(cells), 'mapping.yaml': mapping('export.ndjson') },
      { 'export.parquet': await parquetOf('SELECT * FROM cells', cells), 'mapping.yaml': mapping('EXPORT.parquet') },
      { '导出.xlsx': sheet, 'mapping.yaml': mapping('导出.xlsx', '清单') },
      { '导出.xlsx': await workbookOf({ Sheet1: cells }), 'mapping.yaml': mapping('导出.xlsx') },
    ];
    for (const files of folders) expect(await read(files, 'complaints'), Object.keys(files).join()).toEqual(expected);
  });

  test('a header that is mapped to null is left out without a word, and one that is not there is told', async () => {
    const files = {
      'complaints.csv': 'id,received_at,category,经办\nc1,2024-05-10 09:00:00,other,甲\n',
      'mapping.yaml':
        'files:\n  - { file: complaints.csv, table: complaints, columns: { 经办: null, 回复: replied_at } }\n',
    };
    await withRecords(await dataFolder(files), async ({ problems, supplied }) => {
      expect(problems.map(({ code, line }) => [code, line])).toEqual([['mapping-unused', 2]]);
      expect(supplied.complaints_replied_at).toBe(false);
    });
  });

  test('a date in another order than the mapping says is refused, never turned round', async () => {
    const files = {
      'x.csv': csvOf({ headers, rows: [['c1', '5/13/2024 9:00', '资费', '-']] }),
      'mapping.yaml': mapping('x.csv'),
    };
    const folder = await dataFolder(files);
    const { code, err } = await run('check', 'test/golden/base', '--data', folder, '--period', '2024-05');
    expect(code).toBe(2);
    expect(err).toContain('D/M/YYYY H:mm');
  });

  test('in every way of writing a time, the same moment', async () => {
    const pad = (n: number) => String(n).padStart(2, '0');
    const parts = fc.record({
      ...{
        Y: fc.integer({ min: 2000, max: 2035 }),
        M: fc.integer({ min: 1, max: 12 }),
        D: fc.integer({ min: 1, max: 28 }),
      },
      ...{ H: fc.integer({ min: 0, max: 23 }), m: fc.integer({ min: 0, max: 59 }), s: fc.integer({ min: 0, max: 59 }) },
    });
    const table = (list: string[]) =>
      `list,recipient,added_at\n${list.map((at) => `black,13800000001,${at}\n`).join('')}`;
    const property = fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 20 }), async (times) => {
      const [foreign, native]: Record<string, string>[] = [{}, {}];
      for (const [i, format] of dateFormats.entries()) {
        const written = times.map(({ Y, M, D, H, m, s }) => {
          const of: Record<string, string> = {
            YYYY: `${Y}`,
            MM: pad(M),
            M: `${M}`,
            DD: pad(D),
            D: `${D}`,
            HH: pad(H),
            H: `${H}`,
          };
          return format.replaceAll(/YYYY|MM|M|DD|D|HH|H|mm|ss/g, (token) => of[token] ?? pad(token === 'mm' ? m : s));
        });
        const plain = times.map(({ Y, M, D, H, m, s }) => {
          const time = format.includes('H') ? ` ${pad(H)}:${pad(m)}:${format.includes('ss') ? pad(s) : '00'}` : '';
          return `${Y}-${pad(M)}-${pad(D)}${time}`;
        });
        if (foreign) foreign[`${i}.csv`] = table(written);
        if (native) native[`list_entries-${i}.csv`] = table(plain);
      }
      const entries = dateFormats.map(
        (format, i) => `  - { file: "${i}.csv", table: list_entries, dates: { added_at: "${format}" } }\n`,
      );
      const mapped = await read({ ...foreign, 'mapping.yaml': `files:\n${entries.join('')}` }, 'list_entries');
      expect(mapped).toEqual(await read(native ?? {}, 'list_entries'));
    });
    await fc.assert(property, { seed: 20240501, numRuns: 1, endOnFailure: true });
  });
});

test('the mapping is part of the receipt: another mapping, another receipt', async () => {
  const check = async (files: Record<string, string>) => {
    const folder = await dataFolder(files);
    const args = ['--data', folder, '--period', '2024-05', '--as-of', '2024-06-30', '--format', 'json'];
    return JSON.parse((await run('check', 'test/golden/base', ...args)).out).receipt;
  };
  const files = { 'x.csv': csvOf({ headers, rows }), 'mapping.yaml': mapping('x.csv') };
  const one = await check(files);
  expect(one.mapping).toMatch(/^[0-9a-f]{64}$/);
  expect((await check({ ...files, 'mapping.yaml': `${files['mapping.yaml']}# 已审阅\n` })).id).not.toBe(one.id);
});

test('both sides of a reconciliation are read by their own mappings', async () => {
  const ours = await dataFolder({
    'messages.csv': 'id,sent_at,direction,recipient,status\nm1,2024-05-10 09:00:00,MT,13800000001,delivered\n',
  });
  const theirs = await dataFolder({
    'log.csv': 'id,sent_at,mobile,stat\nm1,20240510090000,13800000001,DELIVRD\n',
    'mapping.yaml': readFileSync(join(import.meta.dirname, 'log.mapping.yaml'), 'utf8'),
  });
  const { code, err } = await run(
    'reconcile',
    'test/golden/base',
    '--ours',
    ours,
    '--theirs',
    theirs,
    '--period',
    '2024-05',
  );
  expect([code, err]).toEqual([0, '']);
});
