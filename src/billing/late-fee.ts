import type { Contract, Obligation } from '../contract/schema.generated.ts';
import { add, compare, type Decimal, decimal, multiply, plain, round, subtract, yuan, zero } from '../money.ts';
import type { Records } from '../records/open.ts';
import type { Rules } from '../rules/load.ts';
import { parametersOf } from '../rules/parameters.ts';
import { joined, rowsOf, snippet } from '../rules/statement.ts';
import { addDays, daysBetween } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import type { Balance, LateFee } from './statement.ts';

/** All time: a bill's due day does not depend on the period of the statement. */
const always = { from: '1000-01-01 00:00:00', until: '9999-01-01 00:00:00' };

interface Due {
  bill: string;
  total: Decimal;
  /** The last day in time; null where the records do not say when the clock starts. */
  day: string | null;
}

export interface Arrears {
  balance: Balance | null;
  lateFee: LateFee | null;
}

/**
 * What is still unpaid of the carrier's bill for a period, and the late fee to as-of: from the day after the last day
 * in time to the day of payment, on what is unpaid on each day. null where no such bill is payable.
 */
export async function arrears(
  records: Records,
  contract: Contract,
  rules: Rules,
  label: string,
  asOf: string,
): Promise<Arrears> {
  for (const obligation of contract.obligations.filter(paysBills)) {
    const due = await dueOf(records, contract, obligation, rules, { period: label }, asOf);
    if (due && records.tables.get('payments')?.present) return owing(records, contract, due, asOf);
  }
  return { balance: null, lateFee: null };
}

/** The late fee on one bill to as-of; null where the contract has none or the clock is not known. */
export async function lateFeeOf(
  records: Records,
  contract: Contract,
  rules: Rules,
  id: string,
  asOf: string,
): Promise<LateFee | null> {
  if (!records.tables.get('payments')?.present) return null;
  for (const obligation of contract.obligations.filter(paysBills)) {
    const due = await dueOf(records, contract, obligation, rules, { id }, asOf);
    if (due) return (await owing(records, contract, due, asOf)).lateFee;
  }
  return null;
}

const paysBills = ({ kind, parameters }: Obligation) =>
  kind === 'settle-within' && 'by' in parameters && parameters.by === 'payments';

/** The bill of that period or id as the rule of its obligation sees it: the same start and the same clock as the verdict. */
async function dueOf(
  { store, supplied }: Records,
  contract: Contract,
  obligation: Obligation,
  rules: Rules,
  which: { period: string } | { id: string },
  asOf: string,
): Promise<Due | undefined> {
  const rule = rules.byKind.get(obligation.kind);
  if (!rule) return undefined;
  const window = { ...always, asOf };
  // A limit that the paper leaves blank has no unit either; with any unit it gives no day.
  const parameters = { limit_unit: 'days', ...parametersOf(contract, obligation, rule, supplied) };
  const member = { rule, parameters, prefix: 'd_' };
  const [mine, due, from] = [
    snippet('{{mine}}', member, window),
    snippet('{{due}}', member, window),
    rowsOf(rule.relation, [member], window),
  ];
  const [column, wanted] = 'id' in which ? ['id', which.id] : ['period', which.period];
  const query = joined(
    [mine, due, from],
    ([isMine, isDue, source]) =>
      `select id, total, ${isDue} as due ${source} and ${isMine} and ${column} = $wanted order by received_at desc, id limit 1`,
  );
  const [row] = await store.query(query.sql, { ...query.parameters, wanted });
  if (!row) return undefined;
  const day = row.due === null ? null : addDays(dayOf(String(row.due)), String(row.due).endsWith(' 00:00:00') ? -1 : 0);
  return { bill: String(row.id), total: decimal(String(row.total)), day };
}

async function owing({ store }: Records, contract: Contract, due: Due, asOf: string): Promise<Arrears> {
  const rows = await store.query(
    `select paid_at, amount from payments where bill_id = $bill and paid_at <= $as_of::timestamp order by paid_at, id`,
    { bill: due.bill, as_of: asOf },
  );
  const payments = rows.map((row) => ({ day: dayPaid(String(row.paid_at)), amount: decimal(String(row.amount)) }));
  const paid = payments.reduce((sum, { amount }) => add(sum, amount), zero);
  const unpaid = subtract(due.total, paid);
  return {
    balance: { bill: due.bill, billed: yuan(due.total), paid: yuan(paid), unpaid: yuan(unpaid) },
    lateFee: feeOf(contract, due, payments, asOf),
  };
}

/** The day on which it was paid: midnight is 24:00 of the day before. A payment of which only the day is known has no midnight. */
const dayPaid = (at: string): string => addDays(dayOf(at), at.endsWith(' 00:00:00') ? -1 : 0);

function feeOf(
  { settlement }: Contract,
  { bill, total, day }: Due,
  payments: readonly { day: string; amount: Decimal }[],
  asOf: string,
): LateFee | null {
  if (!settlement.late_fee || day === null) return null;
  const { clause, permille_per_day: printed, readings = [], prefer } = settlement.late_fee;
  let [unpaid, since, days] = [total, day, 0];
  let yuanDays = zero;
  for (const { day: until, amount } of [...payments, { day: dayOf(asOf), amount: zero }]) {
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
  return { bill, clause, due: day, days, ...at(chosen), readings: read };
}
