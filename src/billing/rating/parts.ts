import { nextDay } from '../../time/day.ts';
import { isChosen, readings, type Variant } from '../usage/variant.ts';
import { quotaStarts } from './models/prepaid.ts';
import type { Order } from './priced.ts';
import { type Run, type Stretch, stretchesOf } from './stretches.ts';

/** One variant of an order, for as long as its terms stand. */
export interface Part {
  order: Order;
  variant: Variant;
  stretches: readonly Stretch[];
}

/** What begins after as-of is not owed yet. */
export function partsOf(base: readonly Run[], order: Order, asOf: string): Part[] {
  const { as, cuts = [] } = order;
  return base.map(as?.terms ?? ((run) => run)).flatMap((run) => {
    const read = readings(run.charge, run.contract).filter((variant) => !as || isChosen(variant));
    return read.map((found) => {
      const variant = as ? { ...found, charge: as.counted(found.charge) } : found;
      const stretches = stretchesOf(run, [...cuts, ...startsOf(variant)], run.contract);
      return { order, variant, stretches: stretches.filter(({ from }) => from <= asOf) };
    });
  });
}

/**
 * Days at which the counting of a charge begins anew: its first day, where units are charged one by one (a fee for the
 * month is due whole), the days on which a free period begins or ends, and those on which a package that is paid ahead
 * begins.
 */
function startsOf({ charge, contract }: Variant): string[] {
  const free = (charge.free_periods ?? []).flatMap(({ from, to }) => [from, nextDay(to)]);
  if (charge.model === 'prepaid') return [...free, ...quotaStarts(contract)];
  const each = charge.model === 'per-unit' || charge.model === 'per-minute';
  return each && charge.from !== undefined ? [...free, charge.from] : free;
}
