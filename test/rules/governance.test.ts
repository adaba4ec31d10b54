import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Governance, type PortDay, track } from '../../src/rules/governance/track.ts';
import { addDays } from '../../src/time/day.ts';

const black: Governance = {
  day_complaints: 2,
  limited_percent: 25,
  slow_per_second: 2,
  week_complaints: 10,
  week: 'rolling',
  calm_complaints: 4,
  limited_recovery_days: 21,
  slow_recovery_days: 45,
  after_slow_recovery_days: 21,
  suspended_days: 10,
  halved_recovery_days: 14,
};
const start = '2024-01-01'; // a Monday
const day = (n: number) => addDays(start, n);

/** The states of so many days under complaints by day number, in short: N, L25, S2, X, H12.5, H1/s. */
function states(complaints: Record<number, number>, days: number, rectified: number[] = [], p = black): string[] {
  const counts = new Map(Object.entries(complaints).map(([n, count]) => [day(Number(n)), count]));
  return track(counts, rectified.map(day), { from: start, to: day(days - 1) }, p).map(short);
}

const short = ({ state, percent, perSecond }: PortDay): string => {
  if (state === 'normal') return 'N';
  if (state === 'suspended') return 'X';
  const rate = perSecond === null ? `${percent}` : `${perSecond}/s`;
  return `${state === 'limited' ? 'L' : state === 'slow' ? 'S' : 'H'}${rate}`;
};

describe('a port', () => {
  test('is limited from the day after two complaints in a day, and never by one', () => {
    expect(states({ 0: 1, 1: 1, 2: 2 }, 5)).toEqual(['N', 'N', 'N', 'L25', 'L25']);
  });
  test('is slowed from the day after two more in a day while limited', () => {
    expect(states({ 0: 2, 3: 2 }, 6)).toEqual(['N', 'L25', 'L25', 'L25', 'S2/s', 'S2/s']);
  });
  test('is suspended from the day after more than ten in seven days running', () => {
    expect(states({ 0: 1, 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 4 }, 8)[7]).toBe('L25');
    expect(states({ 0: 1, 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 5 }, 8)[7]).toBe('X');
    // The eleventh lies eight days after the first: no seven days hold more than ten.
    expect(states({ 0: 1, 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 7: 5 }, 9)[8]).toBe('L25');
  });
  test('is judged by calendar weeks under that reading', () => {
    const calendar: Governance = { ...black, week: 'calendar' };
    expect(states({ 4: 1, 5: 1, 6: 1, 7: 8 }, 9, [], calendar)[8]).toBe('L25');
    expect(states({ 7: 8, 8: 1, 9: 1, 10: 1 }, 12, [], calendar)[11]).toBe('X');
  });
  test('recovers after 21 calm days, with four complaints but not with five', () => {
    const calm = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [3 + 2 * i, 1]));
    expect(states({ 0: 2, ...calm(4) }, 23)[21]).toBe('L25');
    expect(states({ 0: 2, ...calm(4) }, 23)[22]).toBe('N');
    expect(states({ 0: 2, ...calm(5) }, 23)[22]).toBe('L25');
  });
  test('goes from slow to limited after 45 calm days, and to normal after 21 more', () => {
    const seen = states({ 0: 2, 1: 2 }, 70);
    expect([seen[2], seen[46], seen[47], seen[67], seen[68]]).toEqual(['S2/s', 'S2/s', 'L25', 'L25', 'N']);
  });
  test('that was restored and exceeds again is slowed at once', () => {
    const seen = states({ 0: 2, 30: 2 }, 33);
    expect([seen[22], seen[30], seen[31]]).toEqual(['N', 'N', 'S2/s']);
  });
  test('stays suspended ten days and until it is mended, then has half its rate', () => {
    expect(states({ 0: 11 }, 14, [5]).slice(0, 13)).toEqual(['N', ...Array(10).fill('X'), 'H50', 'H50']);
    expect(states({ 0: 11 }, 20, [])[19]).toBe('X');
    expect(states({ 0: 11 }, 20, [15]).slice(14, 18)).toEqual(['X', 'X', 'H50', 'H50']);
    expect(states({ 0: 2, 1: 2, 2: 7 }, 15, [5])[13]).toBe('H1/s');
  });
  test('at half its rate recovers after 14 calm days', () => {
    const seen = states({ 0: 11 }, 28, [5]);
    expect([seen[11], seen[24], seen[25]]).toEqual(['H50', 'H50', 'N']);
  });
});

/** Another way to the same track: all days in arrays, every window counted anew. */
function plainly(counts: readonly number[], rectified: ReadonlySet<number>, p: Governance): string[] {
  const seen: string[] = [];
  let [state, since, restored, afterSlow] = ['N', 0, false, false];
  let rate = 'N';
  let before = 'N';
  let forgiven = 0;
  const between = (from: number, to: number) => counts.slice(Math.max(0, from), to + 1).reduce((a, b) => a + b, 0);
  const move = (to: string, shown: string, n: number) => {
    [state, rate, since] = [to, shown, n + 1];
  };
  for (let n = 0; n < counts.length; n++) {
    seen.push(rate);
    const lasted = n - since + 1;
    const weekFrom = p.week === 'rolling' ? n - 6 : n - (n % 7);
    const calm = (length: number) => lasted >= length && between(n - length + 1, n) <= p.calm_complaints;
    const limited = `L${p.limited_percent}`;
    if (state === 'X') {
      const mended = [...rectified].some((r) => r >= since - 1 && r <= n);
      if (lasted >= p.suspended_days && mended) {
        const half = before.endsWith('/s')
          ? `H${Number.parseFloat(before.slice(1)) / 2}/s`
          : `H${(before === 'N' ? 100 : Number(before.slice(1))) / 2}`;
        move('H', half, n);
        [restored, afterSlow, forgiven] = [true, false, n + 1];
      }
    } else if (between(Math.max(weekFrom, forgiven), n) > p.week_complaints) {
      before = rate;
      move('X', 'X', n);
    } else if ((counts[n] ?? 0) >= p.day_complaints) {
      if (state === 'S') continue;
      if (restored || state === 'L') {
        if (restored) afterSlow = false;
        move('S', `S${p.slow_per_second}/s`, n);
      } else move('L', limited, n);
    } else if (state === 'L' && calm(afterSlow ? p.after_slow_recovery_days : p.limited_recovery_days)) {
      [restored, afterSlow] = [true, false];
      move('N', 'N', n);
    } else if (state === 'S' && calm(p.slow_recovery_days)) {
      [restored, afterSlow] = [true, true];
      move('L', limited, n);
    } else if (state === 'H' && calm(p.halved_recovery_days)) {
      [restored, afterSlow] = [true, false];
      move('N', 'N', n);
    }
  }
  return seen;
}

test('the track agrees with a plain count over the days, whatever the complaints', () => {
  const counts = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 6 })), {
    minLength: 20,
    maxLength: 160,
  });
  const mended = fc.uniqueArray(fc.integer({ min: 0, max: 159 }), { maxLength: 6 });
  const parameters = fc.record({
    week: fc.constantFrom<Governance['week']>('rolling', 'calendar'),
    white: fc.boolean(),
    week_complaints: fc.integer({ min: 4, max: 10 }),
  });
  fc.assert(
    fc.property(counts, mended, parameters, (list, days, { white, ...rest }) => {
      const modes = white ? { limited_percent: 50, limited_recovery_days: 14, slow_recovery_days: 30 } : {};
      const p: Governance = { ...black, ...modes, ...rest };
      const asked = Object.fromEntries(list.map((count, n) => [n, count]));
      expect(states(asked, list.length, days, p)).toEqual(plainly(list, new Set(days), p));
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test('a track that begins later is the end of the one that begins earlier', () => {
  const counts = new Map([
    [day(0), 2],
    [day(3), 2],
    [day(40), 12],
  ]);
  const all = track(counts, [], { from: start, to: day(60) }, black);
  expect(track(counts, [], { from: day(30), to: day(60) }, black)).toEqual(all.slice(30));
});
