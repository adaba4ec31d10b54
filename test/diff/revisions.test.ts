import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../support/run.ts';

const home = process.cwd();
const base = resolve('test/golden/base/contract.yaml');
const env = {
  ...process.env,
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com' },
  ...{ GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com' },
};
const git = (...args: string[]) => spawnSync('git', args, { env });
const path = 'contracts/base/contract.yaml';
let folder = '';

/** Committed as it is; staged with 36 hours; 48 in the working tree. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-revision-'));
  process.chdir(folder);
  mkdirSync('contracts/base', { recursive: true });
  cpSync(base, path);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function repository() {
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('hours: 24', 'hours: 36'));
  git('add', '-A');
  writeFileSync(path, text.replace('hours: 24', 'hours: 48'));
}

test('a revision of git is compared with the working tree, by path, folder or id, and with what is staged', async () => {
  repository();
  for (const name of [path, 'contracts/base', 'base', `./${path}`]) {
    const { code, out } = await run('diff', `main:${name}`, 'base');
    expect([code, out]).toEqual([1, expect.stringContaining('24 小时 → 48 小时')]);
  }
  expect((await run('diff', `:${path}`, path)).out).toContain('36 小时 → 48 小时');
  expect((await run('diff', `HEAD:${path}`, `main:${path}`)).code).toBe(0);
});

test('what git does not give is said, with what to do', async () => {
  const outside = await run('diff', `main:${path}`, path);
  expect([outside.code, outside.err]).toEqual([2, expect.stringContaining('不在 git 仓库内')]);
  repository();
  const cases: [string, string][] = [
    [`nowhere:${path}`, '没有“nowhere”这个版本'],
    [`--all:${path}`, '没有“--all”这个版本'],
    ['main:contracts/other/contract.yaml', '没有 contracts/other/contract.yaml 这份合同'],
  ];
  for (const [name, message] of cases) {
    const { code, err } = await run('diff', '--', name, path);
    expect([code, err], name).toEqual([2, expect.stringContaining(message)]);
  }
  const before = process.env.PATH;
  process.env.PATH = folder;
  const without = await run('diff', `main:${path}`, path, '--lang', 'en');
  process.env.PATH = before;
  expect([without.code, without.err]).toEqual([2, expect.stringContaining('there is no git program')]);
});

test('a contract of a revision that is not valid is told with its line there', async () => {
  writeFileSync(path, readFileSync(path, 'utf8').replace('price: 0.1', 'price: 1毛'));
  repository();
  const { code, err } = await run('diff', `main:${path}`, path);
  expect([code, err]).toEqual([2, expect.stringContaining(`main:${path}:28:12`)]);
});

test('the result goes into a file with --out, and one contract alone is no comparison', async () => {
  expect(await run('diff', 'base', 'base', '--out', 'changes.txt')).toEqual({ code: 0, out: '', err: '' });
  expect(readFileSync('changes.txt', 'utf8')).toContain('没有改动');
  expect((await run('diff', 'base')).code).toBe(2);
});
