import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/run.ts';

const base = join(import.meta.dirname, '..', 'golden', 'base', 'contract.yaml');
let temp = '';
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'lvyue-review-'));
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** A folder of contracts, each the base with some of its text replaced. */
function folder(name: string, contracts: Record<string, readonly [string, string][]>): string {
  for (const [id, changes] of Object.entries(contracts)) {
    mkdirSync(join(temp, name, id), { recursive: true });
    const text = changes.reduce((now, [from, to]) => now.replace(from, to), readFileSync(base, 'utf8'));
    writeFileSync(join(temp, name, id, 'contract.yaml'), text.replace('id: base', `id: ${id}`));
  }
  return join(temp, name);
}
const asOf = ['--as-of', '2024-06-30'];

test('a contract with nothing but hints is shown and exits with 0', async () => {
  const portfolio = folder('alone', { one: [] });
  const { code, out, err } = await run('review', portfolio, ...asOf, '--portfolio', portfolio);
  expect(code).toBe(0);
  expect(out).toContain('[rounding-unstated]');
  expect(out).not.toMatch(/错误|警告/);
  expect(err).toContain('不足三份');
});

test('a warning exits with 1', async () => {
  const portfolio = folder('expired', { one: [] });
  expect((await run('review', portfolio, '--as-of', '2025-06-30', '--portfolio', portfolio)).code).toBe(1);
});

test('what is not valid shows its mistakes, and the others are reviewed all the same', async () => {
  const portfolio = folder('mixed', { bad: [['fee: 100', 'fees: 100']], good: [] });
  const { code, out } = await run('review', portfolio, ...asOf, '--portfolio', portfolio, '--format', 'json');
  expect(code).toBe(1);
  const { problems } = JSON.parse(out) as { problems: { code: string; file: string }[] };
  const of = (id: string) => problems.filter(({ file }) => file.includes(`/${id}/`)).map((one) => one.code);
  expect(of('bad')).toEqual(['schema-unknown-key']);
  expect(of('good')).toContain('rounding-unstated');
});

test('a price is compared with three others, and not with a copy of the contract itself', async () => {
  const dear = [['fee: 100', 'fee: 300']] as const satisfies [string, string][];
  const portfolio = folder('prices', { a: [], b: [], c: [], dear: [...dear] });
  cpSync(join(portfolio, 'dear'), join(temp, 'draft'), { recursive: true });
  const { code, out, err } = await run(
    'review',
    join(temp, 'draft'),
    ...asOf,
    '--portfolio',
    portfolio,
    '--lang',
    'en',
  );
  expect({ code, err }).toMatchObject({ code: 1, err: expect.not.stringContaining('fewer than three') });
  expect(out).toContain(
    'warning [price-high] 5.1: "Package" comes to 0.3 yuan a unit; the median of the others is 0.1.',
  );
});

test('a portfolio folder without contracts is refused', async () => {
  mkdirSync(join(temp, 'empty'));
  expect(await run('review', base, '--portfolio', join(temp, 'empty'))).toMatchObject({ code: 2, out: '' });
});

test('a contract of the portfolio that cannot be compared with is named once, with how to see why', async () => {
  const portfolio = folder('broken', { bad: [['fee: 100', 'fees: 100']], good: [], other: [] });
  writeFileSync(join(portfolio, 'other', 'contract.yaml'), 'id: [');
  const drafts = folder('drafts', { draft: [], second: [] });
  const told = async (...lang: string[]) =>
    (await run('review', drafts, ...asOf, '--portfolio', portfolio, ...lang)).err
      .split('\n')
      .filter((line) => line.includes('lvyue validate'));
  expect(await told()).toEqual(
    ['bad', 'other'].map(
      (id) => `${id}：读不出或有错误，没有用来比较。原因可用 lvyue validate ${join(portfolio, id)} 查看。`,
    ),
  );
  expect(await told('--lang', 'en')).toEqual(
    ['bad', 'other'].map(
      (id) => `${id}: unreadable or not valid, not compared with. To see why: lvyue validate ${join(portfolio, id)}`,
    ),
  );
});
