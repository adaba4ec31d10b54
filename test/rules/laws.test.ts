import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import type { Contract } from '../../src/contract/schema.generated.ts';
import type { Verdict } from '../../src/locale/verdicts.ts';
import { deadline } from '../../src/time/clock.ts';
import { addSeconds } from '../../src/time/instant.ts';
import { calendar, checkRows } from '../support/records.ts';

const asked = { period: '2024-05', asOf: '2024-05-20 12:00:00' };
const runs = { numRuns: 25, seed: 7 };

/** From best to worst for the bearer, of those that a deadline can have. */
const badness: Verdict[] = ['not-triggered', 'fulfilled', 'pending', 'at-risk', 'undetermined', 'breached'];

const base = loadContract('test/golden/base');
type Limit = { hours: number } | { days: number } | { workdays: number };

/** The example contract with another time limit. */
function withLimit(limit: Limit) {
  const contract: Contract = structuredClone(base.contract);
  const [obligation] = contract.obligations;
  if (obligation) Object.assign(obligation.parameters, { limit });
  return { ...base, contract };
}

const instant = (from: string, seconds: number) => addSeconds(from, seconds);
const complaints = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 30 * 86_400 }),
    answered: fc.option(fc.integer({ min: 0, max: 5 * 86_400 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 12 },
);
const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 1, max: 96 }).map((hours) => ({ hours })),
  fc.integer({ min: 1, max: 6 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 6 }).map((workdays) => ({ workdays })),
);

const rowsOf = (cases: readonly { after: number; answered: number | undefined }[]) =>
  cases.map(({ after, answered }, i) => {
    const received_at = instant('2024-05-01 00:00:00', after);
    const replied_at = answered === undefined ? null : instant(received_at, answered);
    return { id: `c${i}`, received_at, category: 'other', replied_at };
  });

test('findings agree with a plain loop over the complaints, whatever the clock', async () => {
  await fc.assert(
    fc.asyncProperty(complaints, limits, async (cases, limit) => {
      const rows = rowsOf(cases);
      const result = await checkRows({ complaints: rows }, { ...asked, contract: withLimit(limit) });
      const known = rows.filter((row) => row.received_at <= asked.asOf);
      const late = known.filter(({ received_at, replied_at }) => {
        const due = deadline(received_at, limit, calendar) ?? '';
        return replied_at !== null && replied_at <= asked.asOf ? replied_at > due : asked.asOf > due;
      });
      const open = known.some(({ replied_at }) => replied_at === null || replied_at > asked.asOf);
      const [finding] = result.findings;
      const ids = finding?.verdict === 'breached' ? finding.evidence.map((row) => row.id).toSorted() : [];
      expect(ids).toEqual(late.map((row) => row.id).toSorted());
      const verdict = finding?.verdict === 'at-risk' ? 'pending' : finding?.verdict;
      const plain =
        known.length === 0 ? 'not-triggered' : late.length > 0 ? 'breached' : open ? 'pending' : 'fulfilled';
      expect(verdict).toBe(plain);
    }),
    { ...runs, numRuns: 60 },
  );
});

test('one more late case never makes the verdict better', async () => {
  await fc.assert(
    fc.asyncProperty(complaints, async (cases) => {
      const rows = rowsOf(cases);
      const late = {
        id: 'late',
        received_at: '2024-05-02 00:00:00',
        category: 'other',
        replied_at: '2024-05-09 00:00:00',
      };
      const before = await checkRows({ complaints: rows }, asked);
      const after = await checkRows({ complaints: [...rows, late] }, asked);
      const [a, b] = [before, after].map((result) => badness.indexOf(result.findings[0]?.verdict ?? 'waived'));
      expect(b).toBeGreaterThanOrEqual(a ?? 0);
      expect(after.findings[0]?.verdict).toBe('breached');
    }),
    runs,
  );
});

test('a longer limit never makes more cases late', async () => {
  await fc.assert(
    fc.asyncProperty(complaints, limits, fc.integer({ min: 1, max: 5 }), async (cases, limit, more) => {
      const [[unit, n]] = Object.entries(limit) as [[string, number]];
      const rows = { complaints: rowsOf(cases) };
      const tight = await checkRows(rows, { ...asked, contract: withLimit(limit) });
      const wide = await checkRows(rows, { ...asked, contract: withLimit({ [unit]: n + more } as Limit) });
      expect(Number(wide.findings[0]?.facts.late)).toBeLessThanOrEqual(Number(tight.findings[0]?.facts.late));
    }),
    runs,
  );
});
