import { type Decimal, decimal } from '../../money.ts';
import type { Inputs } from '../../rules/inputs.ts';
import { type Cycle, cycleOf, type Period, periodOf } from '../../time/period.ts';

/** The carrier's bill as recorded. */
export interface Bill {
  id: string;
  period: Period;
  cycle: Cycle;
  total: Decimal;
  /** Beijing time. */
  sentAt: string;
  lines: readonly BillLine[];
}

export interface BillLine {
  charge: string;
  quantity: Decimal | undefined;
  amount: Decimal | undefined;
}

/** Bills sent by as-of, in the order of their periods; copies of one period in the order in which they were sent. */
export async function billsKnown({ records, asOf }: Pick<Inputs, 'records' | 'asOf'>): Promise<Bill[]> {
  const { store } = records;
  const rows = await store.query(
    `select id, period, total::varchar as total, sent_at from bills where sent_at <= $as_of::timestamp
     order by sent_at, id`,
    { as_of: asOf },
  );
  const lines = await store.query(
    'select bill_id, charge, quantity::varchar as quantity, amount::varchar as amount from bill_lines order by bill_id, charge, amount',
  );
  const bills = rows.map((row): Bill => {
    const period = periodOf(String(row.period));
    const own = lines.filter((line) => line.bill_id === row.id);
    return {
      ...{ id: String(row.id), period, cycle: cycleOf(period) ?? 'month', sentAt: String(row.sent_at) },
      total: decimal(String(row.total)),
      lines: own.map((line) => ({
        charge: String(line.charge),
        quantity: exact(line.quantity),
        amount: exact(line.amount),
      })),
    };
  });
  return bills.sort((a, b) => (a.period.from < b.period.from ? -1 : a.period.from > b.period.from ? 1 : 0));
}

const exact = (value: unknown): Decimal | undefined => (value === null ? undefined : decimal(String(value)));
