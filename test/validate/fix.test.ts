import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  const { mtimeMs } = (await import('node:fs')).statSync('sound.yaml');
  await run('validate', 'sound.yaml', '--fix');
  expect((await import('node:fs')).statSync('sound.yaml').mtimeMs).toBe(mtimeMs);
});
