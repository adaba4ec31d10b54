import type { Text } from '../../contract/schema.generated.ts';
import { compare, type Decimal } from '../../money.ts';
import type { Bill } from './bills.ts';
import type { Carried } from './carry.ts';

/** What we know of the period of a bill. */
export interface Ours {
  /** All bills of the same period, this one among them. */
  twins: readonly Bill[];
  /** There is no record of use in the period at all. */
  unseen: boolean;
  /** It begins or ends within a month that was priced whole. */
  cut: boolean;
  total: Decimal | undefined;
  carried: readonly Carried[];
}

/** Said where the difference may be one of missing records. */
export const noUse: Text = {
  zh: '本期没有任何使用记录，我方用量按零计',
  en: 'No use at all is recorded in this period: ours is taken as none',
};

/** Why nobody can say which side of the tolerance the bill lies, where our own total is not the reason. */
export function whyOpen(
  bill: Bill,
  { twins, cut }: Ours,
  computed: Decimal | undefined,
  allowed: Decimal | undefined,
): Text | null {
  if (twins.some(({ total }) => compare(total, bill.total) !== 0)) {
    const ids = twins.map(({ id }) => id).join('、');
    return {
      zh: `账期 ${bill.period.label} 有金额不同的几份账单（${ids}），以哪一份为准不明`,
      en: `There are several bills of ${bill.period.label} with different totals (${ids}): which of them stands is unknown`,
    };
  }
  if (cut) {
    return {
      zh: '账期的首末日在月份之中，合同没有按日折算的约定，应为多少不明',
      en: 'The period begins or ends within a month, and without a clause on proration nobody knows what it should be',
    };
  }
  if (computed && !allowed && compare(computed, bill.total) !== 0) {
    return { zh: '合同没有约定对账容差', en: 'The contract sets no tolerance' };
  }
  return null;
}
