import fc from 'fast-check';
import type { LoadedContract } from '../../../src/contract/load.ts';
import { inForce } from '../../../src/contract/term.ts';
import type { Row, Tables } from '../../rules/oracle/judge.ts';
import { oneOf } from '../../rules/oracle/made/rows.ts';
import { lastOf, later, plus, spanOf } from '../oracle/days.ts';
import { amount, shown } from '../oracle/money.ts';
import { plainStatement } from '../oracle/statement.ts';
import { contracts, monthIn } from './contract.ts';
import { type Billed, bill, calls, complaints, events, messages, namesAbout, periodsAbout } from './rows.ts';

export interface Month {
  loaded: LoadedContract;
  tables: Tables;
  period: string;
  asOf: string;
}

const looks = fc.record({
  by: oneOf('late', 'late', 'late', 'late', 'end', 'inside', 'soon'),
  time: oneOf('23:59:59', '00:00:00', '12:00:00'),
});

/** Records about a month of a contract, which may be amended, with bills that agree or do not; and a period to ask about. */
export function months(base: LoadedContract, first: string): fc.Arbitrary<Month> {
  return monthIn(first).chain((month) =>
    fc
      .record({
        loaded: contracts(base, month),
        messages: messages(month),
        calls: calls(month),
        complaints: complaints(month),
        made: events(month, String(base.contract.charges[0]?.id)),
        billed: fc.array(bill, { maxLength: 3 }),
        period: periodsAbout(month),
        look: looks,
        absent: oneOf<string | undefined>(
          ...Array(8),
          'messages',
          'calls',
          'complaints',
          'notices',
          'payments',
          'events',
        ),
      })
      .filter(({ loaded, period }) => {
        const [term, { from, to }] = [inForce(loaded.contract), spanOf(period)];
        return from <= term.to && to >= term.from;
      })
      .map(({ loaded, made, billed, period, look, absent, ...rows }) => {
        const { from, to } = spanOf(period);
        const day = { late: later(to, 5), end: plus(to, 1), inside: plus(month, 14), soon: plus(to, 20) }[
          look.by as 'late'
        ];
        const asOf = `${lastOf(day, from)} ${look.time}`;
        const use: Tables = { ...rows, ...made };
        const bills = billed.map((one, i) => rowOf(one, `b${i}`, { loaded, tables: use, period: '', asOf }, month));
        const told = bills.flatMap(({ row, received }): Row[] => {
          const received_at = received === null ? null : `${plus(row.sent_at.slice(0, 10), received)} 09:00:00`;
          const notice = { id: `nb${row.id}`, topic: 'bill', from: 'carrier', to: 'customer', sent_at: row.sent_at };
          return received_at ? [{ ...notice, received_at, method: 'email', ref: row.id }] : [];
        });
        const all: Tables = {
          ...use,
          notices: [...made.notices, ...told],
          bills: bills.map(({ row }) => row),
          payments: bills.flatMap(({ payments }) => payments),
        };
        const { [absent ?? '']: _, ...tables } = all;
        return { loaded, tables, period, asOf };
      }),
  );
}

/** A bill for a period about the month, of what is owed or near it. */
function rowOf({ of, off, sent, invoice, received, payments }: Billed, id: string, world: Month, month: string) {
  const names = namesAbout(month);
  const period = names[of % names.length] ?? '';
  const { to } = spanOf(period);
  const owed = amount(plainStatement({ ...world, ...world.loaded, asOf: '9000-01-01' }, period).payable ?? '123.45');
  const percent = world.loaded.contract.settlement.tolerance?.percent ?? 5;
  const edge = (owed * amount(percent)) / (100_000_000n - amount(percent));
  const more = { none: 0n, fen: 10_000n, edge, beyond: edge + 20_000n, short: -edge, much: owed / 3n + 70_000n }[
    off as 'none'
  ];
  const total = shown(owed + more < 0n ? 0n : owed + more);
  const day = plus(to, sent);
  const row = {
    id,
    period,
    sent_at: `${day} 10:00:00`,
    total,
    invoice_at: invoice === null ? null : plus(day, invoice),
  };
  const paid = payments.map(({ after, time, tenths }, i): Row => {
    const part = shown((amount(total) * BigInt(tenths)) / 10n);
    return { id: `p${id}${i}`, bill_id: id, paid_at: `${plus(day, after)}${time}`, amount: part };
  });
  return { row, received, payments: paid };
}
