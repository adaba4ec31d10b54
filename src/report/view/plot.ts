import type { Days } from '../../rules/buckets.ts';
import { addMonths, daysBetween } from '../../time/day.ts';
import { share } from './chart.ts';
import type { Scale } from './scale.ts';

/** What is drawn of one bucket. */
export interface Plotted extends Days {
  value: number | null;
  limit: number | null;
  beyond: boolean;
  unknown: boolean;
  /** In words, shown where the pointer rests. */
  text: string;
}

/** All places and lengths are percent of the chart. */
export interface Bar {
  x: number;
  width: number;
  y: number;
  height: number;
  /** Names the style: within, beyond. */
  id: string;
  /** Goes beyond the scale. */
  cut: boolean;
  text: string;
}

export interface Plot {
  bars: readonly Bar[];
  /** Rates have no foot to stand on: a step at the value, and the shortfall as a bar. */
  steps: readonly { from: number; to: number; y: number; text: string }[];
  limits: readonly { from: number; to: number; y: number }[];
  beyond: readonly number[];
  unknown: readonly number[];
  blanks: readonly { x: number; width: number }[];
  /** Where months begin. */
  ticks: readonly number[];
  axis: readonly { x: number; anchor: 'start' | 'middle' | 'end'; text: string }[];
}

/** Where days lie on the width of a chart that reaches from a first to a last. */
export function placing({ from, to }: Days): (days: Days) => { x: number; width: number } {
  const all = daysBetween(from, to) + 1;
  return (days) => ({
    x: share(daysBetween(from, days.from), all),
    width: share(daysBetween(days.from, days.to) + 1, all),
  });
}

/**
 * The drawing of buckets on a time axis: a day is as wide as any other. Where `zeros` are not the same as nothing, they
 * stand as a stub; `blanks` are days of which nothing is known.
 */
export function plotOf(
  points: readonly Plotted[],
  scale: Scale,
  { zeros, blanks = [] }: { zeros: boolean; blanks?: readonly Days[] },
): Plot {
  const days = { from: points[0]?.from ?? '', to: points.at(-1)?.to ?? '' };
  const place = placing(days);
  const height = (value: number) =>
    share(Math.max(0, Math.min(value, scale.top) - scale.bottom), scale.top - scale.bottom);
  const isRate = scale.bottom > 0;
  const drawn = points.flatMap((point) => {
    const { value } = point;
    return value === null || (value === 0 && !zeros) ? [] : [{ ...point, ...place(point), value }];
  });
  const middle = (point: Days) => {
    const { x, width } = place(point);
    return share(2 * x + width, 200);
  };
  const marked = points.filter(({ limit }) => limit !== 0);
  return {
    bars: drawn.flatMap(({ x, width, value, limit, beyond, text }): Bar[] => {
      const [low, high] = isRate ? [height(value), height(limit ?? value)] : [0, Math.max(height(value), 1)];
      if (isRate && !beyond) return [];
      const id = beyond ? 'beyond' : 'within';
      return [
        { x, width, y: share(100 - high, 100), height: share(high - low, 100), id, cut: value > scale.top, text },
      ];
    }),
    steps: isRate
      ? drawn.map(({ x, width, value, text }) => ({
          from: x,
          to: share(x + width, 100),
          y: share(100 - height(value), 100),
          text,
        }))
      : [],
    limits: runs(points).map(({ limit, ...run }) => {
      const { x, width } = place(run);
      return { from: x, to: share(x + width, 100), y: share(100 - height(limit), 100) };
    }),
    beyond: marked.filter(({ beyond }) => beyond).map(middle),
    unknown: points.filter(({ beyond, unknown }) => unknown && !beyond).map(middle),
    blanks: blanks.filter(({ from, to }) => from <= days.to && to >= days.from).map(place),
    ticks: monthsOf(days).map((day) => place({ from: day, to: day }).x),
    axis: axisOf(points, middle),
  };
}

/** Days on which one threshold above zero stands. */
function runs(points: readonly Plotted[]): (Days & { limit: number })[] {
  const found: (Days & { limit: number })[] = [];
  for (const { from, to, limit } of points) {
    const last = found.at(-1);
    if (limit === null || limit === 0) continue;
    const follows = last && daysBetween(last.to, from) === 1;
    if (follows && last.limit === limit) last.to = to;
    else found.push({ from, to, limit });
  }
  return found;
}

function monthsOf({ from, to }: Days): string[] {
  const found: string[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = addMonths(day, 1)) if (day > from) found.push(day);
  return found;
}

/** The first, the middle and the last bucket, by their first day. */
function axisOf(points: readonly Plotted[], middle: (point: Days) => number): Plot['axis'] {
  const at = points[Math.trunc(points.length / 2)];
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || !at) return [];
  return [
    { x: 0, anchor: 'start', text: first.from },
    { x: middle(at), anchor: 'middle', text: at.from },
    { x: 100, anchor: 'end', text: last.to },
  ];
}
