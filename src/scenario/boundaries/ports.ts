import type { PortGovernance } from '../../contract/schema.generated.ts';
import { leftWords } from '../../locale/boundaries.ts';
import { limitsWords } from '../../locale/limits.ts';
import type { Row } from '../../simulate/world.ts';
import { addDays, mondayOf } from '../../time/day.ts';
import { addSeconds } from '../../time/instant.ts';
import { complaintsAt } from './complaints.ts';
import { around, daysFor, type Maker, offset } from './draft.ts';
import { ordinary, shownMessage } from './messages.ts';
import { kept, repeated } from './rows.ts';

const words = limitsWords.port;
/** The highest rate that anybody saw while the port was free, in messages a second. */
const SEEN = 8;

/** The complaints that limit or suspend a port, when that begins and ends, and what it may send meanwhile. */
export const portGovernance: Maker = (parameters, about, duty, terms) => {
  const p = parameters as PortGovernance;
  // A Monday with a week before it in its month, and enough days after it: weeks of both kinds begin there.
  const day = daysFor(duty, terms).find((one) => one === mondayOf(one) && one.slice(8) > '07' && one.slice(8) < '15');
  if (day === undefined) return leftWords.noDay;
  const month = day.slice(0, 7);
  const on = (days: number) => addDays(day, days);
  const port = ordinary(terms.contract, day).port;
  const sent = (n: number, at: string, id = 'm'): Row[] =>
    repeated(n, { ...shownMessage(ordinary(terms.contract, at)), id });
  // What the carrier governs are complaints that fall to the customer.
  const customer = { ...duty, obligation: { ...duty.obligation, bearer: 'customer' as const } };
  const complained = (n: number, days: number) =>
    complaintsAt(n, `${on(days)} 09:00:00`, customer, { category: 'spam', port }, `k${days}-`);
  const [limiting, suspending] = [p.day_complaints, p.week_complaints + 1];
  const half = Math.floor(p.week_complaints / 2);
  const mended = { id: 'e1', type: 'port-rectified', occurred_at: `${on(2)} 10:00:00`, party: 'customer', ref: port };
  const free = sent(SEEN, `${on(-3)} 10:00:00`, 'free');
  const share = Math.floor((SEEN * p.limited_percent) / 100);
  const endOfPause = on(1 + p.suspended_days);
  return [
    ...around(about, { limit: words.day(limiting), trigger: words.onDay(day), strict: true }, (step) => {
      const n = limiting + offset[step];
      const limited = n >= limiting;
      return {
        ...{ point: limitsWords.complaints(n), so: limited ? words.limited(on(1)) : words.nothing, month },
        records: { complaints: complained(n, 0), messages: [] },
        facts: { restricted: limited ? 1 : 0 },
        judge: () => (limited ? 'fulfilled' : 'not-triggered'),
      };
    }),
    ...around(about, { limit: words.share(p.limited_percent), trigger: words.seen(SEEN) }, (step) => {
      const n = share + offset[step];
      return {
        ...{ point: words.inSecond(n), month },
        records: { complaints: complained(limiting, 0), messages: [...free, ...sent(n, `${on(1)} 10:00:00`)] },
        judge: () => (n <= share ? 'fulfilled' : 'undetermined'),
      };
    }),
    ...around(about, { limit: words.slow(p.slow_per_second), trigger: words.slowed }, (step) => {
      const n = p.slow_per_second + offset[step];
      return {
        ...{ point: words.inSecond(n), month },
        records: {
          complaints: [...complained(limiting, 0), ...complained(limiting, 1)],
          messages: sent(n, `${on(2)} 10:00:00`),
        },
        judge: () => kept(n <= p.slow_per_second),
      };
    }),
    ...around(about, { limit: words.week(p.week_complaints), trigger: words.inWeek(day, on(6)) }, (step) => {
      const n = p.week_complaints + offset[step];
      return {
        ...{ point: limitsWords.complaints(n), month },
        records: {
          complaints: [...complained(half, 0), ...complained(n - half, 6)],
          messages: sent(1, `${on(7)} 10:00:00`),
        },
        judge: () => kept(n <= p.week_complaints),
      };
    }),
    ...around(about, { limit: words.suspendedFrom, trigger: words.suspending(day), strict: true }, (step) => {
      const at = addSeconds(`${on(1)} 00:00:00`, offset[step]);
      return {
        ...{ point: limitsWords.sent(at), month },
        records: { complaints: complained(suspending, 0), messages: sent(1, at) },
        judge: () => kept(at < `${on(1)} 00:00:00`),
      };
    }),
    ...around(about, { limit: words.suspendedFor(p.suspended_days), trigger: words.suspendedOn(on(1)) }, (step) => {
      const at = addSeconds(`${endOfPause} 00:00:00`, -offset[step]);
      return {
        ...{ point: limitsWords.sent(at), month },
        records: { complaints: complained(suspending, 0), events: [mended], messages: [...free, ...sent(1, at)] },
        judge: () => kept(at >= `${endOfPause} 00:00:00`),
      };
    }),
  ];
};
