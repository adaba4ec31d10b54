import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { Truth } from '../../src/simulate/simulate.ts';
import { run } from '../support/run.ts';
import { found, inOrder } from './found.ts';

let temp = '';
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'lvyue-simulate-'));
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** Simulates, and compares what check and bill find with the truth file; amounts that the simulation does not know are left out. */
async function agree(id: string, ...flags: string[]): Promise<Truth> {
  const dir = join(temp, `${id}${flags.join('')}`);
  const ran = await run('simulate', id, '--out', dir, '--rows', '600', ...flags);
  expect(ran.err).toBe('');
  const truth: Truth = JSON.parse(readFileSync(join(dir, 'truth.json'), 'utf8'));
  const said = await found(dir, truth, loadContract(id));
  expect(said.findings).toEqual(truth.findings);
  expect(inOrder(said.planted)).toEqual(inOrder([...truth.planted, ...truth.besides]));
  for (const [label, total] of Object.entries(truth.statements)) {
    if (total !== null) expect(said.statements[label]).toBe(total);
  }
  return truth;
}

describe.each(contractIds())('%s', (id) => {
  test('what was planted is found, and nothing else is', async () => {
    const flags = ['--seed', '5', '--months', '4', '--breaches', 'all'];
    const { planted, findings } = await agree(id, ...flags);
    expect(planted.length).toBeGreaterThan(0);
    expect(Object.keys(findings)).toHaveLength(4);
  });
  test('without breaches nobody breaks anything', async () => {
    const { findings } = await agree(id, '--seed', '6', '--months', '4', '--breaches', 'none');
    expect(Object.values(findings).flatMap((of) => Object.values(of))).not.toContain('breached');
  });
});

test('a notice that comes in time to end the term, and one that comes too late', async () => {
  const end = ['--from', '2025-05', '--months', '1'];
  const late = await agree('shawan-forestry-2023', ...end, '--breaches', 'renewal-objection');
  expect(late.findings['2025-05']).toMatchObject({ 'renewal-objection': 'breached' });
});
