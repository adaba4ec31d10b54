import type { Contract } from '../../contract/schema.generated.ts';
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  multiply,
  plain,
  size,
  subtract,
  yuan,
  zero,
} from '../../money.ts';
import type { Book } from '../book.ts';
import type { Reconciliation } from '../statement.ts';
import type { Bill } from './bills.ts';
import { type Carried, carriedInto, settlementOn, sumOf } from './carry.ts';
import { contradictions } from './contradictions.ts';
import { noUse, type Ours, whyOpen } from './reasons.ts';

/** A bill against our own figures. */
export interface Compared {
  bill: Bill;
  /** Our total, with what the period before books to this one where the bill has booked it; undefined where not known. */
  computed: Decimal | undefined;
  difference: Decimal | undefined;
  /** What earlier bills book to its period and it has not booked: it stays open. */
  open: readonly Carried[];
  result: Omit<Reconciliation, 'causes' | 'alternatives' | 'unexplained' | 'next'>;
}

/**
 * The bills of one cycle, in order of their periods, each against our total. Where the contract books a difference
 * beyond tolerance to the next period, the bill of that period may have booked it: that is taken to be so where it comes
 * nearer to our total with it than without.
 */
export async function compareAll(bills: readonly Bill[], contract: Contract, book: Book): Promise<Compared[]> {
  const found: Compared[] = [];
  for (const bill of bills) {
    const carried = carriedInto(bill.period, found, contract);
    const cut = !book.holdsWhole(bill.period);
    const total = cut ? undefined : (await book.sumsOf(bill.period)).net;
    const twins = bills.filter(({ period }) => period.label === bill.period.label);
    const unseen = !book.seen(bill.period);
    found.push(compared(bill, { twins, unseen, cut, total, carried }, contract));
  }
  return found;
}

function compared(bill: Bill, ours: Ours, contract: Contract): Compared {
  const { total } = ours;
  const carried = sumOf(ours.carried);
  const { tolerance } = settlementOn(contract, bill.period);
  const allowed = tolerance && decimal(tolerance.percent);
  const booked = total && carried && isNearer(add(total, carried), total, bill.total);
  const computed = booked ? add(total, carried) : total;
  const open = booked ? [] : ours.carried;
  const known = {
    bill: bill.id,
    period: bill.period.label,
    claimed: yuan(bill.total),
    computed: computed ? yuan(computed) : null,
    tolerance: allowed ? plain(allowed) : null,
    clause: tolerance?.clause ?? null,
    carried: carried ? { amount: yuan(carried), booked: booked === true } : null,
    contradictions: contradictions(bill, contract),
  };
  const reason = whyOpen(bill, ours, computed, allowed);
  if (!computed || reason) {
    const difference = computed ? subtract(bill.total, computed) : undefined;
    const percent = difference && percentOf(difference, bill.total, allowed);
    const result = {
      ...{ ...known, difference: difference ? yuan(difference) : null, percent: percent ?? null },
      ...{ verdict: 'undetermined' as const, reason },
    };
    return { bill, computed, difference: undefined, open, result };
  }
  const difference = subtract(bill.total, computed);
  const result = {
    ...{ ...known, difference: yuan(difference), percent: percentOf(difference, bill.total, allowed) },
    ...{ verdict: verdictOf(difference, bill.total, allowed), reason: ours.unseen ? noUse : null },
  };
  // Where no use at all is recorded, the records may be missing: whether such a difference is to be booked nobody can tell.
  const unsure = ours.unseen && result.verdict === 'beyond-tolerance';
  return { bill, computed, difference: unsure ? undefined : difference, open, result };
}

const hundred = decimal(100);

/** Whether one amount lies nearer to what is claimed than another. */
const isNearer = (one: Decimal, other: Decimal, claimed: Decimal): boolean =>
  compare(size(subtract(claimed, one)), size(subtract(claimed, other))) < 0;

/** Two decimals, or as many as show on which side of the tolerance it lies. */
function percentOf(difference: Decimal, claimed: Decimal, allowed: Decimal | undefined): string | null {
  if (compare(claimed, zero) === 0) return null;
  const hundredfold = multiply(size(difference), hundred);
  const side = allowed && Math.sign(compare(hundredfold, multiply(allowed, claimed)));
  for (let digits = 2; ; digits++) {
    const shown = divide(hundredfold, claimed, digits);
    if (allowed === undefined || digits === 12 || Math.sign(compare(shown, allowed)) === side) return plain(shown);
  }
}

/** Compared exactly, not by the rounded percentage: |difference| × 100 ≤ percent × claimed. */
function verdictOf(difference: Decimal, claimed: Decimal, allowed: Decimal | undefined): Reconciliation['verdict'] {
  if (compare(difference, zero) === 0) return 'agrees';
  if (!allowed) return 'undetermined';
  const within = compare(multiply(size(difference), hundred), multiply(allowed, claimed)) <= 0;
  return within ? 'within-tolerance' : 'beyond-tolerance';
}
