import fc from 'fast-check';
import { test } from 'vitest';
import type { LoadedContract } from '../../src/contract/load.ts';
import { compare, restricted } from './oracle/compare.ts';
import * as dates from './oracle/dates.ts';
import type { Tables } from './oracle/judge.ts';
import * as rows from './oracle/rows.ts';

/** A plain second look at each kind: loops over rows, written from what the clauses mean. */
const property = async (contracts: (n: number) => LoadedContract[], tables: fc.Arbitrary<Tables>, asOfs = rows.asOfs) =>
  fc.assert(
    fc.asyncProperty(tables, rows.periods, asOfs, fc.integer({ min: 0, max: 4 }), async (made, period, asOf, n) =>
      compare(contracts(n), { tables: made, period, asOf }),
    ),
    { seed: 7, numRuns: 15 },
  );

const idsOf = (contracts: readonly LoadedContract[]) =>
  contracts.flatMap(({ contract }) => contract.obligations.map(({ id }) => id));

test('who may get a message or a call is judged as a plain look at the lists would', async () => {
  const contracts = restricted(['recipient-lists']);
  const voice = restricted(['call-lists']);
  const attestations = rows.attestations(idsOf([...contracts, ...voice]));
  await property(
    (n) => [...contracts.slice(n, n + 1), ...voice],
    fc.record({ messages: rows.messages, calls: rows.calls, list_entries: rows.lists, attestations }),
  );
});

test('hours, content and ports of messages are judged as a plain look at each would', async () => {
  const contracts = restricted(['sending-window', 'message-content', 'port-classes']);
  await property(() => contracts, fc.record({ messages: rows.messages }));
});

test('calls are judged as a plain look at each, and at each day, would', async () => {
  const kinds = ['caller-numbers', 'call-hours', 'call-frequency'];
  await property(
    (n) =>
      restricted(kinds, {
        'call-frequency-caller': { per_day: n + 1 },
        'call-frequency-callee': { per_day: 1 },
        ...(n > 0 && { 'call-hours': { rest: { from: '22:00', to: '08:00' } } }),
        ...(n > 1 && { 'agreed-call-hours': { rest: { from: '12:00', to: '14:00' } } }),
      }),
    fc.record({ calls: rows.calls }),
  );
});

test('a quota of messages and a number of complaints a month are counted as by hand', async () => {
  const kinds = ['quota-stop', 'complaint-limit'];
  await property(
    (n) => restricted(kinds, { 'quota-stop': { quota: (n % 3) + 1 }, 'complaint-limit': { max: n % 3 } }),
    fc.record({ messages: rows.unfailing, complaints: rows.complaints }),
  );
});

test('a success rate and complaints in some months running are counted as by hand', async () => {
  const percents = ['50', '66.67', '75', '99', '80'];
  await property(
    (n) => {
      const level = { success_percent: percents[n], complaints_max: n % 3, window_months: (n % 3) + 1 };
      return restricted(['service-level'], { 'service-level': level });
    },
    fc.record({ messages: rows.attempts, complaints: rows.carrierComplaints }),
  );
});

test('change orders and one payment are in time as a plain look at the day says', async () => {
  const contracts = restricted(['change-order', 'payment-once']);
  await property(
    () => contracts,
    fc.record({ events: dates.events, payments: dates.payments, bills: dates.bills }),
    fc.oneof(dates.paymentAsOfs, rows.asOfs),
  );
});
