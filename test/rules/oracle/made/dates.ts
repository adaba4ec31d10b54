import fc from 'fast-check';
import type { Row } from '../judge.ts';
import { exported, named, oneOf, some } from './rows.ts';

export const events: fc.Arbitrary<Row[]> = exported(
  some(
    fc.record({
      type: oneOf('change-order', 'change-order', 'change-order', 'system-upgrade'),
      occurred_at: oneOf(
        ...[
          '2024-05-01',
          '2024-05-15',
          '2024-05-15 23:59:59',
          '2024-05-16 00:00:00',
          '2024-05-16',
          '2024-05-16 00:00:01',
        ],
        ...['2024-05-31 23:59:59', '2024-06-01', '2024-06-15 08:00:00', '2024-04-30 23:59:59', '2024-05-15 12:00:00'],
      ),
      party: oneOf<string | null>('customer', 'customer', 'carrier', null),
    }),
    5,
  ).map(named('e')),
  'party',
);

const paid = oneOf(
  ...['2024-05-20 10:00:00', '2024-06-13 23:59:59', '2024-06-13', '2024-06-14 00:00:00', '2024-06-14'],
  ...['2024-06-14 00:00:01', '2024-07-01 09:00:00', '2024-06-07 19:12:00'],
);
export const payments: fc.Arbitrary<Row[]> = some(
  fc.record({
    bill_id: oneOf('b1', 'b2', 'b3'),
    paid_at: paid,
    amount: oneOf('2997', '2997.00', '1498.50', '2996.99', '0.01', '999.00'),
  }),
  6,
).map(named('p'));
export const bills: fc.Arbitrary<Row[]> = fc.subarray([
  { id: 'b1', period: '2024', sent_at: '2024-05-14', total: '2997.00' },
  { id: 'b2', period: '2024', sent_at: '2024-05-14', total: '999.00' },
]);
export const paymentAsOfs = oneOf(
  ...[
    '2024-06-07 19:12:00',
    '2024-06-07 19:12:01',
    '2024-06-14 00:00:00',
    '2024-06-14 00:00:01',
    '2024-05-20 12:00:00',
  ],
  ...['2024-07-31 23:59:59', '2024-05-13 23:59:59'],
);
