import fc from 'fast-check';
import { apart } from './oracle/compare.ts';
import * as dates from './oracle/made/dates.ts';
import * as rows from './oracle/made/rows.ts';
import { property } from './oracle/property.ts';

/** A plain second look at each kind: loops over rows, written from what the clauses mean. */
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const when = { period: rows.periods, asOf: rows.asOfs };

property(
  'who may get a message or a call is judged as a plain look at the lists would',
  apart(['recipient-lists', 'call-lists']),
  ({ obligations }) =>
    fc.record({
      tables: fc.record({
        messages: rows.messages,
        calls: rows.calls,
        list_entries: rows.lists,
        attestations: rows.attestations([...obligations.map(({ id }) => id), 'another']),
      }),
      ...when,
    }),
);

property(
  'hours, content and ports of messages are judged as a plain look at each would',
  apart(['sending-window', 'message-content', 'port-classes']),
  () => fc.record({ tables: fc.record({ messages: rows.messages }), ...when }),
);

property(
  'calls are judged as a plain look at each, and at each day, would',
  upTo(3).flatMap((n) =>
    apart(['caller-numbers', 'call-hours', 'call-frequency'], {
      'call-frequency-caller': { per_day: n + 1 },
      'call-frequency-callee': { per_day: 1 },
      ...(n > 0 && { 'call-hours': { rest: { from: '22:00', to: '08:00' } } }),
      ...(n > 1 && { 'agreed-call-hours': { rest: { from: '12:00', to: '14:00' } } }),
    }),
  ),
  () => fc.record({ tables: fc.record({ calls: rows.calls }), ...when }),
);

property(
  'a quota of messages and a number of complaints a month are counted as by hand',
  upTo(3).flatMap((n) =>
    apart(['quota-stop', 'complaint-limit'], { 'quota-stop': { quota: n + 1 }, 'complaint-limit': { max: n } }),
  ),
  () => fc.record({ tables: fc.record({ messages: rows.unfailing, complaints: rows.complaints }), ...when }),
);

property(
  'a success rate and complaints in some months running are counted as by hand',
  ['50', '66.67', '75', '99', '80'].flatMap((success_percent, n) =>
    apart(['service-level'], {
      'service-level': { success_percent, complaints_max: n % 3, window_months: (n % 3) + 1 },
    }),
  ),
  () => fc.record({ tables: fc.record({ messages: rows.attempts, complaints: rows.carrierComplaints }), ...when }),
);

property(
  'change orders and one payment are in time as a plain look at the day says',
  apart(['change-order', 'payment-once']),
  () =>
    fc.record({
      tables: fc.record({ events: dates.events, payments: dates.payments, bills: dates.bills }),
      period: rows.periods,
      asOf: fc.oneof(dates.paymentAsOfs, rows.asOfs),
    }),
);
