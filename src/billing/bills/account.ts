import type { Contract } from '../../contract/schema.generated.ts';
import { add, compare, type Decimal, negate, yuan, zero } from '../../money.ts';
import type { Inputs } from '../../rules/inputs.ts';
import type { Days } from '../rating/stretches.ts';
import type { Account, AccountEntry } from '../statement.ts';
import type { Bill } from './bills.ts';
import { type Dues, lateFeesOf } from './late-fee.ts';

type Entry = Omit<AccountEntry, 'amount' | 'balance'> & { exact: Decimal };

/**
 * What was billed and paid on the days of the period, and the balance before and after. Only bills of the cycle in which
 * the contract is paid add to it: others are for checking, and copies of a bill are one. A payment of no such bill stands
 * there too. null where there are neither bills nor payments.
 */
export function accountOf(
  dues: Dues,
  { loaded: { contract }, asOf }: Pick<Inputs, 'loaded' | 'asOf'>,
  bills: readonly Bill[],
  period: Days,
): Account | null {
  const { payments } = dues;
  const paid = bills.filter(isPaid(contract, bills)).filter(isNoCopy);
  if (paid.length === 0 && !payments?.length) return null;
  const all = [
    ...paid.map(
      ({ id, sentAt, total }): Entry => ({ day: sentAt.slice(0, 10), kind: 'bill', id, bill: id, exact: total }),
    ),
    ...(payments ?? []).map(
      ({ id, bill, day, amount }): Entry => ({ day, kind: 'payment', id, bill, exact: negate(amount) }),
    ),
  ].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const opening = all.filter(({ day }) => day < period.from).reduce((sum, { exact }) => add(sum, exact), zero);
  let balance = opening;
  const entries = all
    .filter(({ day }) => day >= period.from && day <= period.to)
    .map(({ exact, ...entry }): AccountEntry => {
      balance = add(balance, exact);
      return { ...entry, amount: yuan(exact), balance: yuan(balance) };
    });
  const ids = dues.bills?.map(({ bill }) => bill);
  const lateFees = ids && payments ? lateFeesOf(dues, contract, ids, asOf) : null;
  return { opening: yuan(opening), entries, closing: yuan(balance), lateFees };
}

/** Of bills of one period with the same total, the first. */
const isNoCopy = ({ period, total }: Bill, i: number, all: readonly Bill[]): boolean =>
  all.findIndex((one) => one.period.label === period.label && compare(one.total, total) === 0) === i;

const key = ({ day, kind, id }: Entry): string => `${day} ${kind} ${id}`;

/** Whether a bill is one that is paid, not only checked: of the contract's cycle of payment, where there is any such. */
function isPaid({ settlement }: Contract, bills: readonly Bill[]): (bill: Bill) => boolean {
  const cycle = settlement.payment?.cycle;
  return bills.some((bill) => bill.cycle === cycle) ? (bill) => bill.cycle === cycle : () => true;
}
