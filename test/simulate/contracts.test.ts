import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { Contract } from '../../src/contract/schema.generated.ts';
import type { Truth } from '../../src/simulate/simulate.ts';
import { run } from '../support/run.ts';
import { found, inOrder } from './found.ts';

/** What rests on a blank of the paper: a time for payment, hours of rest, the amount of the cap. Nothing else is open. */
const blank = ({ obligations }: Contract): string[] =>
  obligations
    .filter(({ parameters }) =>
      Object.values(parameters).some((one) => typeof one === 'object' && one && 'blank' in one),
    )
    .map(({ id }) => id);

/** Milliseconds, on a machine that has other work to do. */
const SLOW = 180_000;

let temp = '';
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'lvyue-simulate-'));
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** Simulates, and compares what check and bill find with the truth file; amounts that the simulation does not know are left out. */
async function agree(id: string, ...flags: string[]): Promise<Truth> {
  const loaded = loadContract(id);
  const dir = join(temp, `${id}${flags.join('')}`);
  const ran = await run('simulate', id, '--out', dir, '--rows', '600', ...flags);
  expect(ran.err).toBe('');
  const truth: Truth = JSON.parse(readFileSync(join(dir, 'truth.json'), 'utf8'));
  expect(truth.notSimulated).toEqual(blank(loaded.contract));
  const said = await found(dir, truth, loaded);
  for (const [month, verdicts] of Object.entries(said.all)) {
    expect(Object.keys(verdicts)).toEqual(loaded.contract.obligations.map((one) => one.id));
    const open = Object.keys(verdicts).filter((one) => verdicts[one] === 'undetermined');
    expect([month, open]).toEqual([month, blank(loaded.contract)]);
  }
  expect(said.findings).toEqual(truth.findings);
  expect(inOrder(said.breached)).toEqual(inOrder([...truth.planted, ...truth.besides]));
  for (const [label, total] of Object.entries(truth.statements)) {
    if (total !== null) expect(said.statements[label]).toBe(total);
  }
  return truth;
}

/** What no record can break: it is attested, or not. */
const attested = (id: string): string[] =>
  loadContract(id).contract.obligations.flatMap((one) =>
    ['attestation', 'retention'].includes(one.kind) ? [one.id] : [],
  );

describe.each(contractIds())('%s', (id) => {
  test(
    'all tables are there, what was planted is found, and nothing else is',
    async () => {
      const { planted, notPlanted, findings } = await agree(id, '--seed', '5', '--months', '3', '--breaches', 'all');
      expect(notPlanted).toEqual([]);
      const { obligations } = loadContract(id).contract;
      expect(planted.length).toBeGreaterThan(Math.min(10, obligations.length / 2));
      expect(Object.keys(findings)).toHaveLength(3);
      for (const { obligation } of planted) expect(attested(id)).not.toContain(obligation);
    },
    SLOW,
  );
  test(
    'without breaches nobody breaks anything, and people attest the rest',
    async () => {
      const { findings, planted, besides } = await agree(id, '--seed', '6', '--months', '2', '--breaches', 'none');
      for (const verdicts of Object.values(findings)) {
        expect(Object.values(verdicts)).not.toContain('breached');
        for (const one of attested(id)) expect([one, verdicts[one]]).toEqual([one, 'fulfilled']);
      }
      expect([...planted, ...besides]).toEqual([]);
    },
    SLOW,
  );
});
test('a notice that comes in time to end the term, and one that comes too late', async () => {
  const end = ['--from', '2025-05', '--months', '1'];
  const late = await agree('shawan-forestry-2023', ...end, '--breaches', 'renewal-objection');
  expect(late.findings['2025-05']).toMatchObject({ 'renewal-objection': 'breached' });
});
