import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPut, checkRows } from '../support/records.ts';
import { restricted } from './oracle/compare.ts';
import { given } from './oracle/judge.ts';
import { bills } from './oracle/made/bills.ts';
import { followed } from './oracle/made/followed.ts';

test('rows put straight into the store are judged like the same rows in files', async () => {
  const [contract] = restricted(['follow-up', 'settle-within', 'bill-within', 'payment-by-cycle-end']).filter(
    (one) => one.contract.id === 'shawan-forestry-2023',
  );
  if (!contract) throw new Error('no contract');
  for (const make of [followed, bills]) {
    const sets = fc.sample(make({ ...contract.contract, obligations: contract.contract.obligations.slice(-1) }), {
      seed: 7,
      numRuns: 4,
    });
    for (const { tables, period, asOf } of sets) {
      // A file of rows without any row is no file of this form.
      const rows = Object.fromEntries(Object.entries(given(tables)).filter(([, list]) => list.length > 0));
      const asked = { contract, period, asOf };
      expect((await checkPut(rows, asked)).findings).toEqual((await checkRows(rows, asked)).findings);
    }
  }
});
