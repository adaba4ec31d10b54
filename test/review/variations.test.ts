import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { Contract } from '../../src/contract/schema.generated.ts';
import { validateData } from '../../src/contract/validate.ts';
import { loadReviewRules } from '../../src/review/load.ts';
import { find } from '../../src/review/path.ts';
import { review } from '../../src/review/review.ts';

const rules = loadReviewRules();
const [id = ''] = contractIds().slice(-1);
const loaded = loadContract(id);
const others = ['a', 'b', 'c'].map((id) => ({ ...loaded.contract, id }));

/** Values that a contract may hold in odd places: at the edge of the calendar, of amounts and of texts. */
const odd = fc.constantFrom<unknown>(
  undefined,
  '0001-01-01',
  '9999-12-31',
  0,
  1,
  '0',
  '0.000001',
  '999999999999999',
  'X',
  true,
  [],
  {},
  { blank: true, clause: '5.3' },
);

test('whatever valid contract it is given, a review ends without an error and names a place', async () => {
  const places = find(loaded.contract, '/**')
    .map(({ pointer }) => pointer)
    .slice(1);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...places), odd), { minLength: 1, maxLength: 3 }),
      async (changes) => {
        const contract = changes.reduce((now, [pointer, value]) => put(now, pointer, value), loaded.contract);
        fc.pre(validateData(contract, loaded.source).length === 0);
        const problems = await review({ contract, source: loaded.source }, others, '2026-11-01', rules);
        expect(problems.every(({ code, line }) => code === 'review' && (line ?? 0) > 0)).toBe(true);
      },
    ),
    { numRuns: 20, maxSkipsPerRun: 1000 },
  );
});

/** The contract with another value at a pointer, or none. */
function put(contract: Contract, pointer: string, value: unknown): Contract {
  const copy = structuredClone(contract);
  const steps = pointer.split('/');
  const [parent] = find(copy, steps.slice(0, -1).join('/'));
  if (typeof parent?.value === 'object' && parent.value !== null) {
    (parent.value as Record<string, unknown>)[steps.at(-1) ?? ''] = value;
  }
  return JSON.parse(JSON.stringify(copy));
}
