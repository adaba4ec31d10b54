import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.ts';
import { contents, dataFolder, withRecords } from './folder.ts';
import { type Cells, csvOf, gb18030, workbookOf } from './formats.ts';

/** A carrier's log of messages: no direction, its own words for the outcome, times without separators. */
const log: Cells = {
  headers: ['流水号', '手机号码', '提交时间', '源号码', '状态报告', '短信文本', '操作员'],
  rows: ['DELIVRD', 'UNDELIV', 'DELIVRD', 'EXPIRED', 'MBBLOCK'].map((status, i) => [
    `SMS2024051000000${i}`,
    `1380000000${i}`,
    `2024051008000${i}`,
    '10690000',
    status,
    '您的验证码是一二三四',
    '值班员甲',
  ]),
};

/** A list of complaints from a ticket system. */
const tickets: Cells = {
  headers: ['工单编号', '到达时间', '问题类型', '首次响应时间', '结案时间', '客户手机'],
  rows: [
    ['GD1', '2024-05-10 09:00:00', '其他类', '2024-05-11 08:59:59', '2024-05-12 10:00:00', '13800000001'],
    ['GD2', '2024-05-11 09:00:00', '垃圾短信类', '2024-05-12 09:00:01', null, '13800000002'],
    ['GD3', '2024-05-12 09:00:00', '资费争议', '2024-05-12 10:00:00', null, '13800000003'],
  ],
};

/** An English export of bills, with the day or the month first: nobody can say. */
const invoices: Cells = {
  headers: ['Invoice No', 'Billing Period', 'Issue Date', 'Total Due'],
  rows: [
    ['INV-1', '2024-04', '3/5/2024', '100.00'],
    ['INV-2', '2024-05', '3/6/2024', '120.50'],
  ],
};

const foreign = async (): Promise<string> =>
  dataFolder({
    'SMS_LOG_202405.csv': gb18030(csvOf(log)),
    '客服工单导出.xlsx': await workbookOf({ Sheet1: tickets }),
    'invoices.csv': csvOf(invoices),
  });

const outcomes = ['delivered', 'failed', 'delivered', 'failed', 'failed'];
const native = (): Promise<string> =>
  dataFolder({
    'messages.csv': csvOf({
      headers: ['id', 'sent_at', 'direction', 'recipient', 'port', 'status', 'content'],
      rows: log.rows.map(([id = '', recipient = '', , port = '', , content = ''], i) => [
        ...[id, `2024-05-10 08:00:0${i}`, 'MT', recipient, port, outcomes[i] ?? '', content],
      ]),
    }),
    'complaints.csv': csvOf({
      headers: ['id', 'received_at', 'category', 'replied_at', 'resolved_at'],
      rows: tickets.rows.map(([id = '', at = '', , replied = '', resolved = ''], i) => [
        ...[id, at, ['other', 'spam', 'other'][i] ?? '', replied, resolved],
      ]),
    }),
    'bills.csv': csvOf({
      headers: ['id', 'period', 'sent_at', 'total'],
      rows: [
        ['INV-1', '2024-04', '2024-05-03', '100.00'],
        ['INV-2', '2024-05', '2024-06-03', '120.50'],
      ],
    }),
  });

const draft = (folder: string, ...flags: string[]) =>
  run('records', 'check', folder, '--draft-mapping', '--as-of', '2024-06-30', ...flags);

/** What a person answers, line by line: the question's text behind its # -> the answer. */
const answers: Record<string, string> = {
  'MBBLOCK: ?': 'MBBLOCK: failed',
  '资费争议: ?': '资费争议: other',
  'sent_at: ?': 'sent_at: D/M/YYYY',
  'direction: ?': 'direction: MT',
  'constants:': 'constants:',
  'dates:': 'dates:',
  '操作员: ?': '操作员: null',
  '客户手机: ?': '客户手机: null',
};

/** The draft without its first line, which says where the schema lies. */
function draftIn(folder: string): string {
  const [modeline = '', ...lines] = readFileSync(join(folder, 'mapping.yaml'), 'utf8').split('\n');
  expect(modeline).toMatch(/^# yaml-language-server: \$schema=.*schemas\/mapping\.schema\.json$/);
  return lines.join('\n');
}

function review(folder: string): void {
  const file = join(folder, 'mapping.yaml');
  const lines = readFileSync(file, 'utf8').split('\n');
  const answered = lines.map((line) => {
    const [, indent, question = ''] = /^( *)# (.*)$/.exec(line) ?? [];
    return answers[question] === undefined ? line : `${indent}${answers[question]}`;
  });
  writeFileSync(file, answered.join('\n'));
}

test('three foreign exports, mapped by the reviewed draft, give the findings and the rows of the native tables', async () => {
  const folder = await foreign();
  const drafted = await draft(folder);
  expect([drafted.code, drafted.err]).toEqual([1, expect.stringContaining('已写出')]);
  // It says why, how sure it is, and three examples that are hidden in part.
  await expect(draftIn(folder)).toMatchFileSnapshot('draft.zh.yaml');
  expect(draftIn(folder)).not.toMatch(/13800000/);
  review(folder);
  expect((await run('records', 'check', folder, '--as-of', '2024-06-30')).code).toBe(0);
  const own = await native();
  const findings = async (data: string) => {
    const args = ['--data', data, '--period', '2024-05', '--as-of', '2024-06-30', '--format', 'json'];
    return JSON.parse((await run('check', 'test/golden/base', ...args)).out).findings;
  };
  expect(await findings(folder)).toEqual(await findings(own));
  const rows = (data: string) =>
    withRecords(data, async (records) => [await contents(records, 'messages'), await contents(records, 'bills')]);
  expect(await rows(folder)).toEqual(await rows(own));
});

test('in English as in Chinese', async () => {
  const folder = await foreign();
  await draft(folder, '--lang', 'en');
  await expect(draftIn(folder)).toMatchFileSnapshot('draft.en.yaml');
});

test('a mapping that is there is never overwritten', async () => {
  const folder = await dataFolder({ 'mapping.yaml': '# 已审阅\n', 'x.csv': csvOf(log) });
  const { code, err } = await draft(folder);
  expect([code, err]).toEqual([2, expect.stringContaining('[mapping-exists]')]);
  expect(readFileSync(join(folder, 'mapping.yaml'), 'utf8')).toBe('# 已审阅\n');
});

test('where everything is understood, or nothing, no mapping is written and that is said', async () => {
  const understood = await draft(await native());
  expect(understood.err).toContain('不需要 mapping.yaml');
  const strange = await draft(await dataFolder({ '天气.csv': '日期,气温\n2024-05-01,20\n' }));
  expect(strange.err).toContain('1 份文件看不出是哪张表');
});

test('a draft of questions only is no mapping: it must be answered first', async () => {
  const folder = await dataFolder({ '某清单.csv': '手机号,加入时间\n13800000001,2024-05-01\n' });
  const { err } = await draft(folder);
  const text = readFileSync(join(folder, 'mapping.yaml'), 'utf8');
  expect(err).toContain('0 处已填写');
  expect(text.split('\n').filter((line) => line !== '' && !line.trimStart().startsWith('#'))).toEqual([]);
  const next = await run('records', 'check', folder);
  expect([next.code, next.err]).toEqual([2, expect.stringContaining('[mapping-empty]')]);
});

test('of two headers that are one column, one is asked to be left out', async () => {
  const folder = await dataFolder({
    '投诉.csv': '编号,受理时间,投诉时间,类别\n1,2024-05-01 08:00:00,2024-05-01 09:00:00,其他\n',
  });
  const { code } = await draft(folder);
  expect(code).toBe(1);
  const file = join(folder, 'mapping.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/问：“受理时间”也是或也像同一列.*\n +# 投诉时间: null/);
  writeFileSync(file, text.replace('# columns:', 'columns:').replace('# 投诉时间: null', '投诉时间: null'));
  expect((await run('records', 'check', folder, '--as-of', '2024-06-30')).code).toBe(0);
});

test('two headers that may be one column are asked about, and neither is taken', async () => {
  const rows = {
    headers: ['工单编号', '到达时间', '创建时间', '类别'],
    rows: [['1', '2024-05-01 08:00:00', '2024-05-01 09:00:00', '其他']],
  };
  const folder = await dataFolder({ '投诉.csv': csvOf(rows) });
  await draft(folder);
  const lines = readFileSync(join(folder, 'mapping.yaml'), 'utf8')
    .split('\n')
    .map((line) => line.trim());
  expect(lines).toContain('# 到达时间: received_at');
  expect(lines.some((line) => line.startsWith('到达时间:') || line.startsWith('创建时间:'))).toBe(false);
});

/** The lines of the draft. */
const linesIn = (folder: string) =>
  readFileSync(join(folder, 'mapping.yaml'), 'utf8')
    .split('\n')
    .map((line) => line.trim());

test('a file whose table its name tells gets a draft, however foreign its headers are', async () => {
  const folder = await dataFolder({
    '短信_LOG.csv':
      '流水,手机号码,到达时间,结果,x\nA1,13800000001,2024-05-01 08:00:00,OKK,1\nA2,13800000002,2024-05-01 08:01:00,NOO,2\n',
  });
  const { err } = await draft(folder);
  expect(err).toContain('已写出');
  const lines = linesIn(folder);
  for (const header of ['流水', '到达时间', 'x', 'OKK', 'direction']) {
    expect(lines.some((line) => line.startsWith(`# ${header}: `) || line.startsWith(`${header}: `))).toBe(true);
  }
  const next = await run('records', 'check', folder, '--as-of', '2024-06-30');
  expect([next.code, next.out]).toEqual([1, expect.stringContaining('[records-column-missing]')]);
});

test('a file whose name tells its table and that merely lacks a column is told what it lacks', async () => {
  const folder = await dataFolder({ '投诉.csv': '编号,类别\n1,其他\n' });
  const { err } = await draft(folder);
  expect(err).toContain('1 处拿不准');
  expect(linesIn(folder)).toContainEqual(expect.stringMatching(/还缺必填列：收到时间（received_at）/));
});

test('a header that stands twice is asked about once, since no mapping can tell the two apart', async () => {
  const folder = await dataFolder({
    '短信_LOG.csv': '流水,手机号码,到达时间,结果,结果\nA1,13800000001,2024-05-01 08:00:00,OKK,1\n',
  });
  const { err } = await draft(folder);
  expect(err).toContain('已写出');
  const lines = linesIn(folder);
  expect(lines.filter((line) => /^(# )?结果:/.test(line))).toEqual(['# 结果: ?']);
  expect(lines).toContainEqual(expect.stringContaining('表头“结果”出现了 2 次'));
});
