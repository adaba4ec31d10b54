import { addDays } from '../../../src/time/day.ts';
import { addSeconds, secondsBetween } from '../../../src/time/instant.ts';
import { calendar } from '../../support/records.ts';
import type { Judge, Row } from './judge.ts';
import { eachRow, inPeriod, instant, only, texts } from './judge.ts';

const outbound = (row: Row) => row.direction === 'out';

export const callerNumbers: Judge = (asked) => {
  const { calls } = asked.tables;
  if (!calls?.length) return only('undetermined');
  const service = asked.contract.services.find(({ id }) => id === asked.obligation.service);
  const numbers = texts(service && 'numbers' in service ? service.numbers : []);
  return eachRow(calls, (row) => {
    if (!outbound(row) || !inPeriod(row.started_at, asked)) return undefined;
    return numbers.includes(String(row.caller)) ? 'kept' : 'broken';
  });
};

export const callHours: Judge = (asked) => {
  const { calls } = asked.tables;
  if (!calls?.length) return only('undetermined');
  const { from, to } = asked.p.rest as { from: string; to: string };
  const [start, end] = [`${from}:00`, `${to}:00`];
  const exempt = texts(asked.p.exempt);
  return eachRow(calls, (row) => {
    const free = row.purpose != null && exempt.includes(String(row.purpose));
    if (!outbound(row) || free || !inPeriod(row.started_at, asked)) return undefined;
    if (exempt.length > 0 && row.purpose == null) return 'unknown';
    const time = String(row.started_at).slice(11);
    const resting = start < end ? time > start && time < end : time > start || time < end;
    return resting ? 'broken' : 'kept';
  });
};

export const callFrequency: Judge = (asked) => {
  const { calls } = asked.tables;
  if (!calls?.length) return only('undetermined');
  const made = calls.filter((row) => outbound(row) && inPeriod(row.started_at, asked));
  const days = new Map<string, Row[]>();
  for (const row of made) {
    const key = `${asked.p.by === 'caller' ? row.caller : row.callee} ${String(row.started_at).slice(0, 10)}`;
    days.set(key, [...(days.get(key) ?? []), row]);
  }
  const order = (row: Row) => `${row.started_at} ${row.id}`;
  const rows = [...days.values()].map((list) => {
    const last = list.reduce((a, b) => (order(b) > order(a) ? b : a));
    return { id: last.id, n: list.length };
  });
  return eachRow(rows, ({ n }) => (Number(n) > Number(asked.p.per_day) ? 'broken' : 'kept'));
};

/** Months that begin in the period; complaints without a channel may or may not count. */
export const complaintLimit: Judge = (asked) => {
  const { complaints } = asked.tables;
  if (!complaints?.length) return only('undetermined');
  const channels = texts(asked.p.channels);
  const months = new Map<string, { sure: number; perhaps: number }>();
  for (const row of complaints) {
    const id = String(row.received_at).slice(0, 7);
    const first = `${id}-01 00:00:00`;
    const own = (row.responsible === 'carrier') === (asked.obligation.bearer === 'carrier');
    if (!own || String(row.received_at) > asked.asOf || first < asked.from || first >= asked.until) continue;
    const month = months.get(id) ?? { sure: 0, perhaps: 0 };
    if (channels.length === 0 || channels.includes(String(row.channel))) month.sure += 1;
    else if (row.channel == null) month.perhaps += 1;
    else continue;
    months.set(id, month);
  }
  const rows = [...months].map(([id, counts]) => ({ id, ...counts }));
  const max = Number(asked.p.max);
  return eachRow(rows, ({ sure, perhaps }) => {
    if (Number(sure) > max) return 'broken';
    return Number(sure) + Number(perhaps) > max ? 'unknown' : 'kept';
  });
};

/** Filed up to 24:00 of the day, which is the first instant of the next. */
export const changeOrder: Judge = (asked) => {
  const { events } = asked.tables;
  if (!events?.length) return only('undetermined');
  return eachRow(events, (row) => {
    const own = row.party == null || row.party === asked.obligation.bearer;
    if (row.type !== 'change-order' || !own || !inPeriod(row.occurred_at, asked)) return undefined;
    const at = instant(row.occurred_at);
    const last = addDays(`${at.slice(0, 7)}-01`, Number(asked.p.by_day) - 1);
    return at.slice(0, 10) <= last || at === `${addDays(last, 1)} 00:00:00` ? 'kept' : 'broken';
  });
};

/** The first instant at which the payments of one bill, of just that sum if we have the bill, come to the sum. */
function paidAt(payments: readonly Row[], bills: readonly Row[], amount: number): string | undefined {
  let first: string | undefined;
  for (const id of new Set(payments.map((row) => row.bill_id))) {
    const bill = bills.find((row) => row.id === id);
    if (bill && Number(bill.total) !== amount) continue;
    const own = payments.filter((row) => row.bill_id === id);
    for (const { paid_at } of own) {
      const by = own.filter((row) => instant(row.paid_at) <= instant(paid_at));
      const fen = by.reduce((sum, row) => sum + Math.round(Number(row.amount) * 100), 0);
      if (fen >= amount * 100 && (first === undefined || instant(paid_at) < first)) first = instant(paid_at);
    }
  }
  return first;
}

/** Days after the day of signing; the last one ends at 24:00, and rolls past rest days. */
function lastInstant(from: string, days: number): string {
  const workdays = new Set(calendar.days().flatMap(({ day, workday }) => (workday ? [day] : [])));
  let day = addDays(from, days);
  while (!workdays.has(day)) day = addDays(day, 1);
  return `${addDays(day, 1)} 00:00:00`;
}

export const paymentOnce: Judge = (asked) => {
  const { payments, bills } = asked.tables;
  if (!payments?.length) return only('undetermined');
  const { p, asOf } = asked;
  const start = `${p.from} 00:00:00`;
  if (!inPeriod(start, asked)) return only('not-triggered');
  const due = lastInstant(String(p.from), (p.limit as { days: number }).days);
  const paid = paidAt(payments, bills ?? [], Number(p.amount));
  const late = { verdict: 'breached' as const, ids: [''] };
  if (paid !== undefined && paid <= asOf) return paid > due ? late : only('fulfilled');
  if (asOf > due) return late;
  const left = secondsBetween(asOf, due);
  return only(left * 5 < secondsBetween(start, due) && addSeconds(asOf, left) === due ? 'at-risk' : 'pending');
};
