import type { Point } from '../../src/rules/points.ts';
import type { Series } from '../../src/rules/series.ts';
import { addDays } from '../../src/time/day.ts';
import { both } from './fixture.ts';

export const april = { from: '2024-04-01', to: '2024-04-30' };
const hour = 3_600_000_000;

export const point = (n: number, value: number | null, more: Partial<Point> = {}): Point => {
  const day = addDays(april.from, n);
  return {
    from: day,
    to: day,
    value,
    limit: 24 * hour,
    beyond: value !== null && value > 24 * hour,
    unknown: 0,
    ...more,
  };
};

/** Times of answers in April: most in time, one late by a second, one day without a record, one that nobody can judge. */
export const series: Series = {
  name: 'worst_time',
  title: both('最长用时与期限', 'Longest time taken, against the limit'),
  note: both('每日画出一件。', 'One case a day.'),
  ...{ unit: 'microseconds', bucket: 'day', running: false, counts: false, wrong: 'above' },
  agreed: [{ ...april, words: both('期限 24 小时', 'limit 24 hours') }],
  points: Array.from({ length: 30 }, (_, n) => {
    if (n === 3) return point(n, null);
    return n === 5 ? point(n, null, { unknown: 2 }) : point(n, n === 9 ? 24 * hour + 1 : (n % 24) * hour);
  }),
  unplaced: 0,
  undetermined: [],
};
