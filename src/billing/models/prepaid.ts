import type { PrepaidCharge } from '../../contract/schema.generated.ts';
import { decimal } from '../../money.ts';
import { addMonths } from '../../time/day.ts';
import { type BilledMonth, line, openLine, type Rated, type Rounding } from './line.ts';

/**
 * A package paid ahead: the fee in the month in which its contract year, or the term, begins. What is used of it is no
 * further charge; beyond it a top-up is bought, at a price of its own.
 */
export function ratePrepaid(
  charge: PrepaidCharge,
  month: BilledMonth,
  rounding: Rounding,
  termFrom: string | undefined,
): Rated[] {
  const fee = decimal(charge.fee);
  if (termFrom === undefined) {
    const explanation = {
      zh: '数据不足：合同起始日在纸面留空，不知何时应付',
      en: 'Not enough data: the first day of the term is blank on paper, so nobody knows when it is due',
    };
    return [openLine(charge, month, charge.model, fee, explanation)];
  }
  if (!beginsIn(month, termFrom, charge.per)) return [];
  const span = charge.per === 'year' ? { zh: '每合同年', en: 'a contract year' } : { zh: '整个合同期', en: 'the term' };
  return [
    line(charge, month, rounding, {
      ...{ quantity: 1n, unit: charge.model, each: fee, exact: fee },
      explanation: {
        zh: `预付套餐，${span.zh}含 ${charge.included} 条；用完须另购`,
        en: `Paid ahead, ${charge.included} units for ${span.en}; beyond them a top-up is bought`,
      },
    }),
  ];
}

/** Whether a contract year, or the term, begins on a day of the month. */
function beginsIn({ from, to }: BilledMonth, termFrom: string, per: PrepaidCharge['per']): boolean {
  for (let day = termFrom; day <= to; day = addMonths(day, 12)) {
    if (day >= from) return true;
    if (per === 'term') return false;
  }
  return false;
}
