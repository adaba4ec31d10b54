import { type Decimal, round, subtract, yuan } from '../../money.ts';
import type { Inputs } from '../../rules/inputs.ts';
import { price } from '../rating/price.ts';
import { linesOf, type Order } from '../rating/priced.ts';
import { sum } from '../rating/rate.ts';
import type { Stretch } from '../rating/stretches.ts';
import { topUpLines } from '../terms/top-ups.ts';
import { noUnits, plus, tableOf, type Units } from '../usage/units.ts';
import type { Sum, Sums } from './compare.ts';
import { type Compared, compared } from './result.ts';

/** Rows of ours that become rows of theirs. */
export interface Step {
  ours: Sums;
  theirs: Sums;
}

/**
 * The total of the statement before any step and after each, the steps taken one after the other from our own units: so
 * that what they change adds up, whatever order they are in. Two decimals; undefined where the total cannot be told.
 * Charges by tables other than these are left out.
 */
export async function totalsAlong(
  input: Inputs,
  order: Order,
  tables: readonly Compared[],
  start: readonly Sums[],
  steps: readonly Step[],
): Promise<(Decimal | undefined)[]> {
  let now: Sums = new Map(start.flatMap((one) => [...one]));
  const states = [now, ...steps.map(({ ours, theirs }) => (now = shift(shift(now, ours, -1n), theirs, 1n)))];
  const orders = states.map(
    (state): Order => ({
      ...order,
      counts: ({ charge }, stretch) => (state.has(charge.id) ? unitsIn(state, charge.id, stretch) : undefined),
    }),
  );
  const bought = await topUpLines(input, order.days);
  const left = new Set<string>(compared.filter((table) => !tables.includes(table)));
  const all = await price(input, orders);
  return all.map((priced) => {
    const own = priced.filter(({ charge }) => !left.has(tableOf(charge) ?? ''));
    const total = sum([...linesOf(own, order.days), ...bought]);
    return total && round(total, 2);
  });
}

/** What the total changes by from one to the next; null where either cannot be told. */
export function change(before: Decimal | undefined, after: Decimal | undefined): string | null {
  return before && after ? yuan(subtract(after, before)) : null;
}

/** Units of a class's rows on one side, of all charges together; null where they cannot be told. */
export function unitsOf(sums: Sums): string | null {
  const all = [...sums.values()].flatMap((own) => [...own.values()].map(units)).reduce(plus, noUnits);
  return all.low === all.high ? String(all.low) : null;
}

const units = ({ low, high, open }: Sum): Units => ({ low, high: open > 0n ? -1n : high });

function unitsIn(state: Sums, charge: string, { from, to }: Stretch): Units {
  const own = [...(state.get(charge) ?? [])].filter(([start]) => start >= from && start <= to);
  return own.map(([, one]) => units(one)).reduce(plus, noUnits);
}

/** Sums with others added so many times. */
function shift(sums: Sums, by: Sums, times: bigint): Sums {
  const shifted = new Map([...sums].map(([charge, own]) => [charge, new Map(own)]));
  for (const [charge, own] of by) {
    const into = shifted.get(charge);
    for (const [stretch, { low, high, open }] of own) {
      const before = into?.get(stretch) ?? { low: 0n, high: 0n, open: 0n };
      into?.set(stretch, {
        ...{ low: before.low + times * low, high: before.high + times * high, open: before.open + times * open },
      });
    }
  }
  return shifted;
}
