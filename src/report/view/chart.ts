import type { Verdict } from '../../locale/verdicts.ts';
import { decimal, divide, multiply, plain } from '../../money.ts';
import { type Badge, badge, severity, type Voice } from './words.ts';

/** Percent of a bar's full length, two decimals. For drawing only: no figure in the text comes from here. */
export const share = (part: number, whole: number): number =>
  whole > 0 ? Number(((100 * part) / whole).toFixed(2)) : 0;

export type Counts = Readonly<Partial<Record<Verdict, number>>>;

export interface VerdictBar {
  badge: Badge;
  count: number;
  width: number;
}

/** One bar for each verdict that occurs; the most frequent has the full length. */
export function verdictBars(counts: Counts, voice: Voice): VerdictBar[] {
  const most = Math.max(0, ...Object.values(counts));
  return present(counts).map(([verdict, count]) => ({
    badge: badge(verdict, voice),
    count,
    width: share(count, most),
  }));
}

export interface Segment {
  id: Verdict;
  x: number;
  width: number;
}

/** One bar cut into the verdicts that occur, end to end; `most` findings fill the full length. */
export function stackedBar(counts: Counts, most: number): Segment[] {
  let before = 0;
  return present(counts).map(([id, count]) => {
    const x = share(before, most);
    before += count;
    return { id, x, width: share(count, most) };
  });
}

export const present = (counts: Counts): [Verdict, number][] =>
  severity.flatMap((verdict) => (counts[verdict] ? [[verdict, counts[verdict]] as [Verdict, number]] : []));

export const sumCounts = (counts: Counts): number => present(counts).reduce((sum, [, count]) => sum + count, 0);

export interface UsageBar {
  known: boolean;
  /** Percent of the length: used within the package, used beyond it, and where the included units end. */
  within: number;
  beyond: number;
  mark: number;
}

/** Units used against the units included, where there are any; `most` units fill the full length. Whole units as text, null where unknown. */
export function usageBar(used: string | null, included: string | null, most: number): UsageBar {
  const [units, limit] = [Number(used ?? 0), included === null ? Number.POSITIVE_INFINITY : Number(included)];
  return {
    known: used !== null,
    within: share(Math.min(units, limit), most),
    beyond: share(Math.max(0, units - limit), most),
    mark: included === null ? 0 : share(limit, most),
  };
}

/** Used as a percentage of the included units, one decimal, exact; null where it means nothing. */
export function usedPercent(used: string | null, included: string): string | null {
  if (used === null || /^0*$/.test(included)) return null;
  return plain(divide(multiply(decimal(used), decimal(100)), decimal(included), 1));
}
