import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { columnOf, tableOf, tables } from '../../src/records/tables.ts';
import { run } from '../support/run.ts';
import { dataFolder } from './folder.ts';

async function template(...flags: string[]): Promise<string> {
  const file = join(await dataFolder({}), '模板.xlsx');
  expect((await run('records', 'template', '--out', file, ...flags)).code).toBe(0);
  return file;
}

const parts = (file: string) =>
  Object.fromEntries(Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** The sheets of a workbook by their names. */
function sheetsOf(file: string): Record<string, string> {
  const all = parts(file);
  const names = [...(all['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name ?? '');
  return Object.fromEntries(names.map((name, i) => [name, all[`xl/worksheets/sheet${i + 1}.xml`] ?? '']));
}

/** Rows filled in below what stands on a sheet, as Excel would keep them. */
function fillIn(file: string, rows: Record<string, readonly (readonly (string | number | null)[])[]>): void {
  const all = unzipSync(readFileSync(file));
  const names = Object.keys(sheetsOf(file));
  for (const [sheet, list] of Object.entries(rows)) {
    const part = `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
    const cell = (value: string | number | null, at: string) =>
      value === null
        ? ''
        : typeof value === 'number'
          ? `<c r="${at}" s="2"><v>${value}</v></c>`
          : `<c r="${at}" s="1" t="inlineStr"><is><t>${value}</t></is></c>`;
    const xml = list.map(
      (row, i) =>
        `<row r="${i + 2}">${row.map((value, at) => cell(value, String.fromCharCode(65 + at) + (i + 2))).join('')}</row>`,
    );
    all[part] = strToU8(
      strFromU8(all[part] ?? new Uint8Array()).replace('</sheetData>', `${xml.join('')}</sheetData>`),
    );
  }
  writeFileSync(file, zipSync(all));
}

/** Says in the guide that there was nothing to fill in. */
function declareNone(file: string, row: number, at: string): void {
  const all = unzipSync(readFileSync(file));
  const guide = strFromU8(all['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const cell = new RegExp(`<c r="${at}${row}"( s="\\d+")?/>`);
  expect(guide).toMatch(cell);
  all['xl/worksheets/sheet1.xml'] = strToU8(
    guide.replace(cell, `<c r="${at}${row}" t="inlineStr"><is><t>确无记录</t></is></c>`),
  );
  writeFileSync(file, zipSync(all));
}

/** The row of the guide that begins with these cells. */
async function rowOf(file: string, ...cells: string[]): Promise<number> {
  const [guide] = await readWorkbook(file);
  return 1 + (guide?.data.findIndex((row) => cells.every((cell, i) => row[i] === cell)) ?? -1);
}

const check = (file: string, ...flags: string[]) =>
  run(
    'check',
    'test/golden/base',
    '--data',
    join(file, '..'),
    '--period',
    '2024-05',
    '--as-of',
    '2024-06-30',
    ...flags,
  );

test.each(['zh', 'en'])('every sheet and header of the template is understood by the reader (%s)', async (lang) => {
  const workbook = await readWorkbook(await template('--lang', lang));
  expect(workbook).toHaveLength(tables.length + 2);
  for (const [i, table] of tables.entries()) {
    const sheet = workbook[i + 1];
    expect(tableOf(sheet?.sheet ?? '')).toBe(table);
    expect(sheet?.data[0]?.map((header) => columnOf(table, String(header)))).toEqual(table.columns);
  }
});

test.each(['zh', 'en'])(
  'every column with allowed values has a drop-down whose words the reader takes (%s)',
  async (lang) => {
    const file = await template('--lang', lang);
    const sheets = Object.entries(sheetsOf(file));
    const values = (await readWorkbook(file)).at(-1)?.data ?? [];
    for (const [i, table] of tables.entries()) {
      const xml = sheets[i + 1]?.[1] ?? '';
      for (const [at, column] of table.columns.entries()) {
        const range = `${String.fromCharCode(65 + at)}2:${String.fromCharCode(65 + at)}1048576`;
        const rule = new RegExp(`<dataValidation[^>]* sqref="${range}"(/>|>.*?</dataValidation>)`).exec(xml)?.[0] ?? '';
        expect(rule, `${table.name}.${column.name}`).toContain('prompt="');
        const listed = column.values.length > 0 || column.type === 'boolean';
        if (!listed && column.valueAliases.size === 0) continue;
        const list = /<formula1>(.*)<\/formula1>/.exec(rule)?.[1];
        expect(list).toBe(`${table.name}_${column.name}`);
        expect(rule.includes('showErrorMessage="1"'), `only what is closed refuses: ${list}`).toBe(listed);
        const words = values
          .slice(1)
          .flatMap((row) => row[values[0]?.indexOf(list ?? '') ?? -1] ?? [])
          .map(String);
        const known = (word: string) =>
          column.values.includes(word) || column.valueAliases.has(word) || ['是', '否', 'true', 'false'].includes(word);
        expect(words.filter((word) => !known(word))).toEqual(lang === 'en' && !listed ? words : []);
        if (column.values.length > 0) expect(words).toHaveLength(column.values.length);
      }
    }
  },
);

test('the parts of a sheet stand in the order that Excel demands, and texts are no longer than it takes', async () => {
  const sheets = Object.values(sheetsOf(await template()));
  for (const xml of sheets) {
    const found = [...xml.matchAll(/<(sheetViews|sheetFormatPr|cols|sheetData|dataValidations)[ >]/g)].map(
      ([, name]) => name,
    );
    const order = ['sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'dataValidations'];
    expect(found).toEqual(order.filter((name) => found.includes(name)));
    for (const [, name, text = ''] of xml.matchAll(/ (promptTitle|prompt|error)="([^"]*)"/g)) {
      expect(text.length).toBeLessThanOrEqual(name === 'promptTitle' ? 32 : name === 'error' ? 225 : 255);
    }
    expect(Number(/<dataValidations count="(\d+)"/.exec(xml)?.[1] ?? 0)).toBe(
      xml.match(/<dataValidation /g)?.length ?? 0,
    );
  }
  expect(sheets[1]).toContain('state="frozen"');
});

test('the same template has the same bytes, and one that was filled in is not overwritten', async () => {
  const [one, other] = [await template(), await template()];
  expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  expect((await run('records', 'template', '--out', one)).code).toBe(0);
  fillIn(one, { 投诉: [['c1', '2024-05-10 09:00:00', null, '其他']] });
  const again = await run('records', 'template', '--out', one);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('out-exists')]);
});

test('an empty template is no records at all, never a month without complaints', async () => {
  const { out, err } = await check(await template());
  expect(out).toContain('数据不足  3.1');
  expect(err).toContain('[records-none]');
});

test('the filled-in template is judged as it is: days and numbers that Excel keeps as numbers too', async () => {
  const file = await template();
  const day = 45422; // 2024-05-10
  fillIn(file, {
    投诉: [
      ['c1', '2024-05-10 09:00:00', null, '其他', '甲方', '用户', null, '2024-05-11 09:00:01'],
      ['c2', day + 0.375, null, '垃圾短信', '甲方', '监管部门', null, day + 1.375],
    ],
  });
  const { code, out } = await check(file);
  expect(code).toBe(1);
  expect(out).toContain('本期 2 件中有 1 件超过 24 小时');
});

test('a column that nobody filled in is not supplied, unless the guide says that there was nothing', async () => {
  const file = await template('--tables', '投诉');
  fillIn(file, { 投诉: [['c1', '2024-05-10 09:00:00', null, '其他']] });
  expect((await check(file)).out).toContain('数据不足  3.1');
  declareNone(file, await rowOf(file, '投诉', '答复时间'), 'C');
  expect((await check(file)).out).toContain('违约  3.1');
});

test('a sheet without rows is a month without complaints where the guide says so', async () => {
  const file = await template('--tables', 'complaints');
  declareNone(file, await rowOf(file, '投诉'), 'B');
  expect((await check(file)).out).toContain('未触发  3.1');
});

test('with a contract only the tables that it needs, with --tables only those named', async () => {
  const names = async (...flags: string[]) => Object.keys(sheetsOf(await template(...flags))).slice(1, -1);
  expect(await names('--contract', 'test/golden/base')).toEqual(['短信', '投诉', '账单', '账单明细']);
  expect(await names('--tables', '付款，messages')).toEqual(['短信', '付款']);
});

test.each([
  [['--tables', '投速'], '投诉 (complaints)'],
  [['--tables', '投诉', '--contract', 'test/golden/base'], '--tables、--contract 只能写其中一个'],
])('%s is refused', async (flags, expected) => {
  const { code, err } = await run('records', 'template', '--out', 'nowhere.xlsx', ...flags);
  expect([code, err]).toEqual([2, expect.stringContaining(expected)]);
  expect(existsSync('nowhere.xlsx')).toBe(false);
});

test('a template is an .xlsx file', async () => {
  const { code, err } = await run('records', 'template', '--out', '模板.csv');
  expect([code, err]).toEqual([2, expect.stringContaining('模板.xlsx')]);
});
