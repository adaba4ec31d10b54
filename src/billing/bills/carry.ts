import type { Contract } from '../../contract/schema.generated.ts';
import { versionsWithin } from '../../contract/versions.ts';
import { add, type Decimal, negate, yuan, zero } from '../../money.ts';
import { addDays } from '../../time/day.ts';
import type { Days } from '../rating/stretches.ts';
import type { Adjustment } from '../statement.ts';
import type { Bill } from './bills.ts';
import type { Compared } from './reconcile.ts';

/** A difference that a bill books to a later period. */
export interface Carried {
  bill: Bill;
  clause: string;
  exact: Decimal | undefined;
}

/** What earlier bills book to this period: that of the period before it, and those that it left open. */
export function carriedInto({ from }: Days, before: readonly Compared[], contract: Contract): Carried[] {
  const last = before.findLast(({ bill }) => bill.period.to === addDays(from, -1));
  if (!last) return [];
  const { bill, difference, result } = last;
  // What nobody can tell is to be settled in the next period; it does not stay open for all that follow.
  const open = last.open.filter(({ exact }) => exact);
  const clause = settlementOn(contract, bill.period).adjustment?.clause;
  if (clause === undefined || (result.verdict !== 'beyond-tolerance' && difference)) return open;
  return [...open, { bill, clause, exact: difference && negate(difference) }];
}

/** Together; undefined where there is none, or one is not known. */
export function sumOf(carried: readonly Carried[]): Decimal | undefined {
  if (carried.length === 0 || carried.some(({ exact }) => !exact)) return undefined;
  return carried.reduce((sum, { exact }) => add(sum, exact ?? zero), zero);
}

/** The adjustments of a period: what earlier bills of the same cycle book to it. */
export function adjustmentsOf(period: Days, before: readonly Compared[], contract: Contract): Adjustment[] {
  return carriedInto(period, before, contract).map(({ bill, clause, exact }) => {
    const amount = exact ? yuan(exact) : null;
    const explanation = exact
      ? {
          zh: `账期 ${bill.period.label} 的账单 ${bill.id} 超出容差，差异在本期调整`,
          en: `Bill ${bill.id} of ${bill.period.label} was beyond tolerance: its difference is adjusted in this period`,
        }
      : {
          zh: `账期 ${bill.period.label} 的账单 ${bill.id} 应为多少不明，本期是否须调整无法判断`,
          en: `What bill ${bill.id} of ${bill.period.label} should have been is unknown, and so is whether this period adjusts it`,
        };
    return { clause, bill: bill.id, period: bill.period.label, amount, explanation };
  });
}

/** The terms of settlement in force at the end of a period. */
export const settlementOn = (contract: Contract, days: Days): Contract['settlement'] =>
  (versionsWithin(contract, days).at(-1)?.contract ?? contract).settlement;
