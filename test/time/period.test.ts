import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, Stop } from '../../src/problem.ts';
import { addDays, daysFromTo, nextDay } from '../../src/time/day.ts';
import { type Cycle, parsePeriod, periodFromTo, periodsWithin } from '../../src/time/period.ts';

const problemOf = (work: () => unknown): Problem | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof Stop) return error.problems[0];
    throw error;
  }
  return undefined;
};

describe('reading a period', () => {
  it.each([
    ['2025-08', '2025-08-01', '2025-08-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-02', '2025-02-01', '2025-02-28'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2025Q1', '2025-01-01', '2025-03-31'],
    ['2025Q3', '2025-07-01', '2025-09-30'],
    ['2025Q4', '2025-10-01', '2025-12-31'],
    ['2025H1', '2025-01-01', '2025-06-30'],
    ['2025H2', '2025-07-01', '2025-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['2999', '2999-01-01', '2999-12-31'],
  ])('%s is %s to %s', (text, from, to) => expect(parsePeriod(text)).toEqual({ from, to, label: text }));

  it.each([
    '2025-13',
    '2025-00',
    '2025-8',
    '2025Q5',
    '2025H3',
    '2025H0',
    '25',
    '9999',
    '0000',
    '',
    '2025-08-01',
    '2025年8月',
    '2025Q3 ',
  ])('%j is refused with the forms that are accepted', (text) => {
    expect(problemOf(() => parsePeriod(text))).toMatchObject({
      code: 'flag-invalid',
      data: { flag: '--period', value: text, expected: '2025-08, 2025Q3, 2025H2, 2025' },
    });
  });

  it('takes two days, both included, one alone too', () => {
    expect(periodFromTo('2025-08-05', '2025-08-05')).toEqual({
      from: '2025-08-05',
      to: '2025-08-05',
      label: '2025-08-05..2025-08-05',
    });
  });

  it('refuses two days that are reversed, and what is no day', () => {
    expect(problemOf(() => periodFromTo('2025-08-06', '2025-08-05'))).toMatchObject({
      code: 'period-reversed',
      data: { from: '2025-08-06', to: '2025-08-05' },
    });
    expect(problemOf(() => periodFromTo('2025-02-29', '2025-03-05'))?.data).toMatchObject({ flag: '--from' });
    for (const to of ['2025-09-31', '9999-12-31', '2025-09']) {
      expect(problemOf(() => periodFromTo('2025-08-01', to))?.data).toMatchObject({ flag: '--to', value: to });
    }
  });
});

describe('settlement periods', () => {
  const spans = (period: string, cycle: Cycle, anchor?: string) =>
    periodsWithin(parsePeriod(period), cycle, anchor).map(({ from, to }) => `${from}..${to}`);

  it('are those of the calendar that end in the period, with their usual names', () => {
    const labels = (cycle: Cycle) => periodsWithin(parsePeriod('2025H1'), cycle).map(({ label }) => label);
    expect(labels('month')).toEqual(['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06']);
    expect(labels('quarter')).toEqual(['2025Q1', '2025Q2']);
    expect(labels('half-year')).toEqual(['2025H1']);
    expect(labels('year')).toEqual([]);
    expect(periodsWithin(periodFromTo('2024-12-31', '2025-01-30'), 'year').map(({ label }) => label)).toEqual(['2024']);
  });

  it('belong to the period that holds their last day, and no other', () => {
    expect(spans('2025-06', 'half-year')).toEqual(['2025-01-01..2025-06-30']);
    expect(spans('2025-05', 'half-year')).toEqual([]);
    expect(spans('2025-07', 'half-year')).toEqual([]);
  });

  it('may be counted from the day of the contract', () => {
    expect(spans('2024', 'half-year', '2024-03-06')).toEqual(['2024-03-06..2024-09-05']);
    expect(spans('2025', 'half-year', '2024-03-06')).toEqual(['2024-09-06..2025-03-05', '2025-03-06..2025-09-05']);
    expect(spans('2024Q1', 'month', '2024-03-06')).toEqual([]);
  });

  it('do not drift after a short month', () => {
    expect(spans('2024H2', 'month', '2024-05-31').slice(0, 3)).toEqual([
      '2024-06-30..2024-07-30',
      '2024-07-31..2024-08-30',
      '2024-08-31..2024-09-29',
    ]);
    expect(spans('2025Q1', 'month', '2024-05-31')).toEqual([
      '2024-12-31..2025-01-30',
      '2025-01-31..2025-02-27',
      '2025-02-28..2025-03-30',
    ]);
    expect(spans('2028', 'year', '2024-02-29')).toEqual(['2027-02-28..2028-02-28']);
  });

  it('tell the last day of the next one', () => {
    expect(periodsWithin(parsePeriod('2025-08'), 'month').map(({ next }) => next)).toEqual(['2025-09-30']);
    expect(periodsWithin(parsePeriod('2024Q3'), 'half-year', '2024-03-06').map(({ next }) => next)).toEqual([
      '2025-03-05',
    ]);
  });

  it('follow each other without gap or overlap, and each is found in exactly one month', () => {
    const anchors = fc.option(
      fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2023-01-01', n)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.constantFrom<Cycle>('month', 'quarter', 'half-year', 'year'), anchors, (cycle, anchor) => {
        const all = periodsWithin(periodFromTo('2023-01-01', '2029-12-31'), cycle, anchor);
        expect(all[0]?.from).toBe(anchor ?? '2023-01-01');
        for (const [i, { from }] of all.entries()) {
          const before = all[i - 1];
          if (before) expect([from, all[i]?.to]).toEqual([nextDay(before.to), before.next]);
        }
        const months = parsePeriod('2025');
        const ends = daysFromTo(months.from, months.to).filter((day) => all.some(({ to }) => to === day));
        const byMonth = periodsWithin(months, 'month').flatMap((month) => periodsWithin(month, cycle, anchor));
        expect(byMonth.map(({ to }) => to)).toEqual(ends);
      }),
      { seed: 20240306, numRuns: 100 },
    );
  });
});
