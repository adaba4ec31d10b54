import type { Charge, Contract } from '../../contract/schema.generated.ts';
import type { Text } from '../../locale/text.ts';
import { type Decimal, price, round, yuan } from '../../money.ts';
import type { Line } from '../statement.ts';

export type Rounding = Contract['settlement']['rounding'];

/** A line with its exact, rounded amount; undefined where it cannot be computed. */
export interface Rated {
  line: Line;
  amount: Decimal | undefined;
}

/** A settlement month, and whether the term covers all of it. Days are Beijing days. */
export interface BilledMonth {
  label: string;
  from: string;
  to: string;
  whole: boolean;
}

interface Amount {
  quantity: bigint;
  unit: string;
  each: Decimal;
  /** Before rounding. */
  exact: Decimal;
  explanation: Text;
}

/** One line of a charge, its amount rounded half up as the contract states. */
export function line(charge: Charge, month: BilledMonth, rounding: Rounding, of: Amount): Rated {
  const amount = round(of.exact, rounding.digits);
  return {
    amount,
    line: {
      ...head(charge, month),
      quantity: of.quantity.toString(),
      unit: of.unit,
      unitPrice: price(of.each),
      amount: yuan(amount),
      explanation: of.explanation,
    },
  };
}

/** A line that cannot be computed, with the reason. */
export const openLine = (
  charge: Charge,
  month: BilledMonth,
  unit: string,
  each: Decimal | undefined,
  explanation: Text,
): Rated => ({
  amount: undefined,
  line: { ...head(charge, month), quantity: null, unit, unitPrice: each ? price(each) : '', amount: null, explanation },
});

const head = (charge: Charge, month: BilledMonth) => ({
  charge: charge.id,
  clause: charge.clause,
  title: charge.title,
  month: month.label,
});

/** Said of a fee for a month that the term covers only in part. */
export const partOfMonth = (month: BilledMonth): Text =>
  month.whole
    ? { zh: '', en: '' }
    : {
        zh: '；合同期只含本月一部分，合同没有按日折算的约定，计整月',
        en: '; the term covers part of the month, and without a clause on proration the whole fee is due',
      };
