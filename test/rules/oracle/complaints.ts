import { type Case, lacks, standing, supplied, timely } from './cases.ts';
import { at, dayOf, isDay, known, type Limit, lastInstant } from './clock.ts';
import type { Asked, Judge, Outcome, Row } from './judge.ts';
import { inPeriod, only, texts } from './judge.ts';

const bearerOf = (complaint: Row) => (complaint.responsible === 'carrier' ? 'carrier' : 'customer');
const owned = ({ obligation }: Asked, bearer: string) => obligation.bearer === 'both' || obligation.bearer === bearer;

interface Incident extends Case {
  /** Time that does not count. */
  travel: number;
}

function incidents(asked: Asked): Incident[] {
  const { p, tables } = asked;
  const wanted = texts(p.records);
  const about = (row: Row) => texts(p.categories).length === 0 || texts(p.categories).includes(String(row.category));
  const travelOf = (row: Row) =>
    texts(p.exclude).includes('travel') ? Number(row.travel_minutes ?? 0) * 60_000_000 : 0;
  const incident = (row: Row, begun: unknown, ended: unknown, told: boolean): Incident => {
    const [start, done, travel] = [at(begun), known(ended), travelOf(row)];
    const due = lastInstant(start, p.limit as Limit);
    // What ends before it begins, travel included, says nothing; what ends after as-of has not ended.
    const sound = done === undefined || done > at(asked.asOf) || done >= start + travel;
    return {
      ...{ id: String(row.id), start, due: due === undefined ? undefined : due + travel, done, travel },
      told: told && sound,
    };
  };
  const complaints = wanted.includes('complaints') ? (tables.complaints ?? []) : [];
  const faults = wanted.includes('faults') && owned(asked, 'carrier') ? (tables.faults ?? []) : [];
  const from = String(p.from ?? 'received_at');
  const has = (column: string) => supplied(tables.complaints, column);
  return [
    ...complaints
      .filter((row) => owned(asked, bearerOf(row)) && about(row) && !(has(from) && row[from] == null))
      .map((row) =>
        incident(row, row[from] ?? row.received_at, row[String(p.until)], has(from) && has(String(p.until))),
      ),
    ...faults
      .filter(about)
      .map((row) => incident(row, row.reported_at, row.restored_at, supplied(tables.faults, 'restored_at'))),
  ];
}

/** Each case within the limit, or all of them on average; one that is open lasts up to as-of. */
export const respondWithin: Judge = (asked) => {
  const { p, tables, asOf } = asked;
  const wanted = texts(p.records);
  if (!wanted.some((table) => tables[table])) return only('undetermined');
  const now = at(asOf);
  const about = incidents(asked).filter(
    ({ start }) => start >= at(asked.from) && start < at(asked.until) && start <= now,
  );
  if (about.length === 0) return only(lacks(tables, ...wanted) ? 'undetermined' : 'not-triggered');
  return p.measure === 'mean' ? onAverage(about, now) : timely(about, asOf);
};

function onAverage(about: readonly Incident[], now: number): Outcome {
  if (about.some((one) => standing(one, now) === 'unknown')) return only('undetermined');
  const sum = (time: (one: Incident) => number) => about.reduce((n, one) => n + time(one), 0);
  const isOpen = ({ done }: Incident) => done === undefined || done > now;
  // Nobody has worked less than no time on what is still open, however long the way.
  const used = sum((one) => Math.max(0, (isOpen(one) ? now : (one.done ?? now)) - one.start - one.travel));
  const allowed = sum(({ start, due = start, travel }) => due - travel - start);
  if (used > allowed) return { verdict: 'breached', ids: about.map(({ id }) => id) };
  if (!about.some(isOpen)) return only('fulfilled');
  return only((allowed - used) * 5 < allowed ? 'at-risk' : 'pending');
}

/** Shut after a complaint, unless it is shut anyway; resumed only so long after the last complaint. */
export const harassmentShutdown: Judge = (asked) => {
  const { p, tables, asOf } = asked;
  if (lacks(tables, 'complaints', 'events')) return only('undetermined');
  const now = at(asOf);
  const harassing = (tables.complaints ?? []).filter(
    (row) => row.category === 'harassment' && bearerOf(row) === 'customer' && at(row.received_at) <= now,
  );
  const switches = (tables.events ?? [])
    .filter(
      ({ type, occurred_at }) =>
        ['harassment-shutdown', 'service-resumed'].includes(String(type)) && at(occurred_at) <= now,
    )
    .toSorted((a, b) => at(a.occurred_at) - at(b.occurred_at));
  const shuts = (row: Row) => row.type === 'harassment-shutdown';
  const looked = [
    ...harassing.map((row) => ({ id: String(row.id), row, is: afterComplaint(at(row.received_at)) })),
    ...switches
      .filter((row) => !shuts(row))
      .map((row) => ({ id: String(row.id), row, is: afterCalm(row) }))
      .filter(({ is }) => is !== undefined),
  ].filter(({ row }) => inPeriod(row.received_at ?? row.occurred_at, asked));
  const late = looked.filter(({ is }) => is === 'late').map(({ id }) => id);
  if (looked.length === 0) return only('not-triggered');
  if (late.length > 0) return { verdict: 'breached', ids: late };
  if (looked.some(({ is }) => is === 'unknown')) return only('undetermined');
  return only(looked.some(({ is }) => is === 'open') ? 'pending' : 'fulfilled');

  function afterComplaint(received: number): string {
    // Of a day without a time of day nobody can tell whether it came before the complaint.
    if (switches.some((row) => isDay(row.occurred_at) && dayOf(at(row.occurred_at)) === dayOf(received)))
      return 'unknown';
    const before = switches.filter((row) => at(row.occurred_at) < received).at(-1);
    if (before && shuts(before)) return 'kept';
    const due = lastInstant(received, p.shut_within as Limit);
    if (due === undefined) return 'unknown';
    const next = switches.find((row) => shuts(row) && at(row.occurred_at) >= received);
    // A day alone may be any time of it, and the hour may be up within it.
    const within = (p.shut_within as Limit).hours !== undefined && next && dayOf(at(next.occurred_at)) === dayOf(due);
    if (within && isDay(next.occurred_at)) return 'unknown';
    if (next) return at(next.occurred_at) > due ? 'late' : 'kept';
    return now > due ? 'late' : 'open';
  }

  function afterCalm(resumed: Row): string | undefined {
    const when = at(resumed.occurred_at);
    const last = harassing
      .map((row) => at(row.received_at))
      .filter((time) => time <= when)
      .sort((a, b) => b - a)[0];
    const unsure = isDay(resumed.occurred_at) && harassing.some((row) => dayOf(at(row.received_at)) === dayOf(when));
    if (unsure) return 'unknown';
    if (last === undefined) return undefined;
    const calm = lastInstant(last, p.resume_after as Limit);
    return calm === undefined ? 'unknown' : when < calm ? 'late' : 'kept';
  }
};
