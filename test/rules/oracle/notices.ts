import { termEnds } from '../../../src/contract/term.ts';
import { lacks, open, type Standing, supplied, timely, together } from './cases.ts';
import { at, dayNumber, dayOf, endOf, isDay, type Limit, lastDayBefore, lastInstant } from './clock.ts';
import type { Asked, Judge, Outcome, Row } from './judge.ts';
import { inPeriod, only } from './judge.ts';

/** The forms in which a notice of this counts. */
function formsOf({ contract }: Asked, topic: unknown): readonly string[] {
  const special = contract.notices.topics?.find(({ topics }) => topics.some((one) => one === topic));
  return special?.forms ?? contract.notices.forms;
}

const otherThan = (row: Row) => row.from !== row.to;

/** Who has the duty that an event brings: its party where both may. */
const bearerOf = ({ obligation }: Asked, event: Row) =>
  obligation.bearer === 'both' ? event.party : obligation.bearer;

const ownEvents = (asked: Asked, who: unknown): readonly Row[] =>
  (asked.tables.events ?? []).filter(
    ({ type, party }) =>
      type === asked.p.event && (asked.obligation.bearer === 'both' || party == null || party === who),
  );

/** The day on which a notice counts as delivered, by the contract; undefined where the record does not tell. */
function deliveredOn({ contract }: Asked, row: Row): number | undefined {
  const clause = contract.notices.delivery.find(({ method }) => method === row.method);
  if (clause?.on === 'receipt') return row.received_at == null ? undefined : dayOf(at(row.received_at));
  const days = clause?.days as Record<string, number> | undefined;
  const more = days ? days[String(row.destination)] : 0;
  return clause && more !== undefined ? dayOf(at(row.sent_at)) + more : undefined;
}

/** Midnight is still the end of the day before. */
const hasBegun = (day: number, asOf: string) => endOf(day - 1) < at(asOf);

/** Kept by a notice that has arrived in time; nobody can tell while there is one that may have. */
export const advanceNotice: Judge = (asked) => {
  const { p, tables, asOf } = asked;
  if (lacks(tables, 'events', 'notices')) return only('undetermined');
  const today = dayOf(at(asOf));
  const about = ownEvents(asked, asked.obligation.bearer).filter((event) =>
    inPeriod(event.occurred_at, { ...asked, asOf: '9999-12-31 00:00:00' }),
  );
  const cases = about.map((event) => ({ id: String(event.id), is: look(event) }));
  return together(cases);

  function look(event: Row): Standing {
    const day = dayOf(at(event.occurred_at));
    const latest = lastDayBefore(day, p.limit as Limit);
    const bearer = bearerOf(asked, event);
    if (latest === undefined || bearer == null) return 'unknown';
    const [from, to] = p.window === 'within' ? [latest, day - 1] : [0, latest];
    const sent = (tables.notices ?? []).filter(
      (row) =>
        row.topic === event.type &&
        (row.ref == null || row.ref === event.id) &&
        row.from === bearer &&
        otherThan(row) &&
        formsOf(asked, p.event).includes(String(row.method)) &&
        dayOf(at(row.sent_at)) <= today,
    );
    const days = sent.map((row) => ({ row, on: row.ref == null ? undefined : deliveredOn(asked, row) }));
    const good = days.flatMap(({ on }) => (on !== undefined && on >= from && on <= to ? [on] : []));
    if (good.some((on) => hasBegun(on, asOf))) return 'kept';
    // What was sent too late cannot have arrived in time.
    if (good.length === 0 && days.some(({ row, on }) => on === undefined && dayOf(at(row.sent_at)) <= to))
      return 'unknown';
    if (at(asOf) > endOf(to)) return 'late';
    return (to - today) * 5 < day - to ? 'at-risk' : 'pending';
  }
};

/** Each objection is about the next end of the term; who has objected in time may do so again. */
export const renewalObjection: Judge = (asked) => {
  const { p, tables, asOf, obligation } = asked;
  if (lacks(tables, 'notices')) return only('undetermined');
  const today = dayOf(at(asOf));
  const ends = termEnds(asked.contract).map(dayNumber);
  const objections = (tables.notices ?? [])
    .filter(
      (row) =>
        row.topic === 'renewal-objection' &&
        (obligation.bearer === 'both' || row.from === obligation.bearer) &&
        otherThan(row) &&
        formsOf(asked, 'renewal-objection').includes(String(row.method)) &&
        dayOf(at(row.sent_at)) <= today,
    )
    .map((row) => {
      const sent = dayOf(at(row.sent_at));
      const end = ends.find((one) => one >= sent);
      const last = end === undefined ? undefined : lastDayBefore(end, p.limit as Limit);
      return { row, sent, end, last, on: deliveredOn(asked, row) };
    });
  const inTime = ({ on, last }: (typeof objections)[number]) =>
    on !== undefined && last !== undefined && on <= last && hasBegun(on, asOf);
  const about = objections.filter(({ sent, end }) => {
    const day = (end ?? sent) * 86_400_000_000;
    return day >= at(asked.from) && day < at(asked.until);
  });
  return together(
    about.map((one) => {
      const made = objections.some((two) => two.end === one.end && two.row.from === one.row.from && inTime(two));
      return { id: String(one.row.id), is: made ? 'kept' : look(one) };
    }),
  );

  function look({ row, sent, last, on }: (typeof objections)[number]): Standing {
    if (last === undefined) return 'unknown';
    if (on === undefined) return sent > last ? 'late' : 'unknown';
    if (hasBegun(on, asOf)) return on > last ? 'late' : 'kept';
    return at(asOf) > endOf(last) ? 'late' : open(at(row.sent_at), endOf(last), at(asOf));
  }
};

/** Something must follow an event: a notice that answers it, or an event that names it. */
export const followUp: Judge = (asked) => {
  const { p, tables, asOf, obligation } = asked;
  if (lacks(tables, 'events')) return only('undetermined');
  const who = p.party ?? obligation.bearer;
  const about = ownEvents(asked, who).filter((event) => inPeriod(event.occurred_at, asked));
  return together(about.map((event) => ({ id: String(event.id), is: look(event) })));

  function answers(event: Row): Row[] {
    const later = (tables.events ?? []).filter(
      ({ type, ref }) => ref === event.id && (p.by_events as string[]).includes(String(type)),
    );
    const told = (tables.notices ?? []).filter(
      (row) =>
        p.by_notice === true &&
        row.ref === event.id &&
        row.from === bearerOf(asked, event) &&
        otherThan(row) &&
        !['bill', 'invoice', 'renewal-objection', 'cap-approaching'].includes(String(row.topic)) &&
        formsOf(asked, p.event).includes(String(row.method)),
    );
    return [...later.map((row) => ({ at: row.occurred_at })), ...told.map((row) => ({ at: row.sent_at }))];
  }

  /** A day without a time of day is somewhere in that day: what hours decide is then in time or late only if surely so. */
  function look(event: Row): Standing {
    const limit = p.limit as Limit;
    const start = at(event.occurred_at);
    const [due, dueLast] = [lastInstant(start, limit), lastInstant(lastOf(event.occurred_at, limit), limit)];
    if (due === undefined || dueLast === undefined) return 'unknown';
    if (obligation.bearer === 'both' && event.party == null) return 'unknown';
    if (p.by_notice === true && !supplied(tables.notices, 'sent_at')) return 'unknown';
    const now = at(asOf);
    const made = answers(event).filter((row) => at(row.at) <= now);
    const after = made.filter((row) => dayOf(at(row.at)) >= dayOf(start));
    if (after.some((row) => lastOf(row.at, limit) <= due)) return 'kept';
    if (after.length < made.length) return 'unknown';
    if (after.length > 0) return after.every((row) => at(row.at) > dueLast) ? 'late' : 'unknown';
    if (now > dueLast) return 'late';
    return now > due ? 'unknown' : open(start, due, now);
  }

  /** The last instant that a record may mean, where hours count. */
  function lastOf(value: unknown, { hours }: Limit): number {
    return hours !== undefined && isDay(value) ? endOf(dayOf(at(value))) : at(value);
  }
};

/** The bills of one cycle added up as they were sent: the one that reaches the sum calls for a notice. */
export const capNotice: Judge = (asked): Outcome => {
  const { p, tables, asOf, obligation } = asked;
  if (lacks(tables, 'bills')) return only('undetermined');
  const fen = (amount: unknown) => Math.round(Number(amount) * 100);
  const sums = new Map<string, number>();
  const sorted = (tables.bills ?? []).toSorted(
    (a, b) => at(a.sent_at) - at(b.sent_at) || (String(a.id) < String(b.id) ? -1 : 1),
  );
  const warned = (tables.notices ?? []).filter(
    (row) =>
      row.topic === 'cap-approaching' &&
      row.from === obligation.bearer &&
      otherThan(row) &&
      formsOf(asked, 'cap-notice').includes(String(row.method)),
  );
  const done = Math.min(...warned.map((row) => at(row.sent_at)));
  const crossing = sorted.filter((row) => {
    const cycle = cycleOf(row.period);
    const before = sums.get(cycle) ?? 0;
    sums.set(cycle, before + fen(row.total));
    return before < fen(p.threshold) && before + fen(row.total) >= fen(p.threshold);
  });
  const cases = crossing
    .filter((row) => inPeriod(row.sent_at, asked))
    .map((row) => {
      const start = at(row.sent_at);
      const due = lastInstant(start, p.limit as Limit);
      return { id: String(row.id), start, due, done, told: supplied(tables.notices, 'sent_at') };
    });
  return timely(cases, asOf);
};

/** The settlement cycle that a period's name means. */
export const cycleOf = (period: unknown): string =>
  ({ 4: 'year', 6: String(period).includes('Q') ? 'quarter' : 'half-year', 7: 'month' })[String(period).length] ?? '';
