import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../support/run.ts';

const home = process.cwd();
const recipes = resolve('docs/ci');
const base = readFileSync('test/golden/base/contract.yaml', 'utf8');
const scenarios = `scenarios:
  - title: 限内答复
    period: 2024-05
    as_of: 2024-06-30
    records: { complaints: [{ id: c1, received_at: 2024-05-10 09:00:00, category: other, replied_at: 2024-05-10 10:00:00 }] }
    expect: { findings: { complaints: fulfilled } }
`;
let folder = '';

beforeAll(() => {
  execFileSync(process.execPath, ['.ci/build.mjs'], { stdio: 'ignore' });
});

/** A repository of one contract whose name has a space and Chinese in it, with the program installed. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-ci-'));
  mkdirSync(join(folder, 'contracts/某 合同/scenarios'), { recursive: true });
  writeFileSync(join(folder, 'contracts/某 合同/contract.yaml'), base);
  bin('.bin', { lvyue: `exec '${process.execPath}' '${join(home, 'dist/cli.js')}' "$@"` });
  cpSync(recipes, join(folder, 'docs/ci'), { recursive: true });
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  process.chdir(folder);
  git('init', '-q', '-b', 'main');
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

const env = {
  ...process.env,
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  ...{
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  },
};

function git(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('git', args, { env, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

function commit(message: string) {
  git('add', '-A');
  return git('commit', '-q', '-m', message);
}

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const contract = 'contracts/某 合同/contract.yaml';
const broken = base.replace('price: 0.1', 'price: 1毛');

/** Commands in a folder of node_modules. Returns a path on which they come first. */
function bin(name: string, commands: Record<string, string>): string {
  const at = join(folder, 'node_modules', name);
  mkdirSync(at, { recursive: true });
  for (const [command, text] of Object.entries(commands)) {
    writeFileSync(join(at, command), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  }
  return `${at}:${process.env.PATH}`;
}

interface Step {
  run?: string;
  uses?: string;
  if?: string;
}

const workflow = parse(readFileSync(join(recipes, 'github-actions.yml'), 'utf8'));
const steps: Step[] = workflow.jobs.contracts.steps;
const pipeline = parse(readFileSync(join(recipes, 'gitlab-ci.yml'), 'utf8'));
const script: string[] = pipeline.contracts.script;

/** The command lines of lvyue in recipes, each once, up to what the shell does with them. */
function commandsIn(lines: readonly string[]): string[][] {
  const found = lines.flatMap((text) =>
    [...text.matchAll(/npx --no lvyue ([^|&\n]+)/g)].map(([, args = '']) => args.trim()),
  );
  return [...new Set(found)].map((args) => args.split(/\s+/));
}

test('the recipes are YAML, read the contracts of a merge request and ask for no more than they need', () => {
  expect(workflow.on.pull_request.paths).toEqual(['contracts/**']);
  expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write', 'security-events': 'write' });
  expect(pipeline.contracts.rules[0].changes).toEqual(['contracts/**/*']);
  for (const { uses } of steps.filter((step) => step.uses)) expect(uses).toMatch(/^[\w-]+\/[\w/-]+@v\d+$/);
  // What others wrote reaches a shell through the environment only.
  for (const { run } of steps.filter((step) => step.run)) expect(run).not.toContain('${{');
});

test.each(commandsIn([...steps.map((step) => step.run ?? ''), ...script]))(
  'a command of the recipes runs: %s',
  async (...args) => {
    write('contracts/某 合同/scenarios/some.yaml', scenarios);
    const { code, err } = await run(...args);
    expect(code, err).toBeLessThan(2);
  },
);

test.each([['validate'], ['test'], ['review']])('no contract at all is no pass: %s', async (name) => {
  rmSync(join(folder, 'contracts'), { recursive: true });
  expect((await run(name)).code).toBe(2);
  mkdirSync(join(folder, 'contracts'));
  expect((await run(name)).code).toBe(2);
  expect((await run(name, 'contracts/*/contract.yaml')).code).toBe(2);
});

test('the comment tells what each changed contract says differently, also where it was renamed', () => {
  commit('first');
  const start = git('rev-parse', 'HEAD').text.trim();
  git('mv', 'contracts/某 合同', 'contracts/new');
  write('contracts/new/contract.yaml', base.replace('hours: 24', 'hours: 48'));
  mkdirSync(join(folder, 'contracts/other'));
  write('contracts/other/contract.yaml', base.replace('id: base', 'id: other').replaceAll('1', '2'));
  commit('second');
  // Without the time that npx takes.
  const path = bin('stubs', { npx: 'shift 2\nexec node_modules/.bin/lvyue "$@"' });
  const changes = () =>
    spawnSync('bash', ['docs/ci/changes.sh', start], { env: { ...env, PATH: path }, encoding: 'utf8' });
  const { status, stdout } = changes();
  expect(status).toBe(0);
  expect(stdout).toContain('| 24 小时 → **48 小时** | 放宽 | 甲方 |');
  expect(stdout).toContain('新合同 / New contract: `contracts/other/contract.yaml`');
  write('contracts/new/contract.yaml', broken);
  commit('third');
  const last = changes();
  expect([last.status, last.stdout]).toEqual([2, expect.stringContaining('cannot be compared')]);
});

test.each([
  [{ validate: 0, review: 0, test: 0 }, 0],
  [{ validate: 0, review: 1, test: 0 }, 1],
  [{ validate: 2, review: 1, test: 0 }, 2],
])('the GitLab job runs every check and ends with the worst exit code: %o', (codes, worst) => {
  commit('first');
  const cases = Object.entries(codes).map(([name, code]) => `${name}) exit ${code} ;;`);
  const path = bin('stubs', { npm: '', npx: `echo "$3" >> ran\ncase "$3" in ${cases.join(' ')} esac` });
  const job = spawnSync('bash', ['-eo', 'pipefail', '-c', script.join('\n')], {
    env: { ...env, PATH: path, CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD' },
    encoding: 'utf8',
  });
  expect([job.status, readFileSync('ran', 'utf8')]).toEqual([worst, 'validate\nreview\ntest\n']);
});

test('the hook lets a sound contract in, keeps a broken one out, and looks at what is staged', () => {
  commit('before the hook');
  cpSync(join(recipes, 'pre-commit'), join(folder, '.git/hooks/pre-commit'));
  // Staged broken, mended in the working tree only; then the other way round.
  write(contract, broken);
  git('add', '-A');
  write(contract, base);
  const refused = git('commit', '-q', '-m', 'staged broken');
  expect([refused.status, refused.text]).toEqual([1, expect.stringContaining('某 合同/contract.yaml:28')]);
  write(contract, base.replace('hours: 24', 'hours: 48'));
  git('add', '-A');
  write(contract, broken);
  expect(git('commit', '-q', '-m', 'staged sound').status).toBe(0);

  git('checkout', '-q', '--', '.');
  git('mv', 'contracts/某 合同', 'contracts/改名');
  expect(commit('renamed').status).toBe(0);
  git('rm', '-rq', 'contracts/改名');
  expect(commit('deleted').status).toBe(0);
  write('note.txt', 'no contract');
  expect(commit('nothing to check').status).toBe(0);
});

test('without the program the hook says so and lets nothing in', () => {
  cpSync(join(recipes, 'pre-commit'), join(folder, '.git/hooks/pre-commit'));
  rmSync(join(folder, 'node_modules'), { recursive: true });
  expect(commit('first').text).toContain('lvyue not found');
});
