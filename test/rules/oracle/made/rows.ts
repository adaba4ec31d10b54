import fc from 'fast-check';
import type { Row } from '../judge.ts';

export const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const numbers = oneOf('13800000001', '13800000002', '13800000003');
const reached = oneOf('13800000001', '13800000002', '13800000003', '13800000004');
export const some = <T>(row: fc.Arbitrary<T>, maxLength = 14) => fc.array(row, { minLength: 1, maxLength });
export const named = (prefix: string) => (rows: readonly Row[]) =>
  rows.map((row, i) => ({ id: `${prefix}${i}`, ...row }));

/** The same rows without a column, as an export that does not have it. */
const without =
  (column: string) =>
  (rows: readonly Row[]): Row[] =>
    rows.map(({ [column]: _, ...rest }) => rest);

/** Now and then one of the columns is missing altogether. */
export const exported = (rows: fc.Arbitrary<Row[]>, ...columns: string[]): fc.Arbitrary<Row[]> =>
  fc
    .tuple(rows, oneOf(undefined, undefined, undefined, ...columns))
    .map(([list, column]) => (column ? without(column)(list) : list));

/** Few moments, on and beside every limit: ends of windows, of days, of the month, and as-of itself. */
const moments = oneOf(
  ...[
    '2024-04-30 23:59:59',
    '2024-05-01 00:00:00',
    '2024-05-02 08:00:00',
    '2024-05-02 07:59:59',
    '2024-05-02 09:00:00',
  ],
  ...[
    '2024-05-03 20:00:00',
    '2024-05-03 20:00:01',
    '2024-05-03 22:00:00',
    '2024-05-03 22:00:00.5',
    '2024-05-10 12:00:00',
  ],
  ...[
    '2024-05-10 14:00:00',
    '2024-05-10 13:00:00',
    '2024-05-15 12:00:00',
    '2024-05-15 12:00:01',
    '2024-05-31 23:59:59',
  ],
  ...['2024-06-01 00:00:00', '2024-06-30 23:59:59'],
);
const days = oneOf('2024-05-01', '2024-05-02', '2024-05-10', '2024-05-15');
export const asOfs = oneOf(
  ...[
    '2024-05-15 12:00:00',
    '2024-05-15 11:59:59',
    '2024-06-30 23:59:59',
    '2024-06-30 23:59:59',
    '2024-05-31 23:59:59',
  ],
  '2024-05-01 00:00:00',
);
export const periods = oneOf('2024-05', '2024-05', '2024Q2');

const categories = oneOf<string | null>('commercial', 'member', 'notice', 'verification', 'management', null);
const bodies = oneOf<string | null>(
  ...[
    '回复TD',
    '回复td。',
    '回T退订！ ',
    'CNN',
    '拒收请回复R',
    '拒收请回复r）　',
    '拒收请回复RR',
    '回复T1',
    'N',
    '',
    null,
  ],
  ...['优惠&回N', '^_^&回T', '^_^ 回N', '满100￥', '通知※', '2 > 1', '……'],
);

export const messages: fc.Arbitrary<Row[]> = exported(
  some(
    fc.record({
      sent_at: moments,
      direction: oneOf('MT', 'MT', 'MT', 'MT', 'MO'),
      recipient: reached,
      port: oneOf<string | null>('1', '1', '1', '2', null),
      status: oneOf('delivered', 'delivered', 'delivered', 'failed', 'rejected'),
      failure_reason: oneOf<string | null>('off', 'ported', 'congestion', null),
      content: bodies,
      category: categories,
    }),
  ).map(named('m')),
  ...['port', 'category', 'content', 'failure_reason'],
);

export const calls: fc.Arbitrary<Row[]> = exported(
  some(
    fc.record({
      started_at: moments,
      caller: oneOf('12393', '12393', '043112393'),
      callee: reached,
      direction: oneOf('out', 'out', 'out', 'in'),
      seconds: oneOf(0, 60),
      purpose: oneOf<string | null>('callback', 'service', 'marketing', 'marketing', null),
    }),
  ).map(named('c')),
  'purpose',
);

/** A number of which a list gives only a day, and nothing else is said that would settle the matter. */
const dayOnly = fc
  .tuple(oneOf<readonly string[]>(['black'], ['white'], ['consent'], ['consent', 'optout']), days)
  .map(([names, day]): Row[] =>
    names.map((list, i) => {
      const added_at = i === names.length - 1 ? day : '2024-01-01 00:00:00';
      return { list, recipient: '13800000004', added_at, removed_at: null };
    }),
  );

/** Entries of the lists, on and beside the moments of the messages. */
export const lists: fc.Arbitrary<Row[]> = fc
  .tuple(
    fc.array(
      fc.record({
        list: oneOf('consent', 'consent', 'optout', 'black', 'white'),
        recipient: numbers,
        added_at: moments,
        removed_at: fc.oneof(fc.constant(null), moments),
      }),
      { maxLength: 9 },
    ),
    fc.oneof(fc.constant<Row[]>([]), dayOnly),
  )
  .map(([entries, more]) => [...entries, ...more]);

export const attestations = (ids: readonly string[]): fc.Arbitrary<Row[]> =>
  fc.array(
    fc.record({
      obligation: oneOf(...ids),
      attested_at: oneOf(
        '2024-05-01',
        '2024-05-15 12:00:00',
        '2023-11-15 12:00:00',
        '2023-11-15 11:59:58',
        '2023-01-01',
      ),
      valid_to: oneOf<string | null>(null, null, '2024-05-15', '2024-05-15 11:59:59', '2024-06-30'),
      role: fc.constant('合规负责人'),
    }),
    { maxLength: 3 },
  );

export const complaints: fc.Arbitrary<Row[]> = exported(
  some(
    fc.record({
      received_at: fc.oneof(moments, oneOf('2024-02-15 12:00:00', '2024-03-10 12:00:00', '2024-03-31 23:59:59')),
      category: oneOf('other', 'spam', 'consent', 'consent'),
      responsible: oneOf<string | null>('customer', 'carrier', null),
      channel: oneOf<string | null>('user', 'carrier', 'regulator', '12321', null),
    }),
    12,
  ).map(named('k')),
  ...['responsible', 'channel'],
);

/** What failed for a cause counts or does not; at least one message was delivered, so that there is a rate. */
export const attempts: fc.Arbitrary<Row[]> = messages.map((list) => [
  ...list,
  { id: 'm', sent_at: '2024-05-01 00:00:00', direction: 'MT', recipient: '13800000001', status: 'delivered' },
]);

/** No message fails: it is delivered, or the platform rejects it. */
export const unfailing: fc.Arbitrary<Row[]> = messages.map((list) =>
  list.map((row) => ({ ...row, status: row.status === 'failed' ? 'rejected' : row.status })),
);

/** Complaints due to the carrier, some with one due to the customer in the same instant. */
export const carrierComplaints: fc.Arbitrary<Row[]> = complaints.map((list) =>
  list.flatMap((row) => [
    { ...row, responsible: 'carrier' },
    ...(row.category === 'spam' ? [{ ...row, id: `${row.id}x`, responsible: 'customer' }] : []),
  ]),
);

/** Signatures on and beside the lengths, in Han characters, letters, both, and beyond the basic plane. */
export const signed: fc.Arbitrary<Row[]> = exported(
  fc
    .array(
      fc.record({
        sent_at: moments,
        direction: oneOf('MT', 'MT', 'MT', 'MO'),
        recipient: reached,
        port: oneOf<string | null>('1', '1', ''),
        status: oneOf('delivered', 'delivered', 'failed', 'rejected'),
        signature: oneOf<string | null>(
          ...[
            '吉林医保',
            '天东林管局沙湾分局',
            '内蒙古自治区地震局',
            '医保',
            '医保局',
            '沙湾林业管理分局',
            '沙湾林业管理局分局',
          ],
          ...[
            'A',
            'ABCDEFGHIJKLMNOP',
            'ABCDEFGHIJKLMNOPQ',
            '医保局ABCDE',
            '医保局ABCDEF',
            '医A',
            '𠮷𠮷',
            '𠮷林医保',
            '',
            null,
          ],
        ),
      }),
      { maxLength: 3 },
    )
    .map(named('m')),
  ...['port', 'signature'],
);
