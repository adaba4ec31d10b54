import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskedSql, maskNumber } from '../../src/records/mask.ts';
import { withRecords } from '../support/records.ts';

test('numbers are masked alike in the store and outside', async () => {
  const numbers = fc.array(
    fc.string({ unit: fc.constantFrom('0', '1', '8', '+', '长', '𠮷', '\n', '\u0301'), maxLength: 14 }),
    {
      minLength: 1,
    },
  );
  await withRecords({}, ({ store }) =>
    fc.assert(
      fc.asyncProperty(numbers, async (all) => {
        const rows = await store.query(`select ${maskedSql('n')} as masked from (select unnest($all) as n)`, { all });
        expect(rows.map(({ masked }) => masked)).toEqual(all.map(maskNumber));
      }),
      { numRuns: 50, seed: 3 },
    ),
  );
});
