import type { Contract, PrepaidCharge } from '../../../contract/schema.generated.ts';
import { stated } from '../../../contract/term.ts';
import { decimal } from '../../../money.ts';
import { addMonths } from '../../../time/day.ts';
import type { Stretch } from '../stretches.ts';
import { line, openLine, type Rated, type Rounding } from './line.ts';

/**
 * A package paid ahead: the fee in the month in which its contract year, or the term, begins. What is used of it is no
 * further charge; beyond it a top-up is bought, at a price of its own.
 */
export function ratePrepaid(
  charge: PrepaidCharge,
  stretch: Stretch,
  rounding: Rounding,
  termFrom: string | undefined,
): Rated[] {
  const fee = decimal(charge.fee);
  if (termFrom === undefined) {
    const explanation = {
      zh: '数据不足：合同起始日在纸面留空，不知何时应付',
      en: 'Not enough data: the first day of the term is blank on paper, so nobody knows when it is due',
    };
    return [openLine(charge, stretch, charge.model, fee, explanation)];
  }
  if (!beginsIn(stretch, termFrom, charge.per)) return [];
  const span = charge.per === 'year' ? { zh: '每合同年', en: 'a contract year' } : { zh: '整个合同期', en: 'the term' };
  return [
    line(charge, stretch, rounding, {
      ...{ quantity: 1n, unit: charge.model, each: fee, exact: fee },
      explanation: {
        zh: `预付套餐，${span.zh}含 ${charge.included} 条；用完须另购`,
        en: `Paid ahead, ${charge.included} units for ${span.en}; beyond them a top-up is bought`,
      },
    }),
  ];
}

/** Whether a contract year, or the term, begins on one of the days. */
function beginsIn({ from, to }: Stretch, termFrom: string, per: PrepaidCharge['per']): boolean {
  const starts = per === 'term' ? [termFrom] : anniversaries(termFrom, to);
  return starts.some((day) => day >= from && day <= to);
}

/** The first days of the contract years, so far as anybody asks. */
export function quotaStarts({ term }: Pick<Contract, 'term'>): string[] {
  const first = stated(term.from);
  return first === undefined ? [] : anniversaries(first, addMonths(first, 12 * 100));
}

function anniversaries(first: string, until: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= until; day = addMonths(first, 12 * days.length)) days.push(day);
  return days;
}
