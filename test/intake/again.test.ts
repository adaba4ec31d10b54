import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../support/run.ts';
import { byHand } from './layouts/by-hand.mjs';
import { partsOf } from './layouts/parts.mjs';

const paper = (length: number, fee = 300) => `
# 短信服务合同

甲方：望溪镇图书馆

乙方：启明联合网络有限公司

# 第一条 费用

1、套餐价款为每个合同年[${fee}]元，含短信[4000]条。

2、甲方逾期付款的，每逾期一日按欠付金额的万分之五支付违约金。

# 第二条 期限

1、本合同从2024年7月1日起，到2026年6月30日止，共[2]年。

# 第三条 责任

1、乙方自收到投诉起[${length}]个工作日内答复。
`;

let folder = '';
let out = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-again-'));
  out = join(folder, 'mine');
  expect((await imported(paper(2))).code).toBe(0);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function imported(text: string, ...flags: string[]) {
  const pdf = join(folder, 'paper.pdf');
  writeFileSync(pdf, byHand(partsOf(text)));
  return run('import', pdf, '--out', out, ...flags);
}

const read = (name = 'contract.yaml') => readFileSync(join(out, name), 'utf8');
const write = (text: string | Buffer, name = 'contract.yaml') => writeFileSync(join(out, name), text);
const change = (from: RegExp, to: string) => {
  expect(read()).toMatch(from);
  write(read().replace(from, to));
};

/** Refused with exit 2 and one clear message in both languages; nothing in the folder changes. */
async function refused(code: string) {
  const before = readdirSync(out).map((name) => [
    name,
    name.endsWith('.d') ? '' : readFileSync(join(out, name), 'latin1'),
  ]);
  for (const lang of ['zh', 'en']) {
    const ran = await imported(paper(5), '--lang', lang);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(code);
    expect(ran.err).not.toMatch(/\bat .*:\d+|undefined/);
  }
  expect(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'latin1')])).toEqual(before);
}

test.each(['{', 'null', '{}', '{"contract": [1]}'])(
  'a log of the last import that is damaged (%s) is told',
  async (log) => {
    write(log, 'import.json');
    await refused('import-log');
  },
);

test.each([
  ['yaml-syntax', 'id: [1, {'],
  ['yaml-', ''],
  ['yaml-', '# my notes\n'],
  ['import-not-ours', '- a\n'],
])('a contract that is none any more is told (%s) and left', async (code, text) => {
  write(text);
  await refused(code);
});

test('a contract saved in another encoding is told and left', async () => {
  write(Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xba, 0xcf, 0xcd, 0xac, 0x0a]));
  await refused('yaml-encoding');
});

test('folders where files should be are told', async () => {
  rmSync(join(out, 'import.json'));
  mkdirSync(join(out, 'import.json'));
  expect(await imported(paper(5))).toMatchObject({ code: 2, err: expect.stringContaining('import-log') });
});

test('what an anchor and its aliases share is a person’s: it stays, and the paper’s change is told', async () => {
  change(/limit: \{ workdays: 2 \}/, 'limit: &two { workdays: 2 }');
  write(`${read()}x-mine: *two\n`);
  const { code, err } = await imported(paper(5));
  expect(code).toBe(0);
  expect(read()).toMatch(/limit: &two \{ workdays: 2 \}/);
  expect(read()).toContain('x-mine: *two');
  expect(err).toContain('保留了您的写法');
});

test('an alias to an anchor elsewhere is no crash', async () => {
  change(/limit: \{ workdays: 2 \}/, 'limit: *two');
  change(/^title:/m, 'x-two: &two { workdays: 2 }\ntitle:');
  expect((await imported(paper(5))).code).toBe(0);
  expect(read()).toContain('limit: *two');
});

test('a comment behind a value stays when the paper gives the value anew', async () => {
  change(/fee: 300.*$/m, 'fee: 300 # 已与财务核对');
  expect((await imported(paper(2, 350))).code).toBe(0);
  expect(read()).toMatch(/fee: 350 .*已与财务核对/);
});

test('an item with a person’s comment stays when the paper no longer has it', async () => {
  change(/^( *- id: user-complaints)$/m, '$1 # 问过客服');
  await imported(paper(2).replace(/1、乙方自收到投诉.*$/m, '1、乙方应当友好合作。'));
  expect(read()).toContain('问过客服');
});

test('a review list that somebody wrote in is kept beside the new one', async () => {
  write(`${read('review.md')}\n- [x] 问过财务\n`, 'review.md');
  const { err } = await imported(paper(5));
  expect(err).toContain('review-1.md');
  expect(read('review-1.md')).toContain('问过财务');
  await imported(paper(6));
  expect(existsSync(join(out, 'review-2.md'))).toBe(false);
});

test('lines that end as on Windows still do', async () => {
  write(read().replaceAll('\n', '\r\n'));
  const before = read();
  await imported(paper(2));
  expect(read()).toBe(before);
});
