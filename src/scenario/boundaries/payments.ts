import type {
  CapNotice,
  ChangeOrder,
  InvoiceWithin,
  PaymentByCycleEnd,
  PaymentOnce,
} from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import { leftWords } from '../../locale/boundaries.ts';
import { limitsWords as words } from '../../locale/limits.ts';
import { add, compare, decimal, yuan } from '../../money.ts';
import { nameOf } from '../../simulate/bills.ts';
import { formsOf } from '../../simulate/notices.ts';
import type { Row } from '../../simulate/world.ts';
import { deadline, type Limit } from '../../time/clock.ts';
import { addDays, nextDay } from '../../time/day.ts';
import { addSeconds } from '../../time/instant.ts';
import { periodsWithin } from '../../time/period.ts';
import { startOf } from './cases.ts';
import { around, daysFor, endOf, firstOf, type Maker, offset, type Terms } from './draft.ts';
import { eachRow, kept } from './rows.ts';
import { wholeMonths } from './totals.ts';

const TOTAL = '300.00';

/** An invoice at the limit after a payment. */
export const invoiceWithin: Maker = (parameters, about, duty, terms) => {
  const p = parameters as InvoiceWithin;
  const found = startOf(p.limit as Limit, daysFor(duty, terms), terms);
  if (!found) return leftWords.noDay;
  const payments = [{ id: 'p1', bill_id: 'b1', paid_at: found.start, amount: TOTAL }];
  return around(about, { limit: words.within(p.limit), trigger: words.payment(found.start) }, (step) => {
    const at = addSeconds(found.due, offset[step]);
    const notice = {
      id: 'n1',
      topic: 'invoice',
      from: 'carrier',
      to: 'customer',
      sent_at: at,
      method: 'email',
      ref: 'p1',
    };
    return {
      ...{ point: words.invoiced(endOf(at)), month: found.start.slice(0, 7) },
      records: { payments, notices: [notice] },
      judge: (one) => kept(at <= (deadline(found.start, (one as InvoiceWithin).limit as Limit, terms.calendar) ?? '')),
    };
  });
};

/** The cycles of one kind that end in the terms. */
function cyclesOf({ cycle, basis }: PaymentByCycleEnd, { contract, from, to }: Terms) {
  const anchor = basis === 'contract' ? stated(contract.term.from) : undefined;
  return basis === 'contract' && anchor === undefined ? [] : periodsWithin({ from, to, label: '' }, cycle, anchor);
}

/** A bill that is paid in full as the last day of its cycle ends. Only that day is looked at: another reading's cycle ends on another. */
export const paymentByCycleEnd: Maker = (parameters, about, { readings }, terms) => {
  const p = parameters as PaymentByCycleEnd;
  const period = firstOf(cyclesOf(p, terms), terms, (one) => ({
    value: one,
    days: [one.from, nextDay(one.to)],
    plain: true,
  }));
  if (!period) return leftWords.noDay;
  const label = p.basis === 'calendar' ? period.label : nameOf(period.from, p.cycle);
  const bills = [{ id: 'b1', period: label, sent_at: `${addDays(period.to, -10)} 10:00:00`, total: TOTAL }];
  const limited = { limit: words.cycleEnd, trigger: words.cycle(period.from, period.to) };
  const due = `${nextDay(period.to)} 00:00:00`;
  const ending = new Set(
    (readings as PaymentByCycleEnd[]).filter((one) => cyclesOf(one, terms).some(({ to }) => to === period.to)),
  );
  return around(about, limited, (step) => {
    const at = addSeconds(due, offset[step]);
    return {
      ...{ point: words.paid(endOf(at)), month: `${period.to}..${period.to}`, until: at },
      records: { bills, payments: [{ id: 'p1', bill_id: 'b1', paid_at: at, amount: TOTAL }] },
      judge: (one) => (ending.has(one as PaymentByCycleEnd) ? kept(at <= due) : 'not-triggered'),
    };
  });
};

/** The one sum, paid at the limit. */
export const paymentOnce: Maker = (parameters, about, _duty, terms) => {
  const p = parameters as PaymentOnce;
  const from = stated(p.from);
  if (from === undefined) return leftWords.blank(['from']);
  // Days run from the day itself, whatever the time.
  const due = deadline(`${from} 12:00:00`, p.limit as Limit, terms.calendar);
  if (due === undefined) return leftWords.noDay;
  const amount = yuan(decimal(p.amount));
  return around(about, { limit: words.once(amount, p.limit), trigger: words.from(from) }, (step) => {
    const at = addSeconds(due, offset[step]);
    return {
      ...{ point: words.paid(endOf(at)), month: from.slice(0, 7) },
      records: { payments: [{ id: 'p1', bill_id: 'b1', paid_at: at, amount }] },
      judge: () => kept(at <= due),
    };
  });
};

/** The bill by which the sum is reached, and the notice of it at the limit. */
export const capNotice: Maker = (parameters, about, duty, terms) => {
  const p = parameters as CapNotice;
  const threshold = stated(p.threshold);
  const [method] = formsOf(p, duty.obligation, terms);
  const found = startOf(p.limit as Limit, daysFor(duty, terms), terms);
  if (threshold === undefined) return leftWords.blank(['threshold']);
  if (!found) return leftWords.noDay;
  if (method === undefined) return leftWords.noWay;
  const { start, due } = found;
  const month = start.slice(0, 7);
  const from = duty.obligation.bearer === 'customer' ? 'customer' : 'carrier';
  const to = from === 'customer' ? 'carrier' : 'customer';
  const records = (total: string, sent_at: string): Record<string, Row[]> => ({
    bills: [{ id: 'b1', period: month, sent_at: start, total }],
    notices: [{ id: 'n1', topic: 'cap-approaching', from, to, sent_at, method }],
  });
  const sum = yuan(decimal(threshold));
  const nears = { limit: words.cap(sum), trigger: words.capBill, strict: true };
  return [
    ...around(about, nears, (step) => {
      const total = yuan(add(decimal(threshold), { units: BigInt(offset[step]), scale: 2 }));
      const reached = compare(decimal(total), decimal(threshold)) >= 0;
      return {
        ...{ point: words.amount(total), month, records: records(total, due) },
        judge: () => (reached ? 'fulfilled' : 'not-triggered'),
      };
    }),
    ...around(about, { limit: words.within(p.limit), trigger: words.billed(start, false) }, (step) => {
      const at = addSeconds(due, offset[step]);
      return { point: words.noticed(endOf(at)), month, records: records(sum, at), judge: () => kept(at <= due) };
    }),
  ];
};

/** A change order filed as the last day for it ends. */
export const changeOrder: Maker = (parameters, about, duty, terms) => {
  const { by_day: day } = parameters as ChangeOrder;
  const [month] = wholeMonths(terms);
  if (month === undefined) return leftWords.noDay;
  const due = `${addDays(`${month}-01`, day)} 00:00:00`;
  const party = duty.obligation.bearer === 'carrier' ? 'carrier' : 'customer';
  return around(about, { limit: words.orderBy(day), trigger: words.order }, (step) => {
    const at = addSeconds(due, offset[step]);
    const events = [{ id: 'e1', type: 'change-order', occurred_at: at, party }];
    const judge = () => eachRow(events, ({ occurred_at }) => String(occurred_at) > due);
    return { point: words.filed(endOf(at)), month, records: { events }, judge };
  });
};
