import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import type { BreachGrades } from '../../src/contract/schema.generated.ts';
import { RuleDefect } from '../../src/rules/decide.ts';
import { checkRows } from '../support/records.ts';

/** The contract with a table of breaches, its obligation alone and changed. */
function withTable(change: (rows: BreachGrades['rows'], obligation: { remedies?: { if?: string }[] }) => void) {
  const loaded = loadContract('contracts/henan-psb-2023');
  const contract = structuredClone(loaded.contract);
  contract.obligations = contract.obligations.filter(({ kind }) => kind === 'breach-grades');
  const [obligation] = contract.obligations;
  if (!obligation) throw new Error('no table of breaches');
  change((obligation.parameters as BreachGrades).rows, obligation as never);
  return { ...loaded, contract };
}

const incident = (n: number) => ({
  ...{ id: `e${n}`, type: 'violation-known', occurred_at: '2024-05-10 09:00:00', party: 'customer', ref: '7.3#3' },
});
const asked = { period: '2024-05', asOf: '2024-06-30 23:59:59' };

test.each([
  [2, 0],
  [3, 1],
])('where the contract says three times, %i general breaches raise %i row to serious', async (times, serious) => {
  const contract = withTable((rows) => {
    for (const row of rows) if (row.raised_from === 'general') row.times = 3;
  });
  const events = Array.from({ length: times }, (_, i) => incident(i));
  const complaint = { id: 'c', received_at: '2024-01-10 09:00:00', category: 'other' };
  const { findings } = await checkRows({ events, complaints: [complaint] }, { ...asked, contract });
  expect(findings[0]).toMatchObject({ verdict: 'breached', facts: { general: 1, serious, major: 0, found: times } });
});

test('a remedy that hangs on a fact that there is not is a defect, not a remedy left out', async () => {
  const contract = withTable((_rows, { remedies = [] }) => {
    for (const remedy of remedies) remedy.if = 'seriuos';
  });
  const complaint = { id: 'c', received_at: '2024-05-10 09:00:00', category: 'other' };
  await expect(checkRows({ complaints: [complaint] }, { ...asked, contract })).rejects.toThrow(RuleDefect);
});
