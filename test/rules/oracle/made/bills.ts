import fc from 'fast-check';
import type { Contract } from '../../../../src/contract/schema.generated.ts';
import { at, dayNumber, monthsAfter, textOf } from '../clock.ts';
import type { Data } from '../compare.ts';
import type { Row } from '../judge.ts';
import { cycleOf } from '../notices.ts';
import { limitsOf } from './parts.ts';
import { named, oneOf } from './rows.ts';
import * as scene from './scene.ts';

const limits = [{ workdays: 10 }, { workdays: 5 }, { days: 30 }, { months: 3 }];

/** The periods of a bill that is sent about some month: those that ended just before it, and the one that it is in. */
const namesAbout = (month: string, cycle: unknown): string[] => {
  const name = (first: number) => {
    const [year = '', number = ''] = textOf(first).split('-');
    const part = (length: number) => Math.ceil(Number(number) / length);
    return [`${year}-${number}`, `${year}Q${part(3)}`, `${year}H${part(6)}`];
  };
  const first = dayNumber(`${month}-01`);
  const all = [...name(monthsAfter(first, -1)), ...name(first), ...name(monthsAfter(first, -6)), month.slice(0, 4)];
  const own = all.filter((one) => cycleOf(one) === cycle);
  return [...own, ...own, ...own, ...all];
};

/** The last day of a period. */
function closingOf(period: string): string {
  const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[cycleOf(period) as 'month'];
  const part = Number(period.slice(5).replace(/^[QH]/, '') || 1);
  return `${textOf(monthsAfter(dayNumber(`${period.slice(0, 4)}-01-01`), part * months) - 1)} 00:00:00`;
}

const cycleIn = ({ obligations }: Contract): unknown =>
  obligations.flatMap(({ parameters }) => ('cycle' in parameters ? [parameters.cycle] : []))[0];

const part = fc.record({ end: scene.ends, amount: oneOf('100.00', '100', '60.00', '40.00', '99.99', '0.01') });

const bill = fc.record({
  of: fc.nat(30),
  sent: fc.oneof(
    scene.starts.map((start) => ({ start })),
    scene.ends.map((end) => ({ end })),
  ),
  wholeDay: fc.boolean(),
  total: oneOf('100.00', '100.00', '100.00', '0.00'),
  invoice: scene.ends,
  payments: fc.array(part, { maxLength: 3 }),
  confirmed: scene.ends,
  carried: oneOf('no', 'no', 'bill', 'invoice', 'both'),
  from: oneOf('carrier', 'carrier', 'carrier', 'customer'),
  received: oneOf<number | null>(0, 1, 2, 40, null),
  paidFor: oneOf('own', 'own', 'own', 'own', 'other'),
});

/** Bills about the end of their periods, with invoices, payments and confirmations on and about the limits. */
export const bills = (contract: Contract): fc.Arbitrary<Data> =>
  fc
    .record({
      made: fc.array(bill, { minLength: 1, maxLength: 3 }),
      month: scene.months,
      flaw: scene.flaws,
      look: scene.lookings,
      lookFrom: oneOf('bill', 'bill', 'end'),
    })
    .chain(({ made, month, flaw, look, lookFrom }) => {
      const names = namesAbout(month, cycleIn(contract));
      const about = [...limitsOf(contract), ...limitsOf(contract), ...limits];
      const rows = made.map((one, i) => {
        const period = names[one.of % names.length] ?? month;
        const closes = closingOf(period);
        const moment =
          'start' in one.sent ? scene.startIn(month, one.sent.start) : scene.endOf(closes, one.sent.end, about);
        const sent = moment ?? closes;
        const sent_at = one.wholeDay ? sent.slice(0, 10) : sent;
        const invoice_at = scene.endOf(one.invoice.limit % 3 ? closes : sent_at, one.invoice, about);
        return { one, row: { id: `b${i}`, period, sent_at, total: one.total, invoice_at } };
      });
      const start = ({ row }: (typeof rows)[number], both: boolean) =>
        both ? (row.invoice_at ?? row.sent_at) : row.sent_at;
      const payments = rows.flatMap(({ one, row }) =>
        one.payments.flatMap(({ end, amount }): Row[] => {
          const paid_at = scene.endOf(start({ one, row }, end.limit > 3), end, about);
          return paid_at === null ? [] : [{ bill_id: one.paidFor === 'own' ? row.id : 'b9', paid_at, amount }];
        }),
      );
      const confirmations = rows.flatMap(({ one, row }): Row[] => {
        const confirmed_at = scene.endOf(row.sent_at, one.confirmed, about);
        return confirmed_at === null ? [] : [{ bill_id: row.id, confirmed_at, total: row.total }];
      });
      const notices = rows.flatMap(({ one, row }) =>
        ['bill', 'invoice']
          .filter((topic) => one.carried === topic || one.carried === 'both')
          .map((topic): Row => {
            const sent_at = row.sent_at.slice(0, 10);
            const received_at = one.received === null ? null : textOf(dayNumber(sent_at) + one.received);
            const to = one.from === 'carrier' ? 'customer' : 'carrier';
            return { topic, from: one.from, to, sent_at, received_at, method: 'email', ref: row.id };
          }),
      );
      const tables = scene.flawed(
        {
          bills: rows.map(({ row }) => row),
          payments: named('p')(payments),
          notices: named('n')(notices),
          confirmations,
        },
        flaw,
        { bills: ['invoice_at'], notices: ['ref', 'received_at'] },
      );
      const closing = closingOf(rows[0]?.row.period ?? month);
      const begun = lookFrom === 'end' ? [closing] : rows.map((each) => String(start(each, look.of > 5)));
      return fc.record({
        tables: fc.constant(tables),
        period: fc.oneof(scene.periodsOf(month), scene.periodsOf(closing.slice(0, 7))),
        asOf: fc.constant(scene.asOfOf(begun, look, about)),
      });
    });

/** Payments in a row, with invoices before and after them. */
export const invoices = (): fc.Arbitrary<Data> => {
  const payment = fc.record({
    start: scene.starts,
    wholeDay: fc.boolean(),
    bill: oneOf('b0', 'b0', 'b1', 'b9'),
    invoice: scene.ends,
    by: oneOf('payment', 'bill', 'none', 'none'),
    from: oneOf('carrier', 'carrier', 'carrier', 'customer'),
  });
  return fc
    .record({
      made: fc.array(payment, { maxLength: 4 }),
      invoiced: fc.tuple(scene.ends, scene.ends),
      month: scene.months,
      flaw: scene.flaws,
      look: scene.lookings,
    })
    .chain(({ made, invoiced, month, flaw, look }) => {
      const payments = made.map(({ start, wholeDay, bill: bill_id }, i): Row => {
        const paid = scene.startIn(month, start);
        return { id: `p${i}`, bill_id, paid_at: wholeDay ? paid.slice(0, 10) : paid, amount: '100.00' };
      });
      const notices = made.flatMap(({ invoice, by, from }, i): Row[] => {
        const { id, bill_id, paid_at } = payments[i] ?? {};
        const sent_at = scene.endOf(String(paid_at), invoice, limits);
        if (sent_at === null || by === 'none') return [];
        const to = from === 'carrier' ? 'customer' : 'carrier';
        return [{ topic: 'invoice', from, to, sent_at, method: 'email', ref: by === 'bill' ? bill_id : id }];
      });
      const sold = invoiced.map((end, i): Row => {
        const paid = payments.find(({ bill_id }) => bill_id === `b${i}`)?.paid_at;
        const invoice_at = scene.endOf(String(paid ?? `${month}-10`), end, limits);
        return { id: `b${i}`, period: month, sent_at: `${month}-02`, total: '100.00', invoice_at };
      });
      const tables = scene.flawed({ payments, bills: sold, notices: named('n')(notices) }, flaw, {
        bills: ['invoice_at'],
        notices: ['ref'],
      });
      const begun = payments.map((row) => String(row.paid_at));
      return scene.dataOf(tables, month, begun, look, limits);
    });
};

/** Bills that come near a sum, and warnings of it. */
export const nearTheCap = (): fc.Arbitrary<Data> => {
  const one = fc.record({
    start: scene.starts,
    wholeDay: fc.boolean(),
    total: oneOf('50.00', '49.99', '100.00', '0.00', '60.00'),
    of: fc.nat(30),
    warned: scene.ends,
    method: oneOf('hand', 'fax', 'registered', 'email'),
    from: oneOf('carrier', 'carrier', 'carrier', 'customer'),
    topic: oneOf('cap-approaching', 'cap-approaching', 'bill'),
  });
  return fc
    .record({ made: fc.array(one, { maxLength: 4 }), month: scene.months, flaw: scene.flaws, look: scene.lookings })
    .chain(({ made, month, flaw, look }) => {
      const names = namesAbout(month, 'month');
      const sent = made.map(({ start, wholeDay, total, of }, i) => {
        const time = scene.startIn(month, start);
        return {
          id: `b${i}`,
          period: names[of % names.length] ?? month,
          sent_at: wholeDay ? time.slice(0, 10) : time,
          total,
        };
      });
      const notices = made.flatMap(({ warned, method, from, topic }, i): Row[] => {
        const sent_at = scene.endOf(String(sent[i]?.sent_at), warned, limits);
        return sent_at === null
          ? []
          : [{ topic, from, to: from === 'carrier' ? 'customer' : 'carrier', sent_at, method }];
      });
      const begun = sent.toSorted((a, b) => at(a.sent_at) - at(b.sent_at)).map((row) => row.sent_at);
      const tables = scene.flawed({ bills: sent, notices: named('n')(notices) }, flaw, { notices: ['destination'] });
      return scene.dataOf(tables, month, begun, look, limits);
    });
};
