import { type LoadedContract, loadContract } from '../../src/contract/load.ts';
import { overlay } from '../../src/contract/overlay.ts';
import { datesAhead } from '../../src/dates/dates-ahead.ts';
import type { DatesAhead } from '../../src/dates/due-date.ts';
import { put } from '../support/put.ts';
import { calendar, type Rows, rules } from '../support/records.ts';

const base = loadContract('test/golden/base');
const text = { zh: '甲', en: 'a' };
const obligation = (bearer: string, kind: string, parameters: object) => ({
  ...{ clause: '3.1', title: text, bearer, kind, parameters },
});

/** A contract with a duty of each kind that has dates of its own, beside the complaints of the base. */
export const made = (changes: object = {}): LoadedContract => {
  const contract = overlay(base.contract, {
    term: { renewal: { clause: '9.1', months: 12, times: 'unlimited', objection: { days: 30 } } },
    obligations: {
      bill: obligation('carrier', 'bill-within', {
        ...{ cycle: 'month', basis: 'calendar', with_invoice: false, limit: { workdays: 10 } },
      }),
      pay: obligation('customer', 'settle-within', {
        ...{ cycle: 'month', by: 'payments', with_invoice: false, limit: { days: 30 } },
      }),
      quarter: obligation('customer', 'payment-by-cycle-end', { cycle: 'quarter', basis: 'calendar' }),
      objection: obligation('both', 'renewal-objection', { limit: { days: 30 } }),
      change: obligation('customer', 'advance-notice', {
        ...{ event: 'registration-change', limit: { workdays: 10 }, window: 'at-least' },
      }),
      once: obligation('customer', 'payment-once', { amount: 100, from: '2024-03-01', limit: { days: 30 } }),
      training: obligation('carrier', 'attestation', { role: 'carrier', every_months: 6 }),
    },
  });
  return { ...base, contract: overlay(contract, changes) };
};

/** The dates that rows straight in the store give; no rows at all are no records. */
export async function datesPut(rows: Rows, asOf: string, to: string, loaded = made()): Promise<DatesAhead> {
  return datesAhead({ loaded, records: await put(rows, calendar), rules, calendar, asOf }, to);
}
