import type { Charge } from '../contract/schema.generated.ts';
import { stated } from '../contract/term.ts';
import { add, type Decimal, zero } from '../money.ts';
import { rateFixed } from './models/fixed.ts';
import type { BilledMonth, Rated } from './models/line.ts';
import { ratePackage } from './models/package.ts';
import { ratePerMinute } from './models/per-minute.ts';
import { ratePerUnit } from './models/per-unit.ts';
import { ratePrepaid } from './models/prepaid.ts';
import { isCounted, segmentRule, type Units, type Variant } from './units.ts';

/** The lines of one charge under one reading for a month; none for a month that it does not charge. */
export function rate({ charge, contract }: Variant, month: BilledMonth, units: Units | undefined): Rated[] {
  if (!isCharged(charge, month)) return [];
  const { rounding } = contract.settlement;
  const hasRule = !isCounted(charge) || charge.unit === 'message' || segmentRule({ charge, contract }) !== undefined;
  switch (charge.model) {
    case 'package':
      return ratePackage(charge, month, units, rounding, hasRule);
    case 'per-unit':
      return ratePerUnit(charge, month, units, rounding, hasRule);
    case 'per-minute':
      return ratePerMinute(charge, month, units, rounding);
    case 'fixed':
      return rateFixed(charge, month, rounding, stated(contract.term.from));
    case 'prepaid':
      return ratePrepaid(charge, month, rounding, stated(contract.term.from));
  }
}

/** Whether a charge is due for a month at all: from its first day on, in the months that it names. */
export const isCharged = ({ from, months }: Charge, month: BilledMonth): boolean =>
  (from === undefined || month.to >= from) &&
  (months === undefined || months.includes(Number(month.label.slice(5, 7))));

/** The sum of all amounts; undefined as soon as one is. */
export function sum(rated: readonly Rated[]): Decimal | undefined {
  let total: Decimal | undefined = zero;
  for (const { amount } of rated) total = total && amount ? add(total, amount) : undefined;
  return total;
}
