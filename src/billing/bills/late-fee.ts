import type { Contract, Obligation } from '../../contract/schema.generated.ts';
import {
  add,
  compare,
  type Decimal,
  decimal,
  multiply,
  plain,
  round,
  subtract,
  totalOf,
  yuan,
  zero,
} from '../../money.ts';
import { casesOf } from '../../rules/cases.ts';
import type { Inputs } from '../../rules/inputs.ts';
import { daysBetween } from '../../time/day.ts';
import { dayUpTo } from '../../time/instant.ts';
import type { Balance, LateFee } from '../statement.ts';

/** A bill that is to be paid. */
export interface Payable {
  bill: string;
  period: string;
  total: Decimal;
  /** The last day in time; null where the records do not say when the clock starts. */
  due: string | null;
}

export interface Payment {
  id: string;
  bill: string;
  /** The day on which it was paid. */
  day: string;
  amount: Decimal;
}

/** What is to be paid and what was, by as-of; undefined where the contract or the records have none. */
export interface Dues {
  bills: readonly Payable[] | undefined;
  payments: readonly Payment[] | undefined;
}

export const duesOf = async (input: Inputs): Promise<Dues> => ({
  bills: await payables(input),
  payments: await paymentsMade(input),
});

export interface Arrears {
  balance: Balance | null;
  lateFee: LateFee | null;
}

/**
 * The bills on which payment runs, as the rule of the contract's obligation to pay sees them: the same start and the same
 * clock as the verdict. Undefined where the contract has no such obligation or no bills are recorded. By last receipt.
 */
async function payables({ loaded, records, rules, asOf }: Inputs): Promise<Payable[] | undefined> {
  const { contract } = loaded;
  const obligations = contract.obligations.filter(paysBills);
  if (obligations.length === 0 || !records.tables.get('bills')?.present) return undefined;
  const found: (Payable & { received: string })[] = [];
  for (const obligation of obligations) {
    const columns = { id: 'id', period: 'period', total: 'total::varchar', received_at: 'received_at', due: '{{due}}' };
    const rows = await casesOf({ records, rules, asOf }, contract, obligation, columns);
    for (const row of rows ?? []) {
      const known = { bill: String(row.id), period: String(row.period), total: decimal(String(row.total)) };
      if (found.some(({ bill }) => bill === known.bill)) continue;
      found.push({
        ...known,
        due: row.due === null ? null : dayUpTo(String(row.due)),
        received: String(row.received_at),
      });
    }
  }
  return found.sort((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : 0));
}

/** Payments by as-of in their order; undefined where none are recorded at all. */
async function paymentsMade({ records, asOf }: Inputs): Promise<Payment[] | undefined> {
  if (!records.tables.get('payments')?.present) return undefined;
  const rows = await records.store.query(
    'select id, bill_id, paid_at, amount::varchar as amount from payments where paid_at <= $as_of::timestamp order by paid_at, id',
    { as_of: asOf },
  );
  return rows.map((row) => ({
    ...{ id: String(row.id), bill: String(row.bill_id) },
    ...{ day: dayUpTo(String(row.paid_at)), amount: decimal(String(row.amount)) },
  }));
}

/** What is still unpaid of the carrier's bill for a period, and the late fee to as-of; null where none is payable. */
export function arrears(dues: Dues, contract: Contract, label: string, asOf: string): Arrears {
  const { bills, payments } = dues;
  const bill = bills?.findLast(({ period }) => period === label);
  if (!bill || !payments) return { balance: null, lateFee: null };
  const own = payments.filter((one) => one.bill === bill.bill);
  const paid = own.reduce((sum, { amount }) => add(sum, amount), zero);
  const unpaid = yuan(subtract(bill.total, paid));
  return {
    balance: { bill: bill.bill, billed: yuan(bill.total), paid: yuan(paid), unpaid },
    lateFee: lateFeeOf(dues, contract, bill.bill, asOf),
  };
}

/** The late fee on one bill to as-of; null where the contract has none or the clock is not known. */
export function lateFeeOf({ bills, payments }: Dues, contract: Contract, id: string, asOf: string): LateFee | null {
  const bill = bills?.find((one) => one.bill === id);
  if (!bill || !payments) return null;
  const own = payments.filter((one) => one.bill === id);
  return lateFee(contract, bill, own, asOf);
}

/** The late fees on several bills together; null where one is not known. */
export function lateFeesOf(dues: Dues, contract: Contract, ids: readonly string[], asOf: string): string | null {
  return totalOf(ids.map((id) => lateFeeOf(dues, contract, id, asOf)?.amount ?? null));
}

const paysBills = ({ kind, parameters }: Obligation) =>
  kind === 'settle-within' && 'by' in parameters && parameters.by === 'payments';

/** From the day after the last day in time to the day of payment, on what is unpaid on each day. */
function lateFee(
  { settlement }: Contract,
  { bill, total, due }: Payable,
  payments: readonly Payment[],
  asOf: string,
): LateFee | null {
  if (!settlement.late_fee || due === null) return null;
  const { clause, permille_per_day: printed, readings = [], prefer } = settlement.late_fee;
  let [unpaid, since, days] = [total, due, 0];
  let yuanDays = zero;
  for (const { day: until, amount } of [...payments, { day: dayUpTo(asOf), amount: zero }]) {
    const late = Math.max(0, daysBetween(since, until));
    if (compare(unpaid, zero) > 0) {
      yuanDays = add(yuanDays, multiply(unpaid, decimal(late)));
      days += late;
    }
    unpaid = subtract(unpaid, amount);
    if (until > since) since = until;
  }
  const at = (permille: string | number) => {
    const rate = multiply(decimal(permille), { units: 1n, scale: 3 });
    return { rate: plain(rate), amount: yuan(round(multiply(yuanDays, rate), settlement.rounding.digits)) };
  };
  const chosen = readings.find(({ id }) => id === prefer?.reading)?.parameters.permille_per_day ?? printed;
  const read = readings.map(({ id, means, parameters }) => ({ id, means, ...at(parameters.permille_per_day) }));
  return { bill, clause, due, days, ...at(chosen), readings: read };
}
