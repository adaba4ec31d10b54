import fc from 'fast-check';
import type { Row } from '../../rules/oracle/judge.ts';
import { named, oneOf } from '../../rules/oracle/made/rows.ts';
import { later, plus } from '../oracle/days.ts';

/** A moment on and about the ends of months and days, and where amendments begin. */
const moments = fc.record({
  month: oneOf(0, 0, 0, 0, 0, -1, 1, 2, -4, 4),
  day: oneOf(0, 0, -1, 8, 9, 13, 14, 15, 27, 28, 29, 30),
  time: oneOf('00:00:00', '00:00:00', '23:59:59', '10:00:00', '07:59:59', '08:00:00', '23:59:59.5'),
});
type Moment = typeof moments extends fc.Arbitrary<infer T> ? T : never;

const at = (first: string, { month, day, time }: Moment): string => `${plus(later(first, month), day)} ${time}`;

const message = fc.record({
  moment: moments,
  direction: oneOf('MT', 'MT', 'MT', 'MO'),
  status: oneOf('delivered', 'delivered', 'delivered', 'failed', 'failed', 'rejected'),
  failure_reason: oneOf<string | null>('off', 'congestion', 'congestion', null),
  characters: oneOf<number | null>(0, 58, 60, 62, 63, 64, 65, 68, 69, 70, 134, 135, 140, 141, 700, null),
  content: oneOf<string | null>(null, null, null, '验'.repeat(64), '🙂'.repeat(33), 'a'.repeat(71)),
  signature: oneOf<string | null>('数研所', '吉林医保', 'Digital', null, ''),
  times: oneOf(1, 1, 1, 2, 3),
});

export const messages = (first: string): fc.Arbitrary<Row[]> =>
  fc
    .tuple(fc.array(message, { maxLength: 9 }), oneOf(true, true, true, false))
    .map(([all, signed]) =>
      all.flatMap(({ moment, times, signature, ...row }) =>
        Array.from({ length: times }, () => ({
          ...row,
          failure_reason: row.status === 'delivered' ? null : row.failure_reason,
          sent_at: at(first, moment),
          recipient: '13800000001',
          ...(signed && { signature }),
        })),
      ),
    )
    .map(named('m'));

const call = fc.record({
  moment: moments,
  direction: oneOf('out', 'out', 'in'),
  seconds: oneOf(0, 1, 59, 60, 61, 119, 120, 3601),
});

export const calls = (first: string): fc.Arbitrary<Row[]> =>
  fc
    .array(call, { maxLength: 6 })
    .map((all) =>
      all.map(
        ({ moment, ...row }): Row => ({
          ...row,
          started_at: at(first, moment),
          caller: '12393',
          callee: '13800000001',
        }),
      ),
    )
    .map(named('k'));

export const complaints = (first: string): fc.Arbitrary<Row[]> =>
  fc
    .array(fc.record({ moment: moments, responsible: oneOf('carrier', 'carrier', 'customer') }), { maxLength: 3 })
    .map((all) =>
      all.map(({ moment, responsible }): Row => ({ received_at: at(first, moment), responsible, category: 'other' })),
    )
    .map(named('c'));

const choice = fc.record({
  month: oneOf(0, 0, 1, -1, 2),
  day: oneOf(0, 0, 0, 0, 14),
  party: oneOf<string | null>('customer', null, 'carrier'),
  before: oneOf<number | null>(30, 30, 31, 29, 45, null),
  sent: oneOf(30, 33, 29, 60),
  method: oneOf('registered', 'courier', 'email'),
  ref: oneOf('own', 'own', 'own', 'none'),
  told: oneOf(true, true, true, false),
});

const topUp = fc.record({
  moment: moments,
  quantity: oneOf<number | null>(1, 3, 100, 3, null),
  of: oneOf('own', 'none', 'other'),
});

/** Free months that are chosen, with their notices, and top-ups of a package. */
export const events = (first: string, charge: string): fc.Arbitrary<{ events: Row[]; notices: Row[] }> =>
  fc.tuple(fc.array(choice, { maxLength: 3 }), fc.array(topUp, { maxLength: 3 })).map(([choices, bought]) => {
    const chosen = choices.map(({ month, day, party }, i): Row => {
      return { id: `f${i}`, type: 'free-month-chosen', occurred_at: plus(later(first, month), day), party };
    });
    const notices = choices.flatMap(({ before, sent, method, ref, told }, i): Row[] => {
      const day = String(chosen[i]?.occurred_at);
      const sent_at = plus(day, -Math.max(sent, before ?? 0));
      const received_at = before === null ? null : plus(day, -before);
      const row = {
        id: `n${i}`,
        topic: 'free-month-chosen',
        from: 'customer',
        to: 'carrier',
        sent_at,
        received_at,
        method,
      };
      return told ? [{ ...row, ref: ref === 'own' ? `f${i}` : null }] : [];
    });
    const ups = bought.map(({ moment, quantity, of }, i): Row => {
      const ref = of === 'own' ? charge : of === 'none' ? null : 'another';
      return { id: `t${i}`, type: 'top-up', occurred_at: at(first, moment), quantity, ref, amount: '10.00' };
    });
    return { events: [...chosen, ...ups], notices };
  });

const part = fc.record({
  after: oneOf(3, 12, 31, 32, 45, 95),
  time: oneOf(' 10:00:00', ' 00:00:00', ''),
  tenths: oneOf(10, 5, 3, 0),
});

export const bill = fc.record({
  of: fc.nat(8),
  /** By how much it differs from what is owed, or the fraction of the tolerance at which it lies. */
  off: oneOf('none', 'none', 'fen', 'edge', 'beyond', 'short', 'much'),
  sent: oneOf(1, 3, 10, -20),
  invoice: oneOf<number | null>(0, 2, null),
  received: oneOf<number | null>(null, 1, 4),
  payments: fc.array(part, { maxLength: 3 }),
});
export type Billed = typeof bill extends fc.Arbitrary<infer T> ? T : never;

/** Names of the periods about a month. */
export const namesAbout = (first: string): string[] => {
  const [year = '', month = ''] = first.split('-');
  const names = [-1, 0, 0, 1, -2].map((n) => later(first, n).slice(0, 7));
  return [...names, `${year}Q${Math.ceil(Number(month) / 3)}`, `${year}H${Math.ceil(Number(month) / 6)}`, year];
};

export const periodsAbout = (first: string): fc.Arbitrary<string> => {
  const [year = '', month = ''] = first.split('-');
  const quarter = `${year}Q${Math.ceil(Number(month) / 3)}`;
  const broken = [
    `${plus(first, 9)}..${plus(first, 19)}`,
    `${first}..${plus(first, 13)}`,
    `${plus(first, -10)}..${plus(later(first, 1), -1)}`,
  ];
  const name = first.slice(0, 7);
  return oneOf(name, name, name, name, quarter, quarter, `${year}H${Math.ceil(Number(month) / 6)}`, year, ...broken);
};
