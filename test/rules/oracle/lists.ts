import { attested } from './attested.ts';
import type { Asked, Judge, Outcome, Row } from './judge.ts';
import { inPeriod, instant, only, texts } from './judge.ts';

type Known = 'yes' | 'no' | 'unknown';

/** Was the entry in force at the moment? On a day that alone is recorded, before or after is anybody's guess. */
function holds(entry: Row, at: string): Known {
  const day = at.slice(0, 10);
  const begun: Known = entry.added_at === day ? 'unknown' : instant(entry.added_at) <= at ? 'yes' : 'no';
  if (begun === 'no') return 'no';
  if (entry.removed_at == null) return begun;
  if (entry.removed_at === day) return 'unknown';
  const removed = String(entry.removed_at).length === 10 ? `${entry.removed_at} 24:00:00` : String(entry.removed_at);
  // Removed before it was added: one of the two is wrong.
  if (removed < instant(entry.added_at)) return 'unknown';
  return instant(entry.removed_at) > at ? begun : 'no';
}

/** Was the number on one of the lists at the moment? One entry that surely was suffices. */
function listed(entries: readonly Row[], lists: readonly string[], recipient: unknown, at: string): Known {
  const found = entries
    .filter((entry) => lists.includes(String(entry.list)) && entry.recipient === recipient)
    .map((entry) => holds(entry, at));
  return found.includes('yes') ? 'yes' : found.includes('unknown') ? 'unknown' : 'no';
}

interface Side {
  id: string;
  at: string;
  number: unknown;
  /** Nobody can tell whether the duty is about it. */
  unsure: boolean;
}

function judgeLists(asked: Asked, sides: readonly Side[]): Outcome {
  const { p, asOf } = asked;
  const entries = asked.tables.list_entries ?? [];
  const known = (list: string) => entries.some((entry) => entry.list === list && instant(entry.added_at) <= asOf);
  const [require, forbid] = [texts(p.require), texts(p.forbid)];
  if (sides.length === 0) return only('not-triggered');
  const looked = sides.map((side) => ({
    ...side,
    barred: listed(entries, forbid, side.number, side.at),
    allowed: require.length === 0 ? ('yes' as const) : listed(entries, require, side.number, side.at),
  }));
  const clear = looked.filter((one) => !one.unsure);
  const forbidden = clear.filter(({ barred }) => barred === 'yes');
  const absent = clear.filter(({ allowed }) => allowed === 'no');
  const wrong = new Set([...forbidden, ...(require.some(known) ? absent : [])]);
  if (wrong.size > 0) return { verdict: 'breached', ids: [...wrong].map(({ id }) => id) };
  const open = looked.some((one) => one.unsure || one.barred === 'unknown' || one.allowed === 'unknown');
  if (open || (!forbid.every(known) && !attested(asked))) return only('undetermined');
  return only(absent.length > 0 && !attested(asked) ? 'needs-attestation' : 'fulfilled');
}

export const recipientLists: Judge = (asked) => {
  if (!asked.tables.messages?.length) return only('undetermined');
  const categories = texts(asked.p.categories);
  const rows = asked.tables.messages.filter((row) => {
    const about = categories.length === 0 || row.category == null || categories.includes(String(row.category));
    return row.direction === 'MT' && row.status !== 'rejected' && about && inPeriod(row.sent_at, asked);
  });
  const side = (row: Row) => ({
    ...{ id: String(row.id), at: String(row.sent_at), number: row.recipient },
    unsure: categories.length > 0 && row.category == null,
  });
  return judgeLists(asked, rows.map(side));
};

export const callLists: Judge = (asked) => {
  if (!asked.tables.calls?.length) return only('undetermined');
  const rows = asked.tables.calls.filter((row) => {
    const about = row.purpose == null || texts(asked.p.purposes).includes(String(row.purpose));
    return row.direction === 'out' && about && inPeriod(row.started_at, asked);
  });
  const side = (row: Row) => ({
    ...{ id: String(row.id), at: String(row.started_at), number: row.callee },
    unsure: row.purpose == null,
  });
  return judgeLists(asked, rows.map(side));
};
