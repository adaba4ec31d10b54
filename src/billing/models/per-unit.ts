import type { PerUnitCharge } from '../../contract/schema.generated.ts';
import { decimal, multiply, plain, price } from '../../money.ts';
import type { Units } from '../units.ts';
import { type BilledMonth, line, openLine, type Rated, type Rounding } from './line.ts';
import { unknownUnits } from './units.ts';

/** A price for each unit. A free month takes effect once it is chosen; until then every month is charged, and that is said. */
export function ratePerUnit(
  charge: PerUnitCharge,
  month: BilledMonth,
  units: Units | undefined,
  rounding: Rounding,
  hasRule: boolean,
): Rated[] {
  const each = decimal(charge.price);
  if (units === undefined || units.low !== units.high) {
    return [openLine(charge, month, charge.unit, each, unknownUnits(units, hasRule))];
  }
  const exact = multiply(decimal(units.low), each);
  const arithmetic = `${units.low} × ${price(each)} = ${plain(exact)}`;
  const free = charge.free_months
    ? {
        zh: `；另有 ${charge.free_months.count} 个免费月，选定须经通知，此处未扣`,
        en: `; ${charge.free_months.count} free month(s), to be chosen by notice, not deducted here`,
      }
    : { zh: '', en: '' };
  return [
    line(charge, month, rounding, {
      ...{ quantity: units.low, unit: charge.unit, each, exact },
      explanation: { zh: arithmetic + free.zh, en: arithmetic + free.en },
    }),
  ];
}
