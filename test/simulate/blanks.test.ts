import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { overlay } from '../../src/contract/overlay.ts';
import { simulate } from '../../src/simulate/simulate.ts';
import { parsePeriod } from '../../src/time/period.ts';
import { calendar } from '../support/records.ts';
import { found, inOrder } from './found.ts';

let temp = '';
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'lvyue-simulate-'));
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

const noonRest = { parameters: { rest: { from: '12:00', to: '14:00' } } };

/** What the contracts leave blank, as if the paper had said it. */
const filled = [
  ['pbc-dci-2024', ['2024-04', '2024-05'], { 'cap-notice': { parameters: { threshold: 300 } } }],
  ['jilin-medical-insurance-2025', ['2025-08'], { 'agreed-call-hours': noonRest, 'call-hours': noonRest }],
] as const;

test.each(
  filled.flatMap(([id, months, obligations]) => ['all', 'none'].map((how) => [id, how, months, obligations] as const)),
)(
  '%s with its blanks filled in, breaches %s: nothing is open',
  async (id, how, months, obligations) => {
    const loaded = loadContract(id);
    const contract = overlay(loaded.contract, { obligations });
    const out = join(temp, `${id}-${how}`);
    const truth = await simulate({
      ...{ contract, calendar, out, seed: 3, rows: 300, breaches: [how], format: 'csv', progress: () => {} },
      months: months.map(parsePeriod),
    });
    expect(truth.notSimulated).toEqual([]);
    const said = await found(out, truth, { ...loaded, contract });
    expect(said.all).toEqual(truth.findings);
    expect(Object.values(said.all).flatMap((of) => Object.values(of))).not.toContain('undetermined');
    expect(inOrder(said.breached)).toEqual(inOrder([...truth.planted, ...truth.besides]));
    const own = truth.planted.filter(({ obligation }) => obligation in obligations);
    expect(own.map(({ obligation }) => obligation)).toEqual(how === 'all' ? Object.keys(obligations) : []);
  },
  180_000,
);
