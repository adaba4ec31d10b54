import type { Contract } from '../contract/schema.generated.ts';
import { compare, type Decimal, decimal, divide, multiply, plain, subtract, yuan, zero } from '../money.ts';
import type { Records } from '../records/open.ts';
import type { Reconciliation } from './statement.ts';

/** Our total against the carrier's bill for that period, known by as-of; null where there is no such bill. The percentage is of the carrier's total. */
export async function reconcile(
  { store }: Pick<Records, 'store'>,
  contract: Contract,
  label: string,
  computed: Decimal | undefined,
  asOf: string,
): Promise<Reconciliation | null> {
  const [bill] = await store.query(
    'select id, total from bills where period = $label and sent_at <= $as_of::timestamp order by sent_at desc, id limit 1',
    { label, as_of: asOf },
  );
  if (!bill) return null;
  const claimed = decimal(String(bill.total));
  const tolerance = contract.settlement.tolerance;
  const known = {
    bill: String(bill.id),
    claimed: yuan(claimed),
    tolerance: tolerance ? plain(decimal(tolerance.percent)) : null,
    clause: tolerance?.clause ?? null,
    causes: [],
  };
  if (!computed) return { ...known, computed: null, difference: null, percent: null, verdict: 'undetermined' };
  const difference = subtract(claimed, computed);
  return {
    ...known,
    computed: yuan(computed),
    difference: yuan(difference),
    percent: percent(difference, claimed, tolerance && decimal(tolerance.percent)),
    verdict: verdict(difference, claimed, tolerance && decimal(tolerance.percent)),
  };
}

const hundred = decimal(100);
const size = (a: Decimal): Decimal => (a.units < 0n ? { ...a, units: -a.units } : a);

/** Two decimals, or as many as show on which side of the tolerance it lies. */
function percent(difference: Decimal, claimed: Decimal, allowed: Decimal | undefined): string | null {
  if (compare(claimed, zero) === 0) return null;
  const hundredfold = multiply(size(difference), hundred);
  const side = allowed && Math.sign(compare(hundredfold, multiply(allowed, claimed)));
  for (let digits = 2; ; digits++) {
    const shown = divide(hundredfold, claimed, digits);
    if (allowed === undefined || digits === 12 || Math.sign(compare(shown, allowed)) === side) return plain(shown);
  }
}

/** Compared exactly, not by the rounded percentage: |difference| × 100 ≤ percent × claimed. */
function verdict(difference: Decimal, claimed: Decimal, allowed: Decimal | undefined): Reconciliation['verdict'] {
  if (compare(difference, zero) === 0) return 'agrees';
  if (!allowed) return 'undetermined';
  const within = compare(multiply(size(difference), hundred), multiply(allowed, claimed)) <= 0;
  return within ? 'within-tolerance' : 'beyond-tolerance';
}
