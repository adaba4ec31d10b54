import type { PortGovernance } from '../../contract/schema.generated.ts';
import { addDays, daysFromTo, latest, mondayOf } from '../../time/day.ts';

/** Thresholds, windows and rates of port governance; each is contract data. */
export type Governance = Omit<PortGovernance, 'list_mode'>;

export type PortState = 'normal' | 'limited' | 'slow' | 'suspended' | 'halved';

/** A port's state on a day, and what it may send: a share of its own rate in percent, or so many messages a second. */
export interface PortDay {
  day: string;
  state: PortState;
  percent: number | null;
  perSecond: number | null;
  /** Once it was restored and exceeded again, its white list must come from the users' own opt-in. */
  optIn: boolean;
}

/** What the machine remembers: the state, its first day, and whether the port was ever restored to a higher rate. */
interface Memory {
  state: PortState;
  since: string;
  percent: number | null;
  perSecond: number | null;
  restored: boolean;
  optIn: boolean;
  /** Limited after slow: recovery takes another number of days. */
  afterSlow: boolean;
  /** The rate before a suspension. */
  before: { percent: number | null; perSecond: number | null };
  /** Complaints before this day no longer count towards a suspension. */
  weekFrom: string;
}

/**
 * The state of one port on each Beijing day from `from` to `to`. `counts` holds the complaints of each day, from the
 * first on record. What happens on a day takes effect on the next. `rectified`: the days on which the port was mended.
 */
export function track(
  counts: ReadonlyMap<string, number>,
  rectified: readonly string[],
  { from, to }: { from: string; to: string },
  p: Governance,
): PortDay[] {
  const first = [...counts.keys()].sort()[0] ?? from;
  const days: PortDay[] = [];
  let now: Memory = begin(first);
  for (const day of daysFromTo(first < from ? first : from, to)) {
    if (day >= from) {
      const { state, percent, perSecond, optIn } = now;
      days.push({ day, state, percent, perSecond, optIn });
    }
    now = next(now, day, counts, rectified, p);
  }
  return days;
}

const full = { percent: 100, perSecond: null };

const begin = (day: string): Memory => ({
  ...{ state: 'normal', since: day, ...full, restored: false, optIn: false, afterSlow: false },
  ...{ before: full, weekFrom: '0000-01-01' },
});

/** The memory of the next day, after what happened on this one. */
function next(
  now: Memory,
  day: string,
  counts: ReadonlyMap<string, number>,
  rectified: readonly string[],
  p: Governance,
): Memory {
  const since = addDays(day, 1);
  const sum = (from: string) => complaints(counts, from, day);
  if (now.state === 'suspended') return resumed(now, day, rectified, p);
  const weekStart = p.week === 'rolling' ? addDays(day, -6) : mondayOf(day);
  if (sum(latest(weekStart, now.weekFrom)) > p.week_complaints) {
    const { percent, perSecond } = now;
    const again = now.optIn || now.restored;
    return {
      ...now,
      ...{ state: 'suspended', since, percent: 0, perSecond: null, before: { percent, perSecond }, optIn: again },
    };
  }
  if ((counts.get(day) ?? 0) >= p.day_complaints) return reached(now, since, p);
  return recovered(now, day, since, sum, p);
}

/** A day with too many complaints: one step down, or straight to the lowest rate for a port that was restored before. */
function reached(now: Memory, since: string, p: Governance): Memory {
  const slow = { percent: null, perSecond: p.slow_per_second };
  if (now.state === 'slow') return now;
  if (now.restored) return { ...now, state: 'slow', since, ...slow, optIn: true, afterSlow: false };
  if (now.state === 'limited') return { ...now, state: 'slow', since, ...slow };
  return { ...now, state: 'limited', since, percent: p.limited_percent, perSecond: null };
}

/** A calm time of full length within the state brings the port one step up. */
function recovered(now: Memory, day: string, since: string, sum: (from: string) => number, p: Governance): Memory {
  const calm = (length: number) => {
    const from = addDays(day, 1 - length);
    return from >= now.since && sum(from) <= p.calm_complaints;
  };
  const normal = { ...now, state: 'normal' as const, since, ...full, restored: true, afterSlow: false };
  switch (now.state) {
    case 'limited':
      return calm(now.afterSlow ? p.after_slow_recovery_days : p.limited_recovery_days) ? normal : now;
    case 'slow':
      return calm(p.slow_recovery_days)
        ? {
            ...now,
            state: 'limited',
            since,
            percent: p.limited_percent,
            perSecond: null,
            restored: true,
            afterSlow: true,
          }
        : now;
    case 'halved':
      return calm(p.halved_recovery_days) ? normal : now;
    default:
      return now;
  }
}

/** Suspended for the least time, and until the port is mended: then half of the rate before. */
function resumed(now: Memory, day: string, rectified: readonly string[], p: Governance): Memory {
  const since = addDays(day, 1);
  const mended = rectified.some((one) => one >= addDays(now.since, -1) && one <= day);
  if (since < addDays(now.since, p.suspended_days) || !mended) return now;
  const { percent, perSecond } = now.before;
  return {
    ...now,
    ...{ state: 'halved', since, restored: true, weekFrom: since, afterSlow: false },
    percent: percent === null ? null : percent / 2,
    perSecond: perSecond === null ? null : perSecond / 2,
  };
}

function complaints(counts: ReadonlyMap<string, number>, from: string, to: string): number {
  let total = 0;
  for (const [day, count] of counts) if (day >= from && day <= to) total += count;
  return total;
}
