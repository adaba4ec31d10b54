import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../../src/commands/main.ts';
import { run } from '../support/run.ts';

const good = readFileSync(join(import.meta.dirname, '../golden/validate/good/contract.yaml'), 'utf8');
const bad = good.replace('price: 0.1', 'price: 一角');
const home = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-output-'));
  process.chdir(folder);
  mkdirSync('contracts/图书馆 1', { recursive: true });
  writeFileSync('contracts/图书馆 1/contract.yaml', bad);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test('one run writes every format that is asked for, each to its own file', async () => {
  const all = ['sarif=a.sarif', 'junit=out/b.xml', 'json=c.json', 'github=d.txt'];
  const { code, out, err } = await run('validate', ...all.flatMap((one) => ['--output', one]));
  expect(code).toBe(1);
  expect(out).toContain('contract.yaml:28:12');
  expect(err).toContain('1 个错误');
  const [result] = JSON.parse(readFileSync('a.sarif', 'utf8')).runs[0].results;
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  expect(artifactLocation.uri).toBe('contracts/%E5%9B%BE%E4%B9%A6%E9%A6%86%201/contract.yaml');
  expect(region).toEqual({ startLine: 28, startColumn: 12 });
  expect(readFileSync('out/b.xml', 'utf8')).toContain('failures="1"');
  expect(JSON.parse(readFileSync('c.json', 'utf8')).summary).toEqual({
    errors: 1,
    warnings: 1,
    hints: 0,
    suppressed: 0,
  });
  expect(readFileSync('d.txt', 'utf8')).toMatch(/^::error file=contracts\/图书馆 1\/contract.yaml,line=28,col=12/);
});

test.each(['sarif', 'sarif=', 'xml=a.xml', '=a'])('an --output that is none is refused: %s', async (value) => {
  const { code, err } = await run('validate', '--output', value);
  expect(code).toBe(2);
  expect(err).toContain('flag-invalid');
});

test.each(['json=contracts/图书馆 1/contract.yaml', 'json=link.yaml'])(
  'a contract is not written over by what is said of it: %s',
  async (value) => {
    symlinkSync('contracts/图书馆 1/contract.yaml', 'link.yaml');
    const { code, err } = await run('validate', '--output', value);
    expect([code, err]).toEqual([2, expect.stringContaining('output-taken')]);
    expect(readFileSync('contracts/图书馆 1/contract.yaml', 'utf8')).toBe(bad);
  },
);

test('a file that links lead to in several ways is checked once', async () => {
  symlinkSync('..', 'contracts/图书馆 1/up');
  expect((await run('validate')).err).toContain('检查了 1 个文件');
});

test('contracts that is a file is told, whatever the command', async () => {
  rmSync('contracts', { recursive: true });
  writeFileSync('contracts', 'x');
  for (const args of [['validate'], ['review'], ['validate', 'some'], ['test']]) {
    const { code, err } = await run(...args);
    expect([code, err]).toEqual([2, expect.stringMatching(/no-contracts|contract-not-found/)]);
  }
});

test('two formats in one file are refused before anything is written', async () => {
  const { code } = await run('validate', '--output', 'sarif=a', '--output', 'junit=./a');
  expect(code).toBe(2);
  expect(() => readFileSync('a')).toThrow();
});

test('no contract at all is an error, not a pass', async () => {
  rmSync('contracts', { recursive: true });
  mkdirSync('empty');
  for (const args of [
    ['validate', 'empty'],
    ['validate', 'contracts/*.yaml'],
  ]) {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(/no-contracts|file-unreadable/);
  }
});

test('a file that cannot be read hides nothing of the others', async () => {
  mkdirSync('contracts/gbk');
  writeFileSync('contracts/gbk/contract.yaml', Buffer.from([0xd6, 0xd0]));
  const { code, out } = await run('validate');
  expect(code).toBe(2);
  expect(out).toContain('yaml-encoding');
  expect(out).toContain('schema-value');
});

test('--watch checks again when the file is mended', async () => {
  const stop = new AbortController();
  let err = '';
  const hear = (text: string) => {
    err += text;
  };
  const io = { out: () => {}, err: hear, terminal: false, signal: stop.signal };
  const watching = main(['validate', 'contracts', '--watch'], io);
  const until = async (text: string) => {
    while (!err.includes(text)) await new Promise((next) => setTimeout(next, 20));
  };
  await until('正在等待');
  writeFileSync('contracts/图书馆 1/contract.yaml', good);
  await until('0 个错误');
  stop.abort();
  expect(await watching).toBe(0);
});
