import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../../src/time/calendar.ts';
import { deadline, deadlineSteps, type Limit, latestNoticeDay } from '../../src/time/clock.ts';
import { addSeconds, dayOf, formatInstant } from '../../src/time/instant.ts';

const calendar = loadCalendar();
const due = (trigger: string, limit: Limit) => deadline(trigger, limit, calendar);
const late = (done: string, trigger: string, limit: Limit) => {
  const last = due(trigger, limit);
  return last === undefined ? undefined : done > last;
};

describe('the worked examples', () => {
  it('a complaint of 09:00:00 may be answered until 09:00:00 of the next day', () => {
    expect(due('2025-03-10 09:00:00', { hours: 24 })).toBe('2025-03-11 09:00:00');
    expect(late('2025-03-11 09:00:00', '2025-03-10 09:00:00', { hours: 24 })).toBe(false);
    expect(late('2025-03-11 09:00:01', '2025-03-10 09:00:00', { hours: 24 })).toBe(true);
  });

  it('10 working days over National Day 2025 end on 21 October at 24:00', () => {
    const end = due('2025-09-30 16:45:00', { workdays: 10 });
    expect(end).toBe('2025-10-22 00:00:00');
    expect(formatInstant(end ?? '', 'end')).toBe('2025-10-21 24:00');
  });

  it('a term that ends on 2025-05-30 is ended by a notice 30 days before, on 2025-04-30', () => {
    expect(latestNoticeDay('2025-05-30', { days: 30 }, calendar)).toBe('2025-04-30');
  });
});

describe('the last instant in time, and the first late one', () => {
  it.each<[string, Limit, string]>([
    ['2025-03-10 09:00:00', { hours: 1 }, '2025-03-10 10:00:00'],
    ['2024-02-28 23:30:00', { hours: 48 }, '2024-03-01 23:30:00'],
    // Hours run over holidays, and keep the fraction of a second.
    ['2025-09-30 23:59:59.25', { hours: 24 }, '2025-10-01 23:59:59.25'],
    // The day of the trigger is not counted, at whatever hour it falls.
    ['2025-03-10 00:00:00', { days: 10 }, '2025-03-21 00:00:00'],
    ['2025-03-10 23:59:59', { days: 10 }, '2025-03-21 00:00:00'],
    // The tenth day is Saturday 15 March: rolls to Monday.
    ['2025-03-05 12:00:00', { days: 10 }, '2025-03-18 00:00:00'],
    // The last day is National Day: rolls past the eight days off.
    ['2025-09-21 12:00:00', { days: 10 }, '2025-10-10 00:00:00'],
    // The last day is Saturday 11 October, a make-up workday: does not roll.
    ['2025-10-01 12:00:00', { days: 10 }, '2025-10-12 00:00:00'],
    ['2024-01-31 12:00:00', { months: 1 }, '2024-03-01 00:00:00'],
    ['2023-01-31 12:00:00', { months: 1 }, '2023-03-01 00:00:00'],
    ['2024-02-29 12:00:00', { months: 12 }, '2025-03-01 00:00:00'],
    ['2025-03-10 12:00:00', { months: 3 }, '2025-06-11 00:00:00'],
    ['2025-02-28 12:00:00', { months: 3 }, '2025-05-29 00:00:00'],
    // The corresponding day, 31 May 2025, begins the Dragon Boat holiday: rolls to Tuesday 3 June.
    ['2024-12-31 12:00:00', { months: 5 }, '2025-06-04 00:00:00'],
    ['2025-03-07 18:00:00', { workdays: 1 }, '2025-03-11 00:00:00'],
    // From a rest day the next working day is the first.
    ['2025-03-08 18:00:00', { workdays: 1 }, '2025-03-11 00:00:00'],
    // Sunday 26 January 2025 is worked, then comes the Spring Festival.
    ['2025-01-24 12:00:00', { workdays: 3 }, '2025-02-06 00:00:00'],
    ['2024-12-31 12:00:00', { workdays: 1 }, '2025-01-03 00:00:00'],
    ['2024-02-28 12:00:00', { workdays: 1 }, '2024-03-01 00:00:00'],
    // Nothing to wait for: the day itself, or the next working day.
    ['2025-03-10 12:00:00', { hours: 0 }, '2025-03-10 12:00:00'],
    ['2025-03-10 12:00:00', { days: 0 }, '2025-03-11 00:00:00'],
    ['2025-03-08 12:00:00', { workdays: 0 }, '2025-03-11 00:00:00'],
  ])('from %s, %o, is %s', (trigger, limit, last) => {
    expect(due(trigger, limit)).toBe(last);
    expect(late(last, trigger, limit)).toBe(false);
    expect(late(addSeconds(last, 1), trigger, limit)).toBe(true);
  });

  it('refuses a limit that is no whole number', () => {
    for (const n of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      for (const limit of [{ hours: n }, { days: n }, { months: n }, { workdays: n }]) {
        expect(() => due('2025-03-10 12:00:00', limit), JSON.stringify(limit)).toThrow(RangeError);
      }
      expect(() => latestNoticeDay('2025-03-10', { workdays: n }, calendar)).toThrow(RangeError);
    }
  });
});

describe('a year that is not published', () => {
  it('leaves what needs it unknown, and nothing else', () => {
    expect(due('2026-12-30 12:00:00', { workdays: 1 })).toBe('2027-01-01 00:00:00');
    expect(due('2026-12-30 12:00:00', { workdays: 2 })).toBeUndefined();
    expect(due('2026-12-21 12:00:00', { days: 10 })).toBe('2027-01-01 00:00:00');
    expect(due('2026-12-21 12:00:00', { days: 12 })).toBeUndefined();
    expect(due('2026-12-21 12:00:00', { months: 1 })).toBeUndefined();
    expect(due('2026-12-31 12:00:00', { hours: 24 })).toBe('2027-01-01 12:00:00');
    // Starting before the first calendar is no harm where only the last day must be known.
    expect(due('2022-12-20 12:00:00', { days: 20 })).toBe('2023-01-10 00:00:00');
    expect(due('2022-12-20 12:00:00', { workdays: 20 })).toBeUndefined();
  });

  it('is named by the last step', () => {
    expect(deadlineSteps('2026-12-30 12:00:00', { workdays: 2 }, calendar).at(-1)).toEqual({
      step: 'unpublished',
      day: '2027-01-01',
    });
  });

  it('matters to advance notice only if working days are counted into it', () => {
    expect(latestNoticeDay('2027-03-01', { days: 30 }, calendar)).toBe('2027-01-30');
    expect(latestNoticeDay('2027-01-01', { workdays: 1 }, calendar)).toBe('2026-12-31');
    expect(latestNoticeDay('2027-01-05', { workdays: 1 }, calendar)).toBeUndefined();
    expect(latestNoticeDay('2023-01-10', { workdays: 20 }, calendar)).toBeUndefined();
  });
});

describe('the steps', () => {
  it('name every rest day that a working-day clock skips, and the make-up workday it counts', () => {
    const steps = deadlineSteps('2025-09-30 16:45:00', { workdays: 10 }, calendar);
    const skipped = steps.flatMap((s) => (s.step === 'skipped' ? [`${s.day} ${s.reason?.kind}`] : []));
    expect(skipped).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `2025-10-0${n} holiday`),
      '2025-10-12 weekend',
      '2025-10-18 weekend',
      '2025-10-19 weekend',
    ]);
    expect(steps.filter((s) => s.step === 'counted')).toHaveLength(10);
    expect(steps).toContainEqual({
      step: 'counted',
      day: '2025-10-11',
      count: 3,
      reason: { kind: 'make-up-workday', notice: '国办发明电〔2024〕12号' },
    });
    expect(steps.at(-1)).toEqual({ step: 'due', at: '2025-10-22 00:00:00' });
  });

  it('show a last day that rolls, and where to', () => {
    expect(deadlineSteps('2025-03-05 12:00:00', { days: 10 }, calendar)).toEqual([
      { step: 'trigger', at: '2025-03-05 12:00:00' },
      { step: 'not-counted', day: '2025-03-05' },
      { step: 'last-day', day: '2025-03-15' },
      { step: 'skipped', day: '2025-03-15', reason: { kind: 'weekend' } },
      { step: 'skipped', day: '2025-03-16', reason: { kind: 'weekend' } },
      { step: 'rolled-to', day: '2025-03-17' },
      { step: 'due', at: '2025-03-18 00:00:00' },
    ]);
  });

  it('do not speak of rolling where nothing rolled', () => {
    const steps = deadlineSteps('2025-03-10 12:00:00', { days: 10 }, calendar).map((s) => s.step);
    expect(steps).toEqual(['trigger', 'not-counted', 'last-day', 'due']);
  });
});

const triggers = fc.integer({ min: 0, max: 3 * 365 * 86400 }).map((s) => addSeconds('2023-01-01 00:00:00', s));
const unit = fc.constantFrom('hours' as const, 'days' as const, 'months' as const, 'workdays' as const);
const count = fc.integer({ min: 0, max: 60 });
const limitOf = (u: 'hours' | 'days' | 'months' | 'workdays', n: number) => ({ [u]: n }) as unknown as Limit;
const runs = { seed: 20250930, numRuns: 400 };

/** Written apart from the code under test, on the calendar's plain list of days. */
const list = calendar.days();
const indexOf = new Map(list.map(({ day }, i) => [day, i]));
const naive = (day: string, n: number, step: 1 | -1): string | undefined => {
  let i = indexOf.get(day) ?? Number.NaN;
  for (let left = n; left > 0; ) {
    i += step;
    if (list[i] === undefined) return undefined;
    if (list[i]?.workday) left -= 1;
  }
  return list[i]?.day;
};

describe('laws of the clock', () => {
  it('a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(triggers, unit, count, (trigger, u, n) => {
        const [short, long] = [due(trigger, limitOf(u, n)), due(trigger, limitOf(u, n + 1))];
        // Unknown stays unknown.
        return short === undefined ? long === undefined : long === undefined || short <= long;
      }),
      runs,
    );
  });

  it('a later trigger never ends earlier', () => {
    fc.assert(
      fc.property(triggers, fc.integer({ min: 0, max: 40 * 86400 }), unit, count, (trigger, later, u, n) => {
        const [first, second] = [due(trigger, limitOf(u, n)), due(addSeconds(trigger, later), limitOf(u, n))];
        return first === undefined || second === undefined || first <= second;
      }),
      runs,
    );
  });

  it('days, months and working days end with a working day', () => {
    fc.assert(
      fc.property(triggers, unit, count, (trigger, u, n) => {
        const end = due(trigger, limitOf(u, n));
        if (u === 'hours' || end === undefined) return true;
        return end.endsWith(' 00:00:00') && calendar.isWorkday(dayOf(addSeconds(end, -1))) === true;
      }),
      runs,
    );
  });

  it('working days are what counting day by day gives, forward and back', () => {
    fc.assert(
      fc.property(triggers, fc.integer({ min: 1, max: 60 }), (trigger, n) => {
        const day = dayOf(trigger);
        const last = naive(day, n, 1);
        const end = due(trigger, { workdays: n });
        expect(end && dayOf(addSeconds(end, -1))).toBe(last);
        expect(latestNoticeDay(day, { workdays: n }, calendar)).toBe(naive(day, n, -1));
      }),
      runs,
    );
  });

  it('from the latest day of notice, N working days reach the event and N − 1 the working day before it', () => {
    fc.assert(
      fc.property(triggers, fc.integer({ min: 1, max: 60 }), (trigger, n) => {
        const event = dayOf(trigger);
        const latest = latestNoticeDay(event, { workdays: n }, calendar);
        if (latest === undefined) return;
        expect(calendar.isWorkday(latest)).toBe(true);
        expect(list.filter(({ day, workday }) => workday && day >= latest && day < event)).toHaveLength(n);
        const before = due(`${latest} 12:00:00`, { workdays: n - 1 });
        const reached = due(`${latest} 12:00:00`, { workdays: n });
        expect(before && before <= `${event} 00:00:00`).toBe(true);
        expect(reached === undefined || reached > `${event} 00:00:00`).toBe(true);
      }),
      runs,
    );
  });

  it('days of notice and days of a limit undo each other, but for the rolling', () => {
    fc.assert(
      fc.property(triggers, fc.integer({ min: 0, max: 120 }), (trigger, n) => {
        const event = dayOf(trigger);
        const latest = latestNoticeDay(trigger, { days: n }, calendar) ?? '';
        const last = deadlineSteps(`${latest} 12:00:00`, { days: n }, calendar).find((s) => s.step === 'last-day');
        expect(last).toEqual({ step: 'last-day', day: event });
      }),
      runs,
    );
  });
});
