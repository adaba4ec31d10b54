/** What of a limit is certain without a calendar, in days. */
interface Bounds {
  least: number;
  /** The last calendar day it may end on, before it rolls past rest days. */
  most: number;
}

/**
 * Days end at 24:00 and roll past rest days, so that n days are never less than n times 24 hours, and by how much they
 * are more, the calendar says (Civil Code art. 201, 203). A month has 28 to 31 days (art. 202). Working days are never
 * fewer calendar days than their number.
 */
const bounds: Readonly<Record<string, (n: number) => Bounds>> = {
  days: (n) => ({ least: n, most: n }),
  workdays: (n) => ({ least: n, most: Number.POSITIVE_INFINITY }),
  months: (n) => ({ least: 28 * n, most: 31 * n }),
};

/** Negative where the first limit is never the longer one, positive where never the shorter; undefined where it depends. */
export function compareLimits(a: Record<string, number>, b: Record<string, number>): number | undefined {
  const [[unit = '', n = 0] = []] = Object.entries(a);
  const [[other = '', m = 0] = []] = Object.entries(b);
  if (unit === other) return n - m;
  if (other === 'hours') {
    const turned = compareLimits(b, a);
    return turned === undefined ? undefined : -turned;
  }
  const second = bounds[other]?.(m);
  if (!second) return undefined;
  if (unit === 'hours') return n <= 24 * second.least ? -1 : undefined;
  const first = bounds[unit]?.(n);
  if (!first) return undefined;
  if (first.most <= second.least) return -1;
  return first.least >= second.most ? 1 : undefined;
}
