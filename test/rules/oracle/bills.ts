import { inForce } from '../../../src/contract/term.ts';
import { type Case, first, inSpan, lacks, standing, supplied, timely, together } from './cases.ts';
import { at, dayLength, dayNumber, endOf, known, type Limit, lastInstant, monthsAfter, textOf } from './clock.ts';
import type { Asked, Judge, Row } from './judge.ts';
import { inPeriod, only } from './judge.ts';
import { cycleOf } from './notices.ts';

const fen = (amount: unknown) => Math.round(Number(amount) * 100);

/** The first instant at which the payments of a bill had come to its total; nothing is owed on a bill of nothing. */
function settled(bill: Row, payments: readonly Row[]): number | undefined {
  if (fen(bill.total) === 0) return at(bill.sent_at);
  const own = payments.filter((row) => row.bill_id === bill.id).toSorted((a, b) => at(a.paid_at) - at(b.paid_at));
  let sum = 0;
  for (const row of own) {
    sum += fen(row.amount);
    if (sum >= fen(bill.total)) return at(row.paid_at);
  }
  return undefined;
}

/** From the receipt of the bill, or of bill and invoice where the clause asks for both, to confirmation or payment. */
export const settleWithin: Judge = (asked) => {
  const { p, tables, asOf } = asked;
  if (lacks(tables, 'bills', String(p.by))) return only('undetermined');
  const received = (bill: Row, topic: string) =>
    first(
      (tables.notices ?? []).map((row) =>
        row.topic === topic && row.ref === bill.id && row.from === 'carrier' ? known(row.received_at) : undefined,
      ),
    );
  const done = (bill: Row) =>
    p.by === 'payments'
      ? settled(bill, tables.payments ?? [])
      : first((tables.confirmations ?? []).map((row) => (row.bill_id === bill.id ? at(row.confirmed_at) : undefined)));
  const cases = (tables.bills ?? [])
    .filter((bill) => cycleOf(bill.period) === p.cycle)
    .map((bill): Case => {
      const came = received(bill, 'bill') ?? at(bill.sent_at);
      const invoice = p.with_invoice ? (received(bill, 'invoice') ?? known(bill.invoice_at)) : came;
      const start = Math.max(came, invoice ?? came);
      const due = invoice === undefined ? undefined : lastInstant(start, p.limit as Limit);
      return { id: String(bill.id), start, due, done: done(bill), told: true };
    });
  return timely(
    cases.filter(({ start }) => inSpan(start, asked) && start <= at(asOf)),
    asOf,
  );
};

interface Cycle {
  label: string;
  first: number;
  last: number;
  nextLast: number;
}

const lengths: Readonly<Record<string, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The cycles that end in the period, in the term, and have ended by as-of. */
function cycles(asked: Asked): Cycle[] {
  const { p, contract } = asked;
  const months = lengths[String(p.cycle)] ?? 0;
  const term = inForce(contract);
  const anchor =
    p.basis === 'contract' ? dayNumber(term.from) : dayNumber(`${Number(asked.from.slice(0, 4)) - 1}-01-01`);
  const found: Cycle[] = [];
  for (let n = 0; ; n++) {
    const [start = 0, next = 0, after = 0] = [n, n + 1, n + 2].map((k) => monthsAfter(anchor, k * months));
    const last = next - 1;
    if (last * dayLength >= at(asked.until)) return found;
    const inTerm = textOf(last) >= term.from && textOf(last) <= term.to;
    if (inSpan(last * dayLength, asked) && inTerm && endOf(last) <= at(asked.asOf)) {
      found.push({ label: labelOf(start, months, p.basis), first: start, last, nextLast: after - 1 });
    }
  }
}

function labelOf(start: number, months: number, basis: unknown): string {
  if (basis === 'contract') return `${textOf(start)}..${textOf(monthsAfter(start, months) - 1)}`;
  const [year = '', month = ''] = textOf(start).split('-');
  const part = Math.ceil(Number(month) / months);
  return { 1: `${year}-${month}`, 3: `${year}Q${part}`, 6: `${year}H${part}` }[months] ?? year;
}

/** Bill, and invoice where the clause asks for it, after the end of each cycle. */
export const billWithin: Judge = (asked) => {
  const { p, tables, asOf } = asked;
  if (lacks(tables, 'bills')) return only('undetermined');
  const cases = cycles(asked).map(({ label, last, nextLast }) => {
    const own = (tables.bills ?? []).filter(
      (bill) =>
        cycleOf(bill.period) === p.cycle &&
        (p.basis === 'contract'
          ? at(bill.sent_at) >= endOf(last) && at(bill.sent_at) < endOf(nextLast)
          : bill.period === label),
    );
    const sent = first(own.map((bill) => at(bill.sent_at)));
    const invoiced = first(own.map((bill) => known(bill.invoice_at)));
    const both = sent !== undefined && invoiced !== undefined ? Math.max(sent, invoiced) : undefined;
    const done = p.with_invoice ? both : sent;
    const start = last * dayLength;
    // What is dated before the last day of the cycle is no bill of the whole of it.
    const told = (!p.with_invoice || supplied(tables.bills, 'invoice_at')) && (done === undefined || done >= start);
    return { id: label, start, due: lastInstant(start, p.limit as Limit), done, told };
  });
  return timely(cases, asOf);
};

/** The bill of a cycle is paid by the end of its last day. Of several bills of one cycle nobody can tell which counts. */
export const paymentByCycleEnd: Judge = (asked) => {
  const { p, tables, asOf } = asked;
  if (lacks(tables, 'bills', 'payments')) return only('undetermined');
  const looked = cycles(asked).map((cycle) => {
    const named = (tables.bills ?? [])
      .filter((bill) => cycleOf(bill.period) === p.cycle)
      .filter((bill) =>
        p.basis === 'contract'
          ? at(bill.sent_at) >= cycle.first * dayLength && at(bill.sent_at) < endOf(cycle.last)
          : bill.period === cycle.label,
      )
      .toSorted((a, b) => at(a.sent_at) - at(b.sent_at) || (String(a.id) < String(b.id) ? -1 : 1));
    const own = p.basis === 'contract' ? named.slice(0, 1) : named;
    const due = endOf(cycle.last);
    const standings = own.map((bill) =>
      standing(
        { id: '', start: cycle.last * dayLength, due, done: settled(bill, tables.payments ?? []), told: true },
        at(asOf),
      ),
    );
    const [is = 'unknown'] = standings;
    return { id: String(own[0]?.id ?? cycle.label), is: new Set(standings).size > 1 ? ('unknown' as const) : is };
  });
  return together(looked);
};

/** An invoice for each payment: a notice that brought it, or the one recorded with the bill. */
export const invoiceWithin: Judge = (asked) => {
  const { p, tables, asOf } = asked;
  if (lacks(tables, 'payments')) return only('undetermined');
  const brought = (tables.notices ?? []).filter((row) => row.topic === 'invoice');
  const cases = (tables.payments ?? [])
    .filter((row) => inPeriod(row.paid_at, asked))
    .map((row): Case => {
      const bill = (tables.bills ?? []).find(({ id }) => id === row.bill_id);
      const told = brought.filter(({ ref, from }) => from === 'carrier' && (ref === row.id || ref === row.bill_id));
      const done = first([...told.map(({ sent_at }) => at(sent_at)), known(bill?.invoice_at)]);
      const start = at(row.paid_at);
      const recorded = bill !== undefined && supplied(tables.bills, 'invoice_at');
      return {
        ...{ id: String(row.id), start, due: lastInstant(start, p.limit as Limit), done },
        told: recorded || done !== undefined || brought.length > 0,
      };
    });
  return timely(cases, asOf);
};
