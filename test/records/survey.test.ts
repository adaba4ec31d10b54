import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.ts';
import { dataFolder } from './folder.ts';
import { csvOf, gb18030, workbookOf } from './formats.ts';

interface Told {
  code: string;
  severity: string;
  message: string;
  of?: string[];
}

/** The report as JSON: the state and the problems of each table, and those of the folder. */
async function report(folder: string, ...flags: string[]) {
  const args = ['--as-of', '2024-06-30', '--format', 'json', ...flags];
  const { code, out } = await run('records', 'check', folder, ...args);
  const { tables, problems, ready } = JSON.parse(out);
  const by = new Map<string, { state: string; problems: Told[]; files: { name: string; encoding?: string }[] }>();
  for (const table of tables) by.set(table.table, table);
  return { code, ready, tables: by, problems: problems as Told[] };
}

const complaints = {
  headers: ['编号', '投诉时间', '类别', '答复时间'],
  rows: [['c1', '2024-05-10 09:00:00', '其他', null]],
};

test('a workbook with titles above its header is told so, and its other sheets are looked at all the same', async () => {
  const titled = {
    headers: ['2024 年 5 月通知清单', ''],
    rows: [['', null], ['通知编号', '事由', '发出方'] as string[]],
  };
  const bad = { headers: ['编号', '报障时间', '类别'], rows: [['f1', '昨天', '网关']] };
  const folder = await dataFolder({ '五月.xlsx': await workbookOf({ 通知: titled, 故障: bad, 投诉: complaints }) });
  const { code, tables } = await report(folder);
  expect(code).toBe(1);
  expect(
    [...tables].map(([name, { state, problems }]) => [
      name,
      state,
      problems.filter((one) => one.severity !== 'info').map((one) => one.code),
    ]),
  ).toEqual([
    ['complaints', 'usable', []],
    ['faults', 'unusable', ['records-bad-cells']],
    ['notices', 'unusable', ['records-header-row']],
  ]);
});

test('each file that cannot be read is told, and the rest is read', async () => {
  const folder = await dataFolder({
    '投诉.csv': gb18030(csvOf(complaints)),
    '故障.csv': '',
    '通知.xlsx': 'no workbook',
    'bills.parquet': 'no parquet',
    '天气.csv': 'a\n1\n',
  });
  const { tables, problems } = await report(folder);
  expect(tables.get('complaints')?.files).toEqual([expect.objectContaining({ name: '投诉.csv', encoding: 'GB18030' })]);
  expect(tables.get('faults')?.problems[0]?.code).toBe('records-empty');
  expect(tables.get('notices')?.problems[0]?.code).toBe('records-damaged');
  expect(tables.get('bills')?.problems[0]?.code).toBe('records-damaged');
  expect(problems.map(({ code }) => code)).toEqual(['records-file-ignored']);
});

test('for a contract, each table and column that it needs is named with what hangs on it', async () => {
  const folder = await dataFolder({
    '投诉.csv': csvOf({ ...complaints, headers: ['编号', '投诉时间', '类别', '备注栏'] }),
  });
  const { tables } = await report(folder, '--contract', 'pbc-dci-2024');
  const cost = tables.get('complaints')?.problems.filter(({ code }) => code === 'records-column-cost') ?? [];
  expect(cost.map(({ message, of }) => [/\((\w+)\)|（(\w+)）/.exec(message)?.[2], of?.length])).toContainEqual([
    'replied_at',
    2,
  ]);
  expect(tables.get('messages')?.problems[0]).toMatchObject({ code: 'records-table-missing' });
  expect(tables.get('payments')?.problems[0]?.of?.length).toBeGreaterThan(0);
});

test('the records that a simulation makes lack nothing', async () => {
  const folder = join(await dataFolder({}), 'made');
  await run(
    'simulate',
    'pbc-dci-2024',
    '--out',
    folder,
    '--months',
    '1',
    '--from',
    '2024-06',
    '--rows',
    '50',
    '--breaches',
    'none',
  );
  const { tables, ready } = await report(folder, '--contract', 'pbc-dci-2024', '--as-of', '2024-12-31');
  expect([...tables.values()].filter(({ state }) => state === 'unusable')).toEqual([]);
  expect(ready).toBe(true);
});

test('a folder that is none cannot be checked; a table in a format that cannot be read is told', async () => {
  expect((await run('records', 'check', 'nowhere')).code).toBe(2);
  const folder = await dataFolder({ 'messages.txt': 'x' });
  mkdirSync(join(folder, '投诉'));
  writeFileSync(join(folder, '投诉', '1.csv'), 'id\n');
  const { tables } = await report(folder);
  expect([...tables].map(([name, { state, problems }]) => [name, state, problems[0]?.code])).toEqual([
    ['messages', 'unusable', 'records-format'],
    ['complaints', 'unusable', 'records-format'],
  ]);
});

const wide = (columns: number) => {
  const more = Array.from({ length: columns }, (_, i) => `甲${i}`);
  return `编号,投诉时间,类别,${more.join(',')}\nc1,2024-05-10 09:00:00,其他,${more.map(() => '乙').join(',')}\n`;
};

test('the unknown columns of a wide file are one warning, which names ten of them and counts them all', async () => {
  const folder = await dataFolder({ '投诉.csv': wide(600) });
  const { code, tables } = await report(folder);
  const { state, problems = [] } = tables.get('complaints') ?? {};
  expect([code, state, problems.map((one) => one.code)]).toEqual([0, 'usable', ['records-column-unknown']]);
  expect(problems[0]?.message).toMatch(/没有这 600 列，已忽略：甲0、甲1、.*甲9 等。$/);
});

test('a file with far more columns than an export can have is refused, and nothing of it is read', async () => {
  const folder = await dataFolder({ '投诉.csv': wide(20_000) });
  const { code, tables } = await report(folder);
  expect([code, tables.get('complaints')?.problems.map((one) => one.code)]).toEqual([1, ['records-too-wide']]);
});

test('without --as-of the time of the run stands nowhere, so two runs print the same', async () => {
  const folder = await dataFolder({ '投诉.csv': csvOf(complaints) });
  const { out } = await run('records', 'check', folder, '--format', 'json');
  expect(JSON.parse(out).asOf).toBeNull();
  expect((await run('records', 'check', folder)).out).not.toContain('截至');
});
