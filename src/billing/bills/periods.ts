import type { Contract } from '../../contract/schema.generated.ts';
import { inForce } from '../../contract/term.ts';
import { type Decimal, subtract, totalOf, yuan } from '../../money.ts';
import { type Cycle, type Period, periodsWithin } from '../../time/period.ts';
import type { Book } from '../book.ts';
import type { PeriodSummary } from '../statement.ts';
import { adjustmentsOf } from './carry.ts';
import type { Compared } from './reconcile.ts';

const cycles: readonly Cycle[] = ['month', 'quarter', 'half-year', 'year'];

/** The shortest of some cycles. */
export const finest = (own: readonly Cycle[]): Cycle | undefined => cycles.find((cycle) => own.includes(cycle));

/**
 * A period of several settlement periods, one by one: of the finest cycle of its bills, else of the cycle in which the
 * contract is paid, else months. Empty where the period is but one of them, or breaks one.
 */
export async function summaries(
  contract: Contract,
  book: Book,
  compared: readonly Compared[],
  period: Period,
): Promise<PeriodSummary[]> {
  const cycle = cycleIn(contract, compared, period);
  const all = periodsWithin(period, cycle);
  if (all.length < 2 || all[0]?.from !== period.from || all.at(-1)?.to !== period.to) return [];
  const term = inForce(contract);
  const found: PeriodSummary[] = [];
  const bills = compared.filter(({ bill }) => bill.cycle === cycle);
  for (const { label, from, to } of all) {
    if (to < term.from || from > term.to) continue;
    const { total, net } = await book.sumsOf({ from, to });
    const result = bills.findLast(({ bill }) => bill.period.label === label)?.result;
    found.push({
      ...{ period: label, from, to },
      ...{ total: shown(total), credits: shown(total && net && subtract(total, net)) },
      adjustments: totalOf(adjustmentsOf({ from, to }, bills, contract).map(({ amount }) => amount)),
      bill: result?.bill ?? null,
      claimed: result?.claimed ?? null,
      difference: result?.difference ?? null,
      verdict: result?.verdict ?? null,
    });
  }
  return found;
}

function cycleIn({ settlement }: Contract, compared: readonly Compared[], { from, to }: Period): Cycle {
  const own = compared
    .filter(({ bill }) => bill.period.from >= from && bill.period.to <= to)
    .map(({ bill }) => bill.cycle);
  const paid = cycles.find((cycle) => cycle === settlement.payment?.cycle);
  return finest(own) ?? paid ?? 'month';
}

const shown = (amount: Decimal | undefined): string | null => (amount ? yuan(amount) : null);
