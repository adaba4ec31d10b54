import { overlay } from '../../contract/overlay.ts';
import type { Charge, Contract } from '../../contract/schema.generated.ts';
import { amended, effectiveDay, inOrder } from '../../contract/versions.ts';
import { add, type Decimal, decimal, divide, multiply, zero } from '../../money.ts';
import type { Cause } from '../../rules/cause.ts';
import type { Choice } from '../rating/free-months.ts';
import { linesOf, type Order, type Priced } from '../rating/priced.ts';
import type { Days, Run } from '../rating/stretches.ts';

/** One or two causes together: how the carrier may have counted. */
export type Way = readonly Cause[];

/** What is ours: the days of the bill, the free months, and whether rows that stand twice count once. */
export interface Ours {
  days: Days;
  free: readonly Choice[];
  distinct: boolean;
}

/** Whether a cause is about what a charge comes to; a credit that was missed is about the bill as a whole. */
export const isOfCharges = ({ credits }: Cause): boolean => credits === undefined;

/** Whether there is anything here that the cause could have done otherwise. */
export const applies = ({ duplicates, free_months }: Cause, { distinct, free }: Ours): boolean =>
  (duplicates === undefined || distinct) && (free_months === undefined || free.some(({ state }) => state === 'free'));

/** The order that prices the days of the bill in this way. */
export function orderOf(way: Way, ours: Ours, contract: Contract): Order {
  const shift = way.find(({ hours }) => hours !== undefined)?.hours;
  return {
    days: ours.days,
    free: way.some(({ free_months }) => free_months) ? [] : ours.free,
    distinct: ours.distinct && !way.some(({ duplicates }) => duplicates),
    ...(shift !== undefined && { shift }),
    as: {
      terms: (run) => (way.some(({ terms }) => terms) ? earlier(run, contract) : run),
      counted: (charge) => way.reduce(counted, charge),
    },
  };
}

function counted(charge: Charge, { models, charge: change }: Cause): Charge {
  if (change === undefined || (models && !models.includes(charge.model))) return charge;
  return overlay(charge, change) as Charge;
}

/** The charge as it read before the latest amendment that changed it, where there is one. */
function earlier(run: Run, contract: Contract): Run {
  const inForce = inOrder(contract).filter((one) => effectiveDay(one, contract) <= run.from);
  for (let n = inForce.length - 1; n >= 0; n--) {
    const older = amended(contract, inForce.slice(0, n));
    const charge = older.charges.find(({ id }) => id === run.charge.id);
    if (charge && JSON.stringify(charge) !== JSON.stringify(run.charge)) return { ...run, charge, contract: older };
  }
  return run;
}

/** What each charge comes to over the days of the bill, with the percentages of the way; undefined where it is not known. */
export function amounts(
  all: readonly Priced[],
  way: Way,
  days: Days,
  digits: number,
): Map<string, Decimal | undefined> {
  const found = new Map<string, Decimal | undefined>(all.map(({ charge }) => [charge.id, zero]));
  for (const { line, amount } of linesOf(all, days)) {
    const before = found.get(line.charge);
    found.set(line.charge, before && amount ? add(before, raised(amount, way, digits)) : undefined);
  }
  return found;
}

const hundred = decimal(100);

const raised = (amount: Decimal, way: Way, digits: number): Decimal =>
  way.reduce(
    (raised, { percent }) =>
      percent === undefined ? raised : divide(multiply(raised, add(hundred, decimal(percent))), hundred, digits),
    amount,
  );
