import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Statement } from '../../src/billing/statement.ts';
import { yuan } from '../../src/money.ts';
import { given } from '../rules/oracle/judge.ts';
import { runs, times } from '../rules/oracle/runs.ts';
import { billPut } from '../support/records.ts';
import { contractNamed } from './made/contract.ts';
import { type Month, months } from './made/months.ts';
import { plainStatement } from './oracle/statement.ts';

type Plain = ReturnType<typeof plainStatement>;

export const sorted = <T>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Amounts as one: none, or null where one is not known. */
function together(all: readonly (string | null)[]): string | null {
  if (all.length === 0) return 'none';
  if (all.includes(null)) return null;
  const fen = all.reduce((sum, one) => sum + BigInt((one ?? '').replace('.', '')), 0n);
  return yuan({ units: fen, scale: 2 });
}

/** What a statement says, without its words. */
export function figures(statement: Statement): Omit<Plain, 'lines'> & { lines: unknown[] } {
  const { cap, lateFee, range, adjustments, balance } = statement;
  return {
    lines: sorted(
      statement.lines.map(({ charge, month, from, to, quantity, unit, unitPrice, amount }) => {
        return { charge, month, from, to, quantity, unit, unitPrice, amount };
      }),
    ),
    total: statement.total,
    readings: sorted(statement.readings.map(({ charge, id, total }) => ({ charge, id, total }))),
    range: range && { ...range, spread: statement.spread ?? '' },
    credits: statement.credits.map(({ credit, verdict, due, amount }) => ({ credit, verdict, due, amount })),
    adjustment: together(adjustments.map(({ amount }) => amount)),
    payable: statement.payable,
    cap: cap && { ...cap, clause: undefined, unseen: undefined },
    prepaid: statement.prepaid.map(({ clause: _, explanation: __, ...one }) => one),
    freeMonths: statement.freeMonths.map(({ charge, event, month, state }) => ({ charge, event, month, state })),
    balance,
    lateFee: lateFee && {
      ...{ due: lateFee.due, days: lateFee.days, amount: lateFee.amount },
      readings: lateFee.readings.map(({ id, amount }) => ({ id, amount })),
    },
    reconciliations: sorted(
      statement.reconciliations.map(({ bill, period, claimed, computed, difference, percent, verdict, carried }) => {
        return { bill, period, claimed, computed, difference, percent, verdict, carried };
      }),
    ),
  } as Omit<Plain, 'lines'> & { lines: unknown[] };
}

/** The statement against a plain look at the same rows, field by field. */
async function compare({ loaded, tables, period, asOf }: Month): Promise<void> {
  const statement = await billPut(given(tables), { contract: loaded, period, asOf }, { causes: false });
  const { lines, readings, reconciliations, ...plain } = plainStatement(
    { contract: loaded.contract, tables, asOf },
    period,
  );
  const lists = { lines: sorted(lines), readings: sorted(readings), reconciliations: sorted(reconciliations) };
  expect(figures(statement)).toEqual({ ...plain, ...lists });
}

/** Whatever the records of a month, a plain loop over them comes to the same statement. */
export function property(title: string, id: string, first: string): void {
  const any = months(contractNamed(id), first).map((made) => ({ ...made, toString: () => written(made) }));
  const tries = { seed: 7, numRuns: Math.ceil(1.5 * runs) };
  test(title, () => fc.assert(fc.asyncProperty(any, compare), tries), 120_000 * Math.max(1, times));
}

const written = ({ loaded: { contract }, ...made }: Month): string => {
  const { id, charges, amendments, settlement, services } = contract;
  return JSON.stringify({
    id,
    ...made,
    charges,
    amendments,
    settlement,
    services: services.map((one) => 'segments' in one && one.segments),
  });
};
