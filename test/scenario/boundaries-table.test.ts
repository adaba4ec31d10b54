import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractFile, contractIds } from '../../src/contract/find.ts';
import { loadContract } from '../../src/contract/load.ts';
import { loadRules } from '../../src/rules/load.ts';
import { boundariesOf } from '../../src/scenario/boundaries/make.ts';
import { calendar } from '../support/records.ts';
import { run } from '../support/run.ts';
import { boundaryPage, type Shown } from './table.ts';

let temp = '';
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'lvyue-limits-'));
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

const rules = loadRules();
const shown: Shown[] = [];

test.each(contractIds())(
  '%s: every scenario at a limit comes out as the plain judges say',
  { timeout: 600_000 },
  async (id) => {
    const folder = join(temp, id);
    const file = join(folder, 'scenarios', 'boundaries.yaml');
    mkdirSync(join(folder, 'scenarios'), { recursive: true });
    cpSync(contractFile(id), join(folder, 'contract.yaml'));
    expect(await run('new', '--scenarios', folder, '--out', file)).toMatchObject({ code: 0, err: '' });
    const { scenarios } = JSON.parse((await run('test', file, '--format', 'json')).out);
    expect(scenarios.filter((one: { passed: boolean }) => !one.passed)).toEqual([]);
    const { contract } = loadContract(id);
    const made = boundariesOf(contract, rules, calendar, 'zh');
    expect(scenarios.map((one: { title: string }) => one.title)).toEqual(
      made.cases.map(({ scenario }) => scenario.title),
    );
    shown.push({ contract, ...made });
  },
);

test('docs/boundaries.md says what came out: else `npm run boundaries` writes it anew', async () => {
  expect(shown.map(({ contract }) => contract.id)).toEqual(contractIds());
  await expect(boundaryPage(shown, rules)).toMatchFileSnapshot(
    '../../docs/boundaries.md',
    'docs/boundaries.md is stale: run "npm run boundaries"',
  );
});
