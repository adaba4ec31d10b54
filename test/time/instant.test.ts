import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds, dayOf, formatInstant, now, parseInstant, secondsBetween } from '../../src/time/instant.ts';

describe('reading a time', () => {
  it.each([
    ['2025-03-10', '2025-03-10 00:00:00'],
    ['2025-03-10 09:30', '2025-03-10 09:30:00'],
    ['2025-03-10T09:30:15', '2025-03-10 09:30:15'],
    ['2025-03-10T09:30:15+08:00', '2025-03-10 09:30:15'],
    ['2025-03-10T01:30:15Z', '2025-03-10 09:30:15'],
    ['2024-12-31T16:00:00Z', '2025-01-01 00:00:00'],
    ['2024-02-28T23:00:00-05:30', '2024-02-29 12:30:00'],
    ['2025-03-10 09:30:15+08', '2025-03-10 09:30:15'],
    ['2025-03-10 09:30:15+0900', '2025-03-10 08:30:15'],
    ['2025-03-10 24:00:00', '2025-03-11 00:00:00'],
    ['2024-02-28 24:00', '2024-02-29 00:00:00'],
    ['2025-12-31T24:00:00Z', '2026-01-01 08:00:00'],
    ['2025-03-10 09:30:15.5', '2025-03-10 09:30:15.5'],
    ['2025-03-10 09:30:15.000001', '2025-03-10 09:30:15.000001'],
    ['2025-03-10 09:30:15.120000000', '2025-03-10 09:30:15.12'],
    ['2025-03-10 09:30:15.000', '2025-03-10 09:30:15'],
  ])('%s is %s in Beijing', (text, instant) => expect(parseInstant(text)).toBe(instant));

  it.each([
    '',
    '2024-02-30',
    '2025-02-29 10:00:00',
    '2025-03-10 25:00:00',
    '2025-03-10 24:00:01',
    '2025-03-10 24:01',
    '2025-03-10 24:00:00.1',
    '2025-03-10 23:60:00',
    '2025-03-10 23:59:60',
    '2025-03-10 9:00:00',
    '2025-03-10 09',
    '2025-03-10Z',
    '2025-03-10T09:00:00+15:00',
    '2025-03-10T09:00:00[Asia/Shanghai]',
    '2025-03-10 09:00:00.0000001',
    '0000-01-01',
    '9999-12-31 24:00:00',
    '9999-12-31T23:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '10/03/2025',
    'yesterday',
    '2025-03-10 09:00:00 ',
    '2025-03-10 09:00:00\n',
  ])('%j is refused', (text) => expect(parseInstant(text)).toBeUndefined());
});

const instants = fc
  .tuple(fc.integer({ min: -86400 * 20000, max: 86400 * 20000 }), fc.integer({ min: 0, max: 999999 }))
  .map(([seconds, micros]) =>
    parseInstant(`${addSeconds('2024-02-29 12:00:00', seconds)}.${`${micros}`.padStart(6, '0')}`),
  )
  .filter((instant) => instant !== undefined);
const seconds = fc.integer({ min: -(10 ** 9), max: 10 ** 9 });
const runs = { seed: 20250310, numRuns: 300 };

describe('reckoning with instants', () => {
  it('counts the seconds that were added, whatever the fraction', () => {
    fc.assert(
      fc.property(
        instants,
        seconds,
        (at, n) => secondsBetween(at, addSeconds(at, n)) === n && dayOf(at) === at.slice(0, 10),
      ),
      runs,
    );
  });

  it('sorts instants as text in the order of time', () => {
    fc.assert(
      fc.property(
        instants,
        seconds,
        (at, n) => Math.sign(n) === (addSeconds(at, n) > at ? 1 : addSeconds(at, n) < at ? -1 : 0),
      ),
      runs,
    );
    expect('2025-03-10 09:00:00' < '2025-03-10 09:00:00.000001').toBe(true);
  });

  it('reads back what it writes, and an offset means the same instant', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -14, max: 14 }), (at, hours) => {
        const there = addSeconds(at, (hours - 8) * 3600);
        const offset = `${hours < 0 ? '-' : '+'}${`${Math.abs(hours)}`.padStart(2, '0')}:00`;
        return parseInstant(at) === at && parseInstant(there.replace(' ', 'T') + offset) === at;
      }),
      runs,
    );
  });

  it('does not lose or gain an hour where Beijing once had summer time', () => {
    expect(secondsBetween('1990-04-15 00:00:00', '1990-04-16 00:00:00')).toBe(86400);
    expect(secondsBetween('2024-02-29 00:00:00', '2024-02-28 00:00:00')).toBe(-86400);
  });

  it('cuts a fraction off a duration towards zero', () => {
    expect(secondsBetween('2025-03-10 09:00:00', '2025-03-10 09:00:01.9')).toBe(1);
    expect(secondsBetween('2025-03-10 09:00:01.9', '2025-03-10 09:00:00')).toBe(-1);
    expect(Object.is(secondsBetween('2025-03-10 09:00:00.5', '2025-03-10 09:00:00'), 0)).toBe(true);
  });

  it('tells the present as a whole second of Beijing', () => {
    const instant = now();
    expect(parseInstant(instant)).toBe(instant);
    expect(instant).toHaveLength(19);
  });
});

describe('showing a time', () => {
  it('leaves out seconds that are zero, and never those that are not', () => {
    expect(formatInstant('2025-03-11 09:00:00')).toBe('2025-03-11 09:00');
    expect(formatInstant('2025-03-11 09:00:01')).toBe('2025-03-11 09:00:01');
    expect(formatInstant('2025-03-11 09:00:00.5')).toBe('2025-03-11 09:00:00.5');
    expect(formatInstant('2025-03-11 00:00:00')).toBe('2025-03-11 00:00');
  });

  it('shows the end of a limit as 24:00 of its last day', () => {
    expect(formatInstant('2025-10-22 00:00:00', 'end')).toBe('2025-10-21 24:00');
    expect(formatInstant('2024-03-01 00:00:00', 'end')).toBe('2024-02-29 24:00');
    expect(formatInstant('2025-03-11 09:00:00', 'end')).toBe('2025-03-11 09:00');
  });
});
