import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../support/run.ts';
import { byHand } from './layouts/by-hand.mjs';
import { partsOf } from './layouts/parts.mjs';

const original = readFileSync('test/intake/made/harbour-water/contract.md', 'utf8');
let folder = '';
let out = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-import-'));
  out = join(folder, 'contracts', 'harbour');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lays a text out as a PDF and imports it into the folder. */
async function imported(text: string, ...flags: string[]) {
  const pdf = join(folder, 'paper.pdf');
  writeFileSync(pdf, await byHand(partsOf(text)));
  return run('import', pdf, '--out', out, ...flags);
}

const file = (name = 'contract.yaml') => join(out, name);
const read = (name?: string) => readFileSync(file(name), 'utf8');
const change = (from: string, to: string) => {
  expect(read()).toContain(from);
  writeFileSync(file(), read().replace(from, to));
};

test('a draft is valid at once, and the review runs on it', async () => {
  expect((await imported(original)).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['contract.yaml', 'import.json', 'review.md']);
  const checked = JSON.parse((await run('validate', file(), '--format', 'json')).out);
  expect(checked.summary.errors).toBe(0);
  const reviewed = await run('review', file(), '--format', 'json');
  expect(reviewed.code).toBeLessThan(2);
});

test('the same PDF gives the same bytes', async () => {
  await imported(original);
  const first = ['contract.yaml', 'review.md', 'import.json'].map(read);
  rmSync(out, { recursive: true });
  await imported(original);
  expect(['contract.yaml', 'review.md', 'import.json'].map(read)).toEqual(first);
});

test('without a folder the draft is printed and nothing is written', async () => {
  const pdf = join(folder, 'harbour.pdf');
  writeFileSync(pdf, await byHand(partsOf(original)));
  const { out: printed, code } = await run('import', pdf);
  expect(code).toBe(0);
  expect(parse(printed)).toMatchObject({
    id: 'harbour',
    number: parse(readFileSync('test/intake/made/harbour-water/truth.yaml', 'utf8')).number,
  });
  expect(readdirSync(folder)).toEqual(['harbour.pdf']);
});

test('importing the same paper again changes nothing that people wrote, not even a comment', async () => {
  await imported(original);
  change('id: harbour', '# mine\nid: harbour');
  const worked = read()
    .replace(/permille_per_day: \d+/, 'permille_per_day: 1')
    .replace('bearer: customer', 'bearer: both');
  writeFileSync(file(), worked);
  const { err } = await imported(original);
  expect(read()).toBe(worked);
  expect(err).not.toContain('保留了您的写法');
});

test('a mended paper changes what nobody touched and leaves what somebody changed, which is told', async () => {
  await imported(original);
  const before = parse(read());
  const complaints = before.obligations.findIndex((one: { kind: string }) => one.kind === 'respond-within');
  expect(complaints).toBeGreaterThanOrEqual(0);
  const { limit } = before.obligations[complaints].parameters;
  const [unit, amount] = Object.entries(limit)[0] as [string, number];
  const fee = before.charges.find(({ price }: { price?: number }) => price !== undefined).price;
  change(`price: ${fee}`, 'price: 0.5');
  const mended = original.replaceAll(`${amount}】`, `${amount + 1}】`).replaceAll(String(fee), '0.099');
  const { err } = await imported(mended);
  const after = parse(read());
  expect(after.obligations[complaints].parameters.limit).toEqual({ [unit]: amount + 1 });
  expect(after.charges.map(({ price }: { price?: number }) => price)).toContain(0.5);
  expect(err).toContain('保留了您的写法');
  expect(read('review.md')).toContain('0.099');
});

test('what people added stays, what they deleted does not come back', async () => {
  await imported(original);
  const gone = parse(read()).obligations[0];
  const lines = read().split('\n');
  const own = parse(read());
  own.obligations.splice(0, 1);
  own.obligations.push({ ...gone, id: 'mine', clause: gone.clause, kind: 'attestation', parameters: { role: 'both' } });
  writeFileSync(file(), `${lines[0]}\n${JSON.stringify(own, null, 1)}\n`);
  await imported(original);
  const after = parse(read()).obligations.map(({ id }: { id: string }) => id);
  expect(after).toContain('mine');
  expect(after).not.toContain(gone.id);
});

test('natural persons do not enter the draft, the list or the log', async () => {
  const named = original
    .replace(/^(地址[：:].*)$/m, '$1\n\n联系人：欧阳不存在，电话：13800001234，邮箱：nobody@example.org')
    .replace(/^(甲方[：:].*)$/m, '$1\n\n法定代表人：司马不存在');
  await imported(named);
  for (const name of readdirSync(out)) {
    for (const person of ['欧阳不存在', '司马不存在', '13800001234', 'nobody@example.org']) {
      expect(read(name), name).not.toContain(person);
    }
  }
});

test('an English novel is no contract: a clear error, and no folder', async () => {
  const novel = Array.from(
    { length: 40 },
    (_, i) => `Chapter ${i + 1}. It was a dark night, and the ship had not come.`,
  ).join('\n\n');
  const { code, err } = await imported(novel);
  expect(code).toBe(2);
  expect(err).toContain('没有一处像合同的约定');
  expect(existsSync(out)).toBe(false);
});

test('a newspaper with a price, times and duties in it is no contract either: it names no parties', async () => {
  const news =
    '本市将发送短信提醒市民，短信费用0.05元/条，每日9:00至20:00发送。有关部门应当在5个工作日内答复市民投诉。';
  for (const lang of ['zh', 'en']) {
    const { code, err } = await imported(news, '--lang', lang);
    expect(code).toBe(2);
    expect(err).toContain(lang === 'zh' ? '没有写明甲乙双方' : 'do not name two parties');
  }
  expect(existsSync(out)).toBe(false);
});

test('a paper that binds nobody is refused', async () => {
  const { code, err } = await imported('甲方：望溪镇图书馆\n\n乙方：启明联合网络有限公司\n\n第一条 本协议一式[两]份。');
  expect(code).toBe(2);
  expect(err).toContain('没有一处使哪一方承担义务');
  expect(existsSync(out)).toBe(false);
});

test('where no service was read the draft says that its service was not', async () => {
  const lease =
    '甲方：朔宁市房产经营有限公司\n\n乙方：朔宁市东山百货有限公司\n\n第一条 乙方应于每月[5]日前支付租金，租期自2024年1月1日起至2026年12月31日止。';
  await imported(lease);
  expect(read()).toMatch(/services:\n *# 待填：没有读到/);
  expect(parse(read()).charges).toEqual([]);
});

test('pages without text are told on the terminal, in the list and in the log', async () => {
  const pdf = join(folder, 'paper.pdf');
  writeFileSync(pdf, byHand(partsOf(`${original}\n\n---\n\n---\n`)));
  const { err } = await run('import', pdf, '--out', out);
  expect(err).toContain('pdf-blank-pages');
  expect(read('review.md')).toMatch(/没有文字/);
  expect(JSON.parse(read('import.json')).problems).toMatchObject([{ code: 'pdf-blank-pages' }]);
});

test('as JSON the draft is what import.json holds, and nothing else is printed', async () => {
  const { out: printed } = await imported(original, '--format', 'json');
  expect(printed).toBe(read('import.json'));
});

test('a contract that no import wrote is left alone', async () => {
  mkdirSync(out, { recursive: true });
  writeFileSync(file(), 'id: harbour\n');
  const { code, err } = await imported(original);
  expect(code).toBe(2);
  expect(err).toContain('import.json');
  expect(read()).toBe('id: harbour\n');
  expect(readdirSync(out)).toEqual(['contract.yaml']);
});

test('a folder whose name can be no id is refused before anything is read', async () => {
  out = join(folder, '港口');
  const { code, err } = await imported(original);
  expect(code).toBe(2);
  expect(err).toContain('港口');
  expect(existsSync(out)).toBe(false);
});

test('a number that no rule used is listed, also where another of its clause was read', async () => {
  const late = '迟付超过【60】日的，乙方可以解除合同。';
  expect(original).toContain(late);
  await imported(original);
  expect(read()).toContain('permille_per_day: 3');
  const list = read('review.md').split('## 没有用到的数字')[1] ?? '';
  expect(list).toMatch(/7\.2：迟付超过60日的，乙方可以解除合同/);
  // What was read of the clause is not.
  expect(list).not.toContain('收到账单起5个工作日');
});

test('where two places differ, the line says which part, and both values in the reader’s words', async () => {
  await imported(original);
  const line = read()
    .split('\n')
    .find((one) => one.includes('两处不一致'));
  expect(line).toMatch(/谁承担：此处是 双方，第 \d+ 页 3\.3 是 乙方/);
});

test('a comment stands behind its value or over it, never under it', async () => {
  await imported(original);
  const lines = read().split('\n');
  const depth = (line = '') => line.search(/\S/);
  for (const [i, line] of lines.entries()) {
    if (/^\s+# /.test(line)) expect(depth(lines[i + 1]), `${i + 1}: ${line}`).toBeGreaterThanOrEqual(depth(line));
  }
});

test('obligations stand in the order of the paper', async () => {
  await imported(original);
  const { obligations, clauses } = parse(read());
  const refs = clauses.map(({ ref }: { ref: string }) => ref);
  const places = obligations
    .filter(({ kind }: { kind: string }) => kind !== 'attestation')
    .map(({ clause }: { clause: string }) => refs.indexOf(clause));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('the list in the terminal is Chinese, keys and values too, and groups what it lists by risk', async () => {
  const { out: printed, err } = await imported(original);
  expect(printed.replace('（excluded）', '')).not.toMatch(/[a-z]{3}/);
  expect(printed.split('\n')[0]).toMatch(/^金额、费率、数量（\d+）$/);
  expect(printed).toContain('每条字数 70');
  expect(err).toMatch(/没有用到的数字 \d+ 处/);
  expect(err).toContain(`lvyue validate ${out}/contract.yaml`);
});

test('days of delivery that were not read are asked for', async () => {
  const mute = original.replace(/9\.2 通知在下表[\s\S]*?(?=9\.3 )/, '');
  expect(mute).not.toBe(original);
  await imported(mute);
  expect(read()).toMatch(/delivery: \[\] # 待填/);
  expect(read('review.md')).toContain('视为送达的日期');
});

test('a tick that a sentence speaks of chooses nothing', async () => {
  const ticked = original
    .replace('用下列第【2】种办法解决：', '选用打√的办法：')
    .replace('(1) 交望潮市仲裁委员会仲裁；', '□交望潮市仲裁委员会仲裁；')
    .replace('(2) 到甲方住所地有管辖权的人民法院起诉。', '√到甲方住所地有管辖权的人民法院起诉。');
  expect(ticked).toContain('打√');
  await imported(ticked);
  const { review } = JSON.parse(read('import.json'));
  expect(review.filter(({ kind }: { kind: string }) => kind === 'choice')).toEqual([]);
});

test('“相应的” and a definition bind nobody', async () => {
  await imported(original.replace('2.2 “下行短信”是', '2.2 “下行短信”是甲方应当管好的、'));
  const { obligations } = parse(read());
  const clauses = obligations
    .filter(({ kind }: { kind: string }) => kind === 'attestation')
    .map(({ clause }: { clause: string }) => clause);
  expect(clauses).not.toContain('1.3');
  expect(clauses).not.toContain('2.2');
  expect(clauses).toContain('4.3');
});
