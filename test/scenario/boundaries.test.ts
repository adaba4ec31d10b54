import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractFile, contractIds } from '../../src/contract/find.ts';
import { run } from '../support/run.ts';

let temp = '';
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'lvyue-boundaries-'));
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** A copy of a contract, its text changed, with the generated scenarios beside it. */
async function generated(id: string, name: string, change = (text: string) => text) {
  const folder = join(temp, name);
  const file = join(folder, 'scenarios', 'boundaries.yaml');
  cpSync(contractFile(id), join(folder, 'contract.yaml'));
  mkdirSync(join(folder, 'scenarios'), { recursive: true });
  const contract = join(folder, 'contract.yaml');
  writeFileSync(contract, change(readFileSync(contract, 'utf8')));
  expect(await run('new', '--scenarios', folder, '--out', file)).toMatchObject({ code: 0, err: '' });
  return { folder, file, text: readFileSync(file, 'utf8') };
}

async function failing(file: string) {
  const { out } = await run('test', file, '--format', 'json');
  const { scenarios, summary } = JSON.parse(out);
  return { failed: scenarios.filter((one: { passed: boolean }) => !one.passed), passed: summary.passed };
}

test.each(contractIds())('%s gives the same bytes again', async (id) => {
  const [one, two] = [await run('new', '--scenarios', id), await run('new', '--scenarios', id)];
  expect(one).toEqual(two);
  expect(one.out.split('\n')[0]).toBe('# yaml-language-server: $schema=../../../schemas/scenario.schema.json');
});

const titles = (text: string) => text.split('\n').filter((line) => line.startsWith('  - title:'));

test('each limit of the PBC contract is shown at it, inside and outside', async () => {
  const { text } = await generated('pbc-dci-2024', 'kinds');
  for (const words of [
    ...['24 小时', '20 个工作日', '10 日', '至少 3 个汉字', '至多 16 个英文字符'],
    ...['套餐含 6000 条', '多收 5%', '变更单限当月 15 日', '有效期 6 个月'],
  ]) {
    const found = titles(text).filter((title) => title.includes(words));
    expect(found.length, words).toBeGreaterThanOrEqual(3);
    expect(found.length % 3, words).toBe(0);
  }
});

test('what no scenario can be made of is named with the reason', async () => {
  const { text } = await generated('jilin-medical-insurance-2025', 'left');
  expect(text).toMatch(/^# - renewal-objection（10\.1）：纸面留空：合同期届满日$/m);
  expect(text).toMatch(/^# - settlement\.tolerance（4\.6）：.*per-minute/m);
});

test('where the paper is blank a value is supposed, the title says so, and the contract itself stays as it is', async () => {
  const { text } = await generated('pbc-dci-2024', 'supposed');
  const lines = text.split('\n');
  const notices = lines.flatMap((line, i) => (line.includes('接近') || line.includes('达到约定金额') ? [i] : []));
  expect(notices).toHaveLength(6);
  for (const i of notices) {
    expect(lines[i]).toContain('纸面留空，假设起点为 1000 元');
    expect(lines.slice(i, i + 6).join('\n')).toContain(
      'contract: { obligations: { cap-notice: { parameters: { threshold: 1000 } } } }',
    );
  }
});

test('a limit that another reading reads otherwise has cases of its own', async () => {
  const { text } = await generated('jilin-medical-insurance-2025', 'readings');
  const own = titles(text).filter((title) => title.includes('登记资料变更'));
  expect(own.filter((title) => title.includes('理解 at-least'))).toHaveLength(3);
  expect(own.filter((title) => title.includes('不早于前 10 日'))).toHaveLength(3);
  expect(own.filter((title) => title.includes('至迟前一日'))).toHaveLength(3);
});

test('an expectation that is changed by hand fails, and the line is told', async () => {
  const { file, text } = await generated('pbc-dci-2024', 'changed');
  const before = '{ findings: { user-complaints: breached } }';
  const line = text.split('\n').findIndex((one) => one.includes(before)) + 1;
  expect(line).toBeGreaterThan(0);
  writeFileSync(file, text.replace(before, before.replace('breached', 'fulfilled')));
  const { failed } = await failing(file);
  expect(failed).toHaveLength(1);
  expect(failed[0].differences).toMatchObject([{ line, expected: 'fulfilled', actual: 'breached' }]);
});

test('an amendment has its own scenarios, and nothing happens while a duty is waived', async () => {
  const { file, text } = await generated(
    'pbc-dci-2024',
    'amended',
    (contract) => `${contract}
amendments:
  - id: shorter-limit
    title: { zh: 投诉须在 12 小时内答复, en: Complaints to be answered within 12 hours }
    clause: "12.2"
    effective: 2024-09-10
    changes: { obligations: { user-complaints: { parameters: { limit: { hours: 12 } } } } }
waivers:
  - id: april
    obligation: user-complaints
    from: 2024-03-06
    to: 2024-04-30
    reason: { zh: 系统搬迁, en: Systems were moved }
    role: { zh: 合规负责人, en: compliance officer }
    expires: 2025-12-31
`,
  );
  const own = titles(text).filter((title) => title.includes('用户投诉'));
  expect(own.filter((title) => title.includes('24 小时的期限到 2024-05'))).toHaveLength(3);
  expect(own.filter((title) => title.includes('12 小时的期限到 2024-10') && title.includes('2024-09-10'))).toHaveLength(
    3,
  );
  expect((await failing(file)).failed).toEqual([]);
});

test('the command says what to write where it is not told what to make', async () => {
  const { code, err } = await run('new', 'pbc-dci-2024');
  expect(code).toBe(2);
  expect(err).toContain('lvyue new --scenarios pbc-dci-2024');
});

test('titles may be English', async () => {
  const { out } = await run('new', '--scenarios', 'pbc-dci-2024', '--lang', 'en');
  expect(out).toContain('one second after it (3.13)');
});
