import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/run.ts';

const corpus = join(import.meta.dirname, '../golden/validate/bad');
const home = process.cwd();
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-fix-'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test('--fix mends slips of typing, and nothing whose meaning is open', async () => {
  const told: string[] = [];
  for (const name of readdirSync(corpus).filter((one) => one.endsWith('.yaml'))) {
    copyFileSync(join(corpus, name), name);
    const before = readFileSync(name);
    const { code } = await run('validate', name, '--fix', '--as-of', '2024-06-30');
    const after = readFileSync(name);
    if (after.equals(before)) continue;
    const [old, now] = [before, after].map((bytes) => bytes.toString('utf8').split('\n'));
    told.push(`${name}: exit ${code}`);
    old?.forEach((line, i) => {
      if (line !== now?.[i]) told.push(`- ${line}`, `+ ${now?.[i]}`);
    });
    expect(now).toHaveLength(old?.length ?? 0);
  }
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(join(corpus, '../fixed.txt'));
});

test('--fix leaves comments, order, blank lines and line ends alone', async () => {
  const text = readFileSync(join(corpus, '../good/contract.yaml'), 'utf8')
    .replace('number: LY-2024-001', '# 编号，见首页\r\nnumber： LY-2024-001   # 待核对\r\n\r\n')
    .replace('price: 0.1', 'price: ０.１ # 含税');
  writeFileSync('contract.yaml', text);
  const { code, err } = await run('validate', 'contract.yaml', '--fix');
  expect(err).toContain('已改正 2 处');
  expect(code).toBe(0);
  expect(readFileSync('contract.yaml', 'utf8')).toBe(text.replace('number：', 'number:').replace('０.１', '0.1'));
});

test('a file in which there is nothing to mend is not written', async () => {
  copyFileSync(join(corpus, '../good/contract.yaml'), 'sound.yaml');
  const { mtimeMs } = statSync('sound.yaml');
  await run('validate', 'sound.yaml', '--fix');
  expect(statSync('sound.yaml').mtimeMs).toBe(mtimeMs);
});

test.each([
  [
    'a tab that is text in a block',
    'title: { zh: 短信, en: Messages }',
    'title:\n      zh: |\n        短\n        \t信\n      en: Messages',
    true,
  ],
  ['curly quotes that are text', 'title: { zh: 短信, en: Messages }', 'title: { zh: “短信”业务，含, en: a: b }', false],
  [
    'a text over two lines with a wide colon',
    'carrier: { name: 某通信公司 }',
    'carrier:\n    name: 某通信公司\n      No：5号楼',
    false,
  ],
])('--fix changes no text: %s', async (_what, from, to, mends) => {
  const good = readFileSync(join(corpus, '../good/contract.yaml'), 'utf8');
  expect(good).toContain(from);
  const text = good.replace(from, to);
  writeFileSync('text.yaml', mends ? text.replace('    per: month', '\tper: month') : text);
  await run('validate', 'text.yaml', '--fix');
  expect(readFileSync('text.yaml', 'utf8')).toBe(text);
});

test('a file that is indented by tabs alone keeps its levels', async () => {
  const good = readFileSync(join(corpus, '../good/contract.yaml'), 'utf8');
  writeFileSync(
    'tabs.yaml',
    good.replace(/^(?: {2})+/gm, (space) => '\t'.repeat(space.length / 2)),
  );
  const { code } = await run('validate', 'tabs.yaml', '--fix');
  expect(code).toBe(0);
  expect(readFileSync('tabs.yaml', 'utf8')).toBe(good);
});

test('--fix writes through a link, keeps the mode, and leaves alone what may not be written', async () => {
  copyFileSync(join(corpus, 'full-width-colon.yaml'), 'target.yaml');
  chmodSync('target.yaml', 0o755);
  symlinkSync('target.yaml', 'link.yaml');
  expect((await run('validate', 'link.yaml', '--fix')).code).toBe(0);
  expect(lstatSync('link.yaml').isSymbolicLink()).toBe(true);
  expect(statSync('target.yaml').mode & 0o777).toBe(0o755);
  copyFileSync(join(corpus, 'full-width-colon.yaml'), 'locked.yaml');
  chmodSync('locked.yaml', 0o444);
  const { code, err } = await run('validate', 'locked.yaml', '--fix');
  expect([code, err]).toEqual([2, expect.stringContaining('file-unwritable')]);
  expect(readFileSync('locked.yaml')).toEqual(readFileSync(join(corpus, 'full-width-colon.yaml')));
});
