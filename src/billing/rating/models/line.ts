import type { Charge, Contract } from '../../../contract/schema.generated.ts';
import type { Text } from '../../../locale/text.ts';
import { type Decimal, decimal, price, round, yuan } from '../../../money.ts';
import type { Line } from '../../statement.ts';
import type { Stretch } from '../stretches.ts';

export type Rounding = Contract['settlement']['rounding'];

/** A line with its exact, rounded amount; undefined where it cannot be computed. */
export interface Rated {
  line: Line;
  amount: Decimal | undefined;
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
export function line(charge: Charge, stretch: Stretch, rounding: Rounding, of: Amount): Rated {
  const amount = round(of.exact, rounding.digits);
  return {
    amount,
    line: {
      ...head(charge, stretch),
      quantity: of.quantity.toString(),
      unit: of.unit,
      unitPrice: price(of.each),
      amount: yuan(amount),
      explanation: of.explanation,
    },
  };
}

/** What a charge is counted in, where nothing of it can be counted. */
export function unitOf(charge: Charge): string {
  if (charge.model === 'fixed') return charge.per;
  return charge.model === 'per-minute' ? 'minute' : charge.unit;
}

/** A line that cannot be computed, with the reason. */
export const openLine = (
  charge: Charge,
  stretch: Stretch,
  unit: string,
  each: Decimal | undefined,
  explanation: Text,
): Rated => ({
  amount: undefined,
  line: {
    ...head(charge, stretch),
    quantity: null,
    unit,
    unitPrice: each ? price(each) : '',
    amount: null,
    explanation,
  },
});

export type FreePeriod = NonNullable<Charge['free_periods']>[number];

/** The line of a charge on days on which nothing is charged. */
export const freeLine = (
  charge: Charge,
  stretch: Stretch,
  rounding: Rounding,
  { clause, from, to }: FreePeriod,
): Rated =>
  line(charge, stretch, rounding, {
    ...{ quantity: 0n, unit: 'month', each: decimal(0), exact: decimal(0) },
    explanation: {
      zh: `${from} 至 ${to} 免费（${clause}），不收费`,
      en: `Free from ${from} to ${to} (${clause}): nothing is charged`,
    },
  });

const head = (charge: Charge, { label, from, to, part }: Stretch) => ({
  charge: charge.id,
  clause: charge.clause,
  title: charge.title,
  month: label,
  ...(part && { from, to }),
});

/** Said of a fee for a month that the term covers only in part. */
export const partOfTerm = ({ termPart }: Stretch): Text =>
  termPart
    ? {
        zh: '；合同期只含本月一部分，合同没有按日折算的约定，计整月',
        en: '; the term covers part of the month, and without a clause on proration the whole fee is due',
      }
    : { zh: '', en: '' };

/** Said of a fee for the month where only some of its days are asked about, or stand under the same terms. */
export const brokenMonth = ({ from, to }: Stretch): Text => ({
  zh: `只涉及本月 ${from} 至 ${to}；按月收取的费用，合同没有按日折算的约定，无法计算`,
  en: `Only ${from} to ${to} of the month: a charge for the whole month, and there is no clause on proration, so it cannot be computed`,
});
