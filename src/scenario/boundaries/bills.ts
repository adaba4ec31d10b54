import type { BillWithin, SettleWithin } from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import { boundaryWords, leftWords } from '../../locale/boundaries.ts';
import { limitsWords } from '../../locale/limits.ts';
import { nameOf } from '../../simulate/bills.ts';
import type { Bill, Row } from '../../simulate/world.ts';
import type { Limit } from '../../time/clock.ts';
import { addDays, daysFromTo } from '../../time/day.ts';
import { addSeconds, formatInstant } from '../../time/instant.ts';
import { periodsWithin } from '../../time/period.ts';
import { daysFor, endOf, firstOf, lastDay, type Maker, offset, spanOf, steps } from './draft.ts';

const TOTAL = '300.00';
const DAY = 86_400;

/** The row without the invoice where nobody asks for it. */
export const shown = ({ row }: Bill): Row => {
  const { invoice_at, ...rest } = row;
  return invoice_at === null ? rest : { ...rest, invoice_at };
};

/** A bill that comes at the limit; where the invoice is due too, that comes at the limit and the bill a day before. */
export const billWithin: Maker = (parameters, about, { readings }, terms) => {
  const p = parameters as BillWithin;
  const invoiced = (readings as BillWithin[]).some((one) => one.with_invoice);
  const anchor = p.basis === 'contract' ? stated(terms.contract.term.from) : undefined;
  if (p.basis === 'contract' && anchor === undefined) return leftWords.blank(['term.from']);
  const limits = { from: terms.from, to: terms.to, label: '' };
  const found = firstOf(periodsWithin(limits, p.cycle, anchor), terms, (period) => {
    const span = spanOf(`${period.to} 00:00:00`, p.limit as Limit, terms.calendar);
    if (!span) return undefined;
    const plain = span.plain && period.from >= terms.from;
    return { value: { period, due: span.due }, days: [period.to, lastDay(span.due)], plain };
  });
  if (!found) return leftWords.noDay;
  const { period, due } = found;
  return steps.map((step) => {
    const at = addSeconds(due, offset[step]);
    const label = p.basis === 'calendar' ? period.label : nameOf(period.from, p.cycle);
    const row = {
      ...{ id: 'b1', period: label, total: TOTAL },
      ...{ sent_at: p.with_invoice ? addSeconds(due, -DAY) : at, invoice_at: invoiced ? at : null },
    };
    const bill: Bill = { cycle: p.cycle, basis: p.basis, endsOn: period.to, row };
    return {
      title: boundaryWords.moment(about, p.limit, formatInstant(due, 'end'), step),
      step,
      place: {
        limit: limitsWords.within(p.limit),
        trigger: limitsWords.periodEnd(period.to),
        point: limitsWords.billed(endOf(at), p.with_invoice),
      },
      month: period.to.slice(0, 7),
      records: { bills: [shown(bill)] },
      bills: [bill],
    };
  });
};

/** A bill that is confirmed, or paid in full, at the limit. */
export const settleWithin: Maker = (parameters, about, duty, terms) => {
  const p = parameters as SettleWithin;
  const usable = new Set(daysFor(duty, terms));
  const ended = periodsWithin({ from: terms.from, to: terms.to, label: '' }, p.cycle);
  const candidates = ended.flatMap((period) =>
    daysFromTo(addDays(period.to, 5), addDays(period.to, 35))
      .filter((day) => usable.has(day))
      .map((day) => ({ period, start: `${day} 10:00:00` })),
  );
  const found = firstOf(candidates, terms, ({ period, start }) => {
    const span = spanOf(start, p.limit as Limit, terms.calendar);
    const value = { period, start, due: span?.due ?? '' };
    return span && { value, days: [lastDay(span.due)], plain: span.plain };
  });
  if (!found) return leftWords.noDay;
  const { period, start, due } = found;
  const invoiced = (duty.readings as SettleWithin[]).some((one) => one.with_invoice);
  const sent_at = p.with_invoice ? addSeconds(start, -3600) : start;
  const row = { id: 'b1', period: period.label, total: TOTAL, sent_at, invoice_at: invoiced ? start : null };
  const bill: Bill = { cycle: p.cycle, basis: 'calendar', endsOn: period.to, row };
  const by = (duty.readings as SettleWithin[]).map((one) => [one.by, []] as const);
  return steps.map((step) => {
    const at = addSeconds(due, offset[step]);
    const done: Row =
      p.by === 'payments'
        ? { id: 'p1', bill_id: 'b1', paid_at: at, amount: TOTAL }
        : { bill_id: 'b1', confirmed_at: at, total: TOTAL };
    return {
      title: boundaryWords.moment(about, p.limit, formatInstant(due, 'end'), step),
      step,
      place: {
        limit: limitsWords.within(p.limit),
        trigger: limitsWords.billGot(start, p.with_invoice),
        point: p.by === 'payments' ? limitsWords.paid(endOf(at)) : limitsWords.confirmed(endOf(at)),
      },
      month: start.slice(0, 7),
      records: { bills: [shown(bill)], ...Object.fromEntries(by), [p.by]: [done] },
      bills: [bill],
    };
  });
};
