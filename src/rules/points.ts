import { earliest, latest, nextDay } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import { type Bucket, bucketOf, bucketsOf, type Days, monthsBegun } from './buckets.ts';
import { RuleDefect } from './decide.ts';
import type { Inputs } from './inputs.ts';
import type { SeriesRule } from './rule.ts';
import { exact } from './scan.ts';
import type { Span } from './spans.ts';
import { ask, type Case, type Member, selection, type Window } from './statement.ts';

/** A bucket: Beijing days, inclusive. */
export interface Point extends Days {
  /** null: no row, or none that says enough. */
  value: number | null;
  limit: number | null;
  /** The value lies on the wrong side of the threshold; exactly on it is right. */
  beyond: boolean;
  /** Rows that cannot be judged. */
  unknown: number;
}

/** Days add up within their month where the period is drawn by the day. */
export const isRunning = ({ by }: SeriesRule, { period }: Inputs): boolean =>
  by !== undefined && bucketOf(period) === 'day';

/** How fine a series is drawn. */
export const bucketFor = (entry: SeriesRule, input: Inputs): Bucket =>
  entry.by !== undefined && !isRunning(entry, input) ? entry.by : bucketOf(input.period);

/** Buckets in order, and how many rows that cannot be judged do not even say when they were. */
export interface Placed {
  points: readonly Point[];
  unplaced: number;
}

/** One series over the days of a span: a query over the rows of the rule, or its own, in buckets. Throws RuleDefect. */
export async function pointsOf(entry: SeriesRule, of: Case, span: Span, input: Inputs): Promise<Placed> {
  const { records, asOf } = input;
  const relation = entry.relation ?? of.rule.relation;
  const at = entry.at ?? relation?.time;
  if (at === undefined) throw new RuleDefect(`${of.rule.kind}: series ${entry.name}: no instant of a row`);
  const rule = entry.relation ? { ...of.rule, relation: entry.relation, once: [] } : of.rule;
  const member: Member = { ...of, rule, prefix: 's_' };
  const window: Window = { from: `${span.from} 00:00:00`, until: `${nextDay(span.to)} 00:00:00`, asOf };
  const bucket = bucketFor(entry, input);
  const columns = {
    bucket: `date_trunc('${bucket}', ${at})::date::varchar`,
    value: entry.value,
    limit: entry.limit ?? 'null',
    unknown: entry.unknown ?? '0',
  };
  const query = selection(member, columns, entry.where ?? 'true', window);
  const rows = await ask(records.store, { ...query, sql: `${query.sql} group by 1 order by 1` }, of.rule.kind);

  const whole = entry.by === undefined ? span : monthsBegun(span);
  const days = { from: whole.from, to: earliest(whole.to, dayOf(asOf)) };
  const [lost] = rows.filter((row) => row.bucket === null);
  const byStart = new Map(rows.flatMap((row) => (row === lost ? [] : [[latest(String(row.bucket), days.from), row]])));
  // A threshold that all buckets share stands on the days between them too.
  const [limit, ...others] = new Set(rows.flatMap((row) => orNull(row.limit, entry) ?? []));
  const standing = fixed(entry, of) ?? (others.length === 0 ? (limit ?? null) : null);
  let sum = 0;
  const points = bucketsOf(days, bucket).map(({ from, to }): Point => {
    const row = byStart.get(from);
    byStart.delete(from);
    const own = row ? orNull(row.value, entry) : counts(entry) ? 0 : null;
    sum = from.endsWith('-01') ? (own ?? 0) : sum + (own ?? 0);
    const value = isRunning(entry, input) ? sum : own;
    const limit = (row && orNull(row.limit, entry)) ?? standing;
    return {
      from,
      to,
      value,
      limit,
      beyond: isBeyond(value, limit, entry),
      unknown: exact(row?.unknown ?? 0, 'unknown'),
    };
  });
  const [stray] = byStart.keys();
  if (stray !== undefined) throw new RuleDefect(`${of.rule.kind}: series ${entry.name}: ${stray} is not in the period`);
  return { points, unplaced: exact(lost?.unknown ?? 0, 'unknown') };
}

const orNull = (value: unknown, { name }: SeriesRule): number | null =>
  value === null || value === undefined ? null : exact(value, name);

/** A threshold that hangs on no row. */
function fixed({ limit, name }: SeriesRule, { parameters }: Case): number | null {
  if (limit === undefined || !/^(\$[a-z_]+|\d+)$/.test(limit)) return null;
  return exact(limit.startsWith('$') ? parameters[limit.slice(1)] : limit, name);
}

const isBeyond = (value: number | null, limit: number | null, { wrong }: SeriesRule): boolean =>
  value !== null && limit !== null && (wrong === 'below' ? value < limit : value > limit);

/** Something is counted: a bucket without rows is 0. */
export const counts = ({ by, fact }: SeriesRule): boolean => by !== undefined || fact !== undefined;
