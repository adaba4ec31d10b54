import { apart } from './oracle/compare.ts';
import * as made from './oracle/made/bills.ts';
import { property } from './oracle/property.ts';

property(
  'bills are confirmed and paid in time as a plain look at each says',
  apart(['settle-within'], { 'half-year-payment': { limit: { days: 30 } } }),
  made.bills,
);
property('bills and invoices come in time as a plain look at each period says', apart(['bill-within']), made.bills);
property('a cycle is paid before it ends as a plain look says', apart(['payment-by-cycle-end']), made.bills);
property('an invoice follows each payment in time as a plain look says', apart(['invoice-within']), made.invoices);
property(
  'notice that the cap nears is in time as a plain look at the sum says',
  apart(['cap-notice'], { 'cap-notice': { threshold: '100.00' } }),
  made.nearTheCap,
);
