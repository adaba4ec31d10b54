import type { Records } from '../../records/open.ts';
import type { Store } from '../../records/store.ts';
import { addDays, earliest } from '../../time/day.ts';
import { dayOf } from '../../time/instant.ts';
import type { EvidenceRow } from '../finding.ts';
import type { Source } from '../source.ts';
import type { Window } from '../statement.ts';
import { type Governance, type PortDay, track } from './track.ts';

/** Days on which one port had the same state and rate, inclusive. */
interface PortSpan extends Omit<PortDay, 'day'> {
  port: string;
  from: string;
  to: string;
}

/** Spam and the like, not faults of the network, and not what the carrier answers for. */
const counted = `category <> 'gateway' and complaint_bearer(responsible) = 'customer'`;

/**
 * Port governance: the state of every port that had complaints, day by day, and the messages that the carrier let
 * through beyond what the state allows. The states follow from all complaints on record up to as-of. A share of a port's
 * own rate is not known in messages a second: what stays below that share of the highest rate seen while the port was
 * free is surely within it, anything above is unclear.
 */
export const portGovernance: Source = async (records, { parameters }, window) => {
  const days = { from: dayOf(window.from), to: lastDay(window) };
  const ports = await portsOf(records.store, window);
  const spans = [...ports].flatMap(([port, { counts, rectified }]) =>
    spansOf(port, track(counts, rectified, days, parameters as unknown as Governance)),
  );
  const restricted = spans.filter(({ state }) => state !== 'normal');
  const sent = records.tables.get('messages')?.present === true && records.supplied.messages_port === true;
  const over = sent ? await overRate(records.store, restricted, window) : [];
  const beyond = over.filter(({ verdict }) => verdict === 'beyond');
  const unclear = over.filter(({ verdict }) => verdict === 'unclear');
  return {
    facts: {
      ports: ports.size,
      restricted: new Set(restricted.map(({ port }) => port)).size,
      portless: await portless(records, window),
      unseen: restricted.length > 0 && !sent ? 1 : 0,
      beyond: beyond.length,
      unclear: unclear.length,
      opt_in: new Set(spans.filter(({ optIn }) => optIn).map(({ port }) => port)).size,
    },
    detail: { track: spans.map(shown), daily: daily(ports, days) },
    evidence: async (verdict, limit) => {
      const rows = verdict === 'breached' ? beyond : verdict === 'undetermined' ? unclear : [];
      return { rows: rows.slice(0, limit).map(({ row }) => row), total: rows.length };
    },
  };
};

/** Complaints of each port on each day of the window that had any. */
const daily = (ports: ReadonlyMap<string, Port>, { from, to }: { from: string; to: string }) =>
  [...ports].flatMap(([port, { counts }]) =>
    [...counts].flatMap(([day, complaints]) => (day >= from && day <= to ? [{ port, day, complaints }] : [])),
  );

const shown = ({ port, from, to, state, percent, perSecond, optIn }: PortSpan) => ({
  ...{ port, from, to, state },
  rate: perSecond === null ? `${percent}%` : `${perSecond}/s`,
  ...(optIn && { optIn: true }),
});

/** The last day of the window that has begun at as-of. */
function lastDay({ until, asOf }: Window): string {
  return earliest(addDays(dayOf(until), -1), dayOf(asOf));
}

interface Port {
  counts: Map<string, number>;
  rectified: string[];
}

/** Complaints by day, and the days on which it was mended, of each port that anybody complained of up to as-of. */
async function portsOf(store: Store, { until, asOf }: Window): Promise<Map<string, Port>> {
  const rows = await store.query(
    `select port, received_at::date as day, count(*) as n from complaints
     where port is not null and ${counted} and received_at < $until::timestamp and received_at <= $as_of::timestamp
     group by port, day order by port, day`,
    { until, as_of: asOf },
  );
  const events = await store.query(
    `select ref, occurred_at::date as day from events where type = 'port-rectified' and occurred_at <= $as_of::timestamp
     order by day`,
    { as_of: asOf },
  );
  const ports = new Map<string, Port>();
  for (const { port, day, n } of rows) {
    const known = ports.get(String(port)) ?? { counts: new Map(), rectified: [] };
    known.counts.set(String(day), Number(n));
    ports.set(String(port), known);
  }
  for (const [name, port] of ports) {
    // An event that names no port is about all of them.
    port.rectified = events.flatMap(({ ref, day }) => (ref === null || ref === name ? [String(day)] : []));
  }
  return ports;
}

async function portless({ store }: Records, { from, until, asOf }: Window): Promise<number> {
  const [row] = await store.query(
    `select count(*) as n from complaints where port is null and ${counted} and received_at >= $from::timestamp
     and received_at < $until::timestamp and received_at <= $as_of::timestamp`,
    { from, until, as_of: asOf },
  );
  return Number(row?.n);
}

/** Days of one state and rate, put together. */
function spansOf(port: string, days: readonly PortDay[]): PortSpan[] {
  const spans: PortSpan[] = [];
  for (const { day, ...rest } of days) {
    const last = spans.at(-1);
    const same =
      last && last.state === rest.state && last.percent === rest.percent && last.perSecond === rest.perSecond;
    if (same && last.optIn === rest.optIn) last.to = day;
    else spans.push({ port, from: day, to: day, ...rest });
  }
  return spans;
}

interface Over {
  verdict: 'beyond' | 'unclear';
  row: EvidenceRow;
}

/** The messages of each second beyond what the state of the port allows, in order. What was rejected did not pass. */
async function overRate(store: Store, restricted: readonly PortSpan[], { asOf }: Window): Promise<Over[]> {
  const found: Over[] = [];
  for (const { port, from, to, percent, perSecond, state } of restricted) {
    const rows = await store.query(
      `select id, sent_at, recipient, n,
         (select coalesce(max(c), 0) from (select count(*) as c from messages where port = $port and direction = 'MT'
            and status <> 'rejected' and sent_at < $from::timestamp group by date_trunc('second', sent_at))) as peak
       from (
         select id, sent_at, recipient, row_number() over (partition by date_trunc('second', sent_at) order by id) as n
         from messages where port = $port and direction = 'MT' and status <> 'rejected'
         and sent_at >= $from::timestamp and sent_at < $until::timestamp and sent_at <= $as_of::timestamp)
       order by sent_at, id`,
      { port, from: `${from} 00:00:00`, until: `${addDays(to, 1)} 00:00:00`, as_of: asOf },
    );
    for (const { id, sent_at, recipient, n, peak } of rows) {
      const row = { table: 'messages', id: String(id), sent_at: String(sent_at), port, recipient: String(recipient) };
      if (state === 'suspended' || (perSecond !== null && Number(n) > perSecond))
        found.push({ verdict: 'beyond', row });
      else if (percent !== null && Number(n) * 100 > percent * Number(peak)) found.push({ verdict: 'unclear', row });
    }
  }
  return found;
}
