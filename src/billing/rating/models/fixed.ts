import type { FixedCharge } from '../../../contract/schema.generated.ts';
import { decimal } from '../../../money.ts';
import type { Stretch } from '../stretches.ts';
import { brokenMonth, line, openLine, partOfTerm, type Rated, type Rounding } from './line.ts';

/** A fee for every month, or once: in the month of the charge's first day, or where it has none, of the term's. */
export function rateFixed(
  charge: FixedCharge,
  stretch: Stretch,
  rounding: Rounding,
  termFrom: string | undefined,
): Rated[] {
  const fee = decimal(charge.fee);
  const amount = { quantity: 1n, each: fee, exact: fee };
  if (charge.per === 'month') {
    if (stretch.part) return [openLine(charge, stretch, 'month', fee, brokenMonth(stretch))];
    const part = partOfTerm(stretch);
    const explanation = { zh: `每月固定费用${part.zh}`, en: `Fixed monthly fee${part.en}` };
    return [line(charge, stretch, rounding, { ...amount, unit: 'month', explanation })];
  }
  const due = charge.from ?? termFrom;
  if (due === undefined || due < stretch.from || due > stretch.to) return [];
  const explanation = { zh: '一次性费用', en: 'One-off fee' };
  return [line(charge, stretch, rounding, { ...amount, unit: 'once', explanation })];
}
