import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLimits } from '../../src/diff/limits.ts';
import { loadCalendar } from '../../src/time/calendar.ts';
import { deadline, type Limit, latestNoticeDay, type NoticeLimit } from '../../src/time/clock.ts';

const calendar = loadCalendar();
const two = (n: number) => String(n).padStart(2, '0');
const trigger = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }))
  .map(([month, day, hour]) => `2024-${two(month)}-${two(day)} ${two(hour)}:00:00`);
const limit = (...units: [string, number][]) =>
  fc.oneof(...units.map(([unit, max]) => fc.integer({ min: 1, max }).map((n) => ({ [unit]: n }))));
const limits = limit(['hours', 400], ['days', 70], ['workdays', 40], ['months', 3]);
const notices = limit(['days', 60], ['workdays', 40]);

test('a limit that is called longer than one in another unit never ends before it, on any calendar day', () => {
  let certain = 0;
  fc.assert(
    fc.property(limits, limits, trigger, (a, b, at) => {
      const sign = compareLimits(a, b);
      const [one, other] = [a, b].map((each) => deadline(at, each as Limit, calendar));
      if (sign === undefined || one === undefined || other === undefined) return;
      if (Object.keys(a)[0] !== Object.keys(b)[0]) certain += 1;
      if (sign <= 0) expect(one <= other).toBe(true);
      if (sign >= 0) expect(one >= other).toBe(true);
    }),
    { numRuns: 1500, seed: 11 },
  );
  expect(certain).toBeGreaterThan(200);
});

test('a longer notice in another unit is never due later', () => {
  fc.assert(
    fc.property(notices, notices, trigger, (a, b, at) => {
      const sign = compareLimits(a, b);
      const [one, other] = [a, b].map((each) => latestNoticeDay(at, each as NoticeLimit, calendar));
      if (sign === undefined || one === undefined || other === undefined) return;
      if (sign <= 0) expect(one >= other).toBe(true);
      if (sign >= 0) expect(one <= other).toBe(true);
    }),
    { numRuns: 500, seed: 12 },
  );
});

test('whether ten days are longer than eight working days, the calendar says', () => {
  expect(compareLimits({ days: 10 }, { workdays: 8 })).toBeUndefined();
  expect(compareLimits({ hours: 49 }, { days: 2 })).toBeUndefined();
  expect(compareLimits({ hours: 48 }, { days: 2 })).toBe(-1);
  expect(compareLimits({ workdays: 2 }, { hours: 24 })).toBe(1);
  expect(compareLimits({ days: 29 }, { months: 1 })).toBeUndefined();
});
