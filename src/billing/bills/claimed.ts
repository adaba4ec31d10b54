import { totalOf } from '../../money.ts';
import type { Statement } from '../statement.ts';

/** What the carrier claims, and that less our computation. Yuan; null where it cannot be determined. */
interface Claimed {
  claimed: string | null;
  difference: string | null;
}

/**
 * What the carrier claims for the period of a statement, nothing twice: by the bill of just this period, else by those of
 * its settlement periods together, else by whatever bills lie within it, of several for the same days the last. Undefined
 * where there is none.
 */
export function claimedIn({ reconciliation, reconciliations, periods }: Statement): Claimed | undefined {
  const settled = periods.filter(({ claimed }) => claimed !== null);
  const others = new Map(reconciliations.map((one) => [one.period, one])).values();
  const bills: Claimed[] = reconciliation ? [reconciliation] : settled.length > 0 ? settled : [...others];
  if (bills.length === 0) return undefined;
  return {
    claimed: totalOf(bills.map(({ claimed }) => claimed)),
    difference: totalOf(bills.map(({ difference }) => difference)),
  };
}
