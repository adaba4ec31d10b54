import type { Charge } from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import { add, type Decimal, zero } from '../../money.ts';
import { isCounted, segmentRule, type Units } from '../usage/units.ts';
import type { Variant } from '../usage/variant.ts';
import type { Choice } from './free-months.ts';
import { rateFixed } from './models/fixed.ts';
import { type FreePeriod, freeLine, type Rated } from './models/line.ts';
import { ratePackage } from './models/package.ts';
import { ratePerMinute } from './models/per-minute.ts';
import { ratePerUnit } from './models/per-unit.ts';
import { ratePrepaid } from './models/prepaid.ts';
import type { Days, Stretch } from './stretches.ts';

/** The lines of one charge under one reading for a month, or some days of one; none where it is not charged. */
export function rate(
  { charge, contract }: Variant,
  stretch: Stretch,
  units: Units | undefined,
  choice?: Choice,
): Rated[] {
  if (!isCharged(charge, stretch)) return [];
  const { rounding } = contract.settlement;
  const free = freePeriod(charge, stretch);
  if (free) return [freeLine(charge, stretch, rounding, free)];
  const hasRule = !isCounted(charge) || charge.unit === 'message' || segmentRule({ charge, contract }) !== undefined;
  switch (charge.model) {
    case 'package':
      return ratePackage(charge, stretch, units, rounding, hasRule);
    case 'per-unit':
      return ratePerUnit(charge, stretch, units, rounding, hasRule, choice);
    case 'per-minute':
      return ratePerMinute(charge, stretch, units, rounding);
    case 'fixed':
      return rateFixed(charge, stretch, rounding, stated(contract.term.from));
    case 'prepaid':
      return ratePrepaid(charge, stretch, rounding, stated(contract.term.from));
  }
}

/** Whether a charge is due at all: from its first day on, in the months that it names. */
export const isCharged = ({ from, months }: Charge, { label, to }: Stretch): boolean =>
  (from === undefined || to >= from) && (months === undefined || months.includes(Number(label.slice(5, 7))));

/** The free period in which all days of the stretch lie. */
const freePeriod = ({ free_periods: all = [] }: Charge, { from, to }: Days): FreePeriod | undefined =>
  all.find((one) => one.from <= from && to <= one.to);

/** The sum of all amounts; undefined as soon as one is. */
export function sum(rated: readonly Pick<Rated, 'amount'>[]): Decimal | undefined {
  let total: Decimal | undefined = zero;
  for (const { amount } of rated) total = total && amount ? add(total, amount) : undefined;
  return total;
}
