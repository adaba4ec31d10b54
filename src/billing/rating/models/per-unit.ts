import type { PerUnitCharge } from '../../../contract/schema.generated.ts';
import { decimal, multiply, plain, price } from '../../../money.ts';
import type { Units } from '../../usage/units.ts';
import type { Choice } from '../free-months.ts';
import type { Stretch } from '../stretches.ts';
import { line, openLine, type Rated, type Rounding } from './line.ts';
import { unknownUnits } from './units.ts';

/** A price for each unit; nothing in a month that was validly chosen as a free one. */
export function ratePerUnit(
  charge: PerUnitCharge,
  stretch: Stretch,
  units: Units | undefined,
  rounding: Rounding,
  hasRule: boolean,
  choice: Choice | undefined,
): Rated[] {
  const each = decimal(charge.price);
  if (choice?.state === 'unsure') return [openLine(charge, stretch, charge.unit, each, choice.reason)];
  if (choice?.state === 'free') {
    const none = { quantity: units?.low ?? 0n, unit: charge.unit, each: decimal(0), exact: decimal(0) };
    return [line(charge, stretch, rounding, { ...none, explanation: choice.reason })];
  }
  if (units === undefined || units.low !== units.high) {
    return [openLine(charge, stretch, charge.unit, each, unknownUnits(units, hasRule))];
  }
  const exact = multiply(decimal(units.low), each);
  const arithmetic = `${units.low} × ${price(each)} = ${plain(exact)}`;
  const refused = choice ? { zh: `；${choice.reason.zh}`, en: `; ${choice.reason.en}` } : { zh: '', en: '' };
  return [
    line(charge, stretch, rounding, {
      ...{ quantity: units.low, unit: charge.unit, each, exact },
      explanation: { zh: arithmetic + refused.zh, en: arithmetic + refused.en },
    }),
  ];
}
