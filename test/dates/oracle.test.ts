import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadline, latestNoticeDay } from '../../src/time/clock.ts';
import { addDays, addMonths, nextDay } from '../../src/time/day.ts';
import { calendar } from '../support/records.ts';
import { datesPut } from './made.ts';

const day = (from: string, most: number) => fc.integer({ min: 0, max: most }).map((n) => addDays(from, n));
const clock = (from: string, most: number) =>
  fc
    .tuple(day(from, most), fc.integer({ min: 1, max: 23 }))
    .map(([d, h]) => `${d} ${String(h).padStart(2, '0')}:00:00`);

const world = fc.record({
  asOf: clock('2024-04-01', 250),
  days: fc.integer({ min: 1, max: 400 }),
  complaints: fc.array(fc.record({ at: clock('2024-03-20', 260), hours: fc.option(fc.integer({ min: 1, max: 60 })) }), {
    maxLength: 4,
  }),
  // Of each of the first months, when it was billed and when paid.
  bills: fc.array(
    fc.record({ late: fc.integer({ min: 1, max: 40 }), paid: fc.option(fc.integer({ min: 1, max: 60 })) }),
    {
      maxLength: 6,
    },
  ),
  events: fc.array(fc.record({ at: day('2024-04-01', 300), notice: fc.option(fc.integer({ min: 1, max: 40 })) }), {
    maxLength: 3,
  }),
  attested: fc.option(clock('2024-01-05', 200)),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const months = Array.from({ length: 36 }, (_, n) => addMonths('2024-01-01', n));
const lastOf = (month: string) => addDays(addMonths(month, 1), -1);
const billsOf = ({ bills }: World) =>
  bills.map(({ late, paid }, n) => {
    const label = (months[n] ?? '').slice(0, 7);
    const sent = `${addDays(lastOf(months[n] ?? ''), late)} 10:00:00`;
    const at = paid === null ? null : `${addDays(sent.slice(0, 10), paid)} 11:00:00`;
    return { id: `b${n}`, label, sent, paid: at };
  });

const rowsOf = (one: World) => ({
  complaints: one.complaints.map(({ at, hours }, i) => ({
    ...{ id: `c${i}`, received_at: at, category: 'other' },
    replied_at: hours === null ? null : plus(at, hours),
  })),
  bills: billsOf(one).map(({ id, label, sent }) => ({ id, period: label, sent_at: sent, total: '10.00' })),
  payments: billsOf(one).flatMap(({ id, paid }) =>
    paid === null ? [] : [{ id: `p-${id}`, bill_id: id, paid_at: paid, amount: '10.00' }],
  ),
  events: one.events.map(({ at }, i) => ({ id: `e${i}`, type: 'registration-change', occurred_at: `${at} 12:00:00` })),
  notices: one.events.flatMap(({ at, notice }, i) => {
    const sent = `${addDays(at, -(notice ?? 0))} 09:00:00`;
    const common = { id: `n${i}`, topic: 'registration-change', from: 'customer', to: 'carrier', method: 'hand' };
    return notice === null ? [] : [{ ...common, sent_at: sent, received_at: sent, ref: `e${i}` }];
  }),
  attestations: one.attested === null ? [] : [{ obligation: 'training', attested_at: one.attested, role: 'carrier' }],
});

const plus = (at: string, hours: number) => deadline(at, { hours }, calendar) ?? '';
const end = (d: string) => `${nextDay(d)} 00:00:00`;

/** The dates as somebody with a calendar on the wall would find them; those without a day are left out. */
function expected(one: World): string[] {
  const { asOf } = one;
  const today = asOf.slice(0, 10);
  const last = end(addDays(today, one.days));
  const found: [string, string | undefined][] = [];
  for (const { at, hours } of one.complaints) {
    const open = hours === null || plus(at, hours) > asOf;
    if (at <= asOf && open) found.push(['complaints', plus(at, 24)]);
  }
  const bills = billsOf(one);
  const first = [asOf, ...bills.map(({ sent }) => sent)].sort()[0] ?? asOf;
  for (const month of months) {
    const due = deadline(lastOf(month), { workdays: 10 }, calendar);
    const bill = bills.find(({ label }) => label === month.slice(0, 7));
    const reach = bills.length === 0 ? '0' : first;
    if (lastOf(month) < last && !(bill && bill.sent <= asOf) && due !== undefined && due >= reach)
      found.push(['bill', due]);
    const quarter = month.slice(5, 7);
    // No bill of a quarter is ever sent.
    if (['03', '06', '09', '12'].includes(quarter) && end(lastOf(month)) >= asOf)
      found.push(['quarter', end(lastOf(month))]);
  }
  for (const { sent, paid } of bills) {
    if (sent <= asOf && !(paid !== null && paid <= asOf)) found.push(['pay', deadline(sent, { days: 30 }, calendar)]);
  }
  for (const { at, notice } of one.events) {
    const latest = latestNoticeDay(at, { workdays: 10 }, calendar);
    const delivered = notice === null ? undefined : addDays(at, -notice);
    const done = delivered !== undefined && latest !== undefined && delivered <= latest && delivered <= today;
    // What was delivered at noon today is not done at dawn.
    if (at >= today && !(done && `${delivered} 00:00:00` < asOf)) found.push(['change', latest && end(latest)]);
  }
  for (const year of ['2024', '2025', '2026']) {
    const objection = latestNoticeDay(`${year}-12-31`, { days: 30 }, calendar);
    if (objection !== undefined && objection >= today) found.push(['objection', end(objection)]);
    found.push(['', end(`${year}-12-31`)]);
  }
  const lapse = one.attested !== null && one.attested <= asOf ? addMonths(one.attested.slice(0, 10), 6) : undefined;
  found.push(['training', lapse === undefined ? asOf : `${lapse} ${one.attested?.slice(11)}`]);
  // A hundred yuan are never paid.
  found.push(['once', deadline('2024-03-01', { days: 30 }, calendar)]);
  return found.flatMap(([who, at]) => (at !== undefined && at <= last && at > '2024' ? [`${who} ${at}`] : [])).sort();
}

test('the dates are those that a plain look at contract, records and calendar finds', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const { dates } = await datesPut(rowsOf(one), one.asOf, addDays(one.asOf.slice(0, 10), one.days));
      expect(dates.map(({ obligation, at }) => `${obligation ?? ''} ${at}`).sort()).toEqual(expected(one));
      expect(dates.map(({ at }) => at)).toEqual(dates.map(({ at }) => at).toSorted());
      for (const { at, state } of dates)
        expect(state).toBe(at < one.asOf ? 'overdue' : at === one.asOf ? 'now' : 'ahead');
    }),
    { numRuns: 12, seed: 11 },
  );
});

test('a thing keeps its id when its date moves, and no two things share one', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.integer({ min: 1, max: 5 }), async (one, later) => {
      const to = addDays(one.asOf.slice(0, 10), 300);
      const ids = async (rows: ReturnType<typeof rowsOf>, asOf = one.asOf) =>
        (await datesPut(rows, asOf, to)).dates.map(({ id }) => id);
      const before = await ids(rowsOf(one));
      expect(new Set(before).size).toBe(before.length);
      const backwards = Object.fromEntries(
        Object.entries(rowsOf(one)).map(([name, list]) => [name, list.toReversed()]),
      );
      expect(await ids(backwards as ReturnType<typeof rowsOf>)).toEqual(before);
      const moved = {
        ...one,
        events: one.events.map((event) => ({ ...event, at: addDays(event.at, later), notice: null })),
      };
      const still = { ...one, events: one.events.map((event) => ({ ...event, notice: null })) };
      const kept = new Set(await ids(rowsOf(moved)));
      const today = one.asOf.slice(0, 10);
      for (const [i, { at }] of one.events.entries()) {
        const id = `change/due/events:e${i}`;
        if ((await ids(rowsOf(still))).includes(id) && addDays(at, later) <= addDays(today, 250))
          expect(kept).toContain(id);
      }
    }),
    { numRuns: 3, seed: 5 },
  );
});
