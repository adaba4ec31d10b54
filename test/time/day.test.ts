import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysFromTo, isDay, nextDay } from '../../src/time/day.ts';

describe('days', () => {
  it('knows which days exist', () => {
    for (const day of ['2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01']) expect(isDay(day), day).toBe(true);
    for (const day of [
      '2024-02-30',
      '2025-02-29',
      '1900-02-29',
      '2025-13-01',
      '2025-00-10',
      '0000-01-01',
      '2025-1-1',
      '',
    ])
      expect(isDay(day), day).toBe(false);
  });

  it('takes the month’s last day where the corresponding day is missing', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 1)).toBe('2024-03-29');
  });

  it('counts over month ends, leap days and years', () => {
    expect(nextDay('2024-02-28')).toBe('2024-02-29');
    expect(nextDay('2023-02-28')).toBe('2023-03-01');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
    expect(daysFromTo('2023-12-30', '2024-01-02')).toEqual(['2023-12-30', '2023-12-31', '2024-01-01', '2024-01-02']);
    expect(daysFromTo('2024-01-02', '2024-01-01')).toEqual([]);
  });

  it('refuses to leave the years that sort as text', () => {
    expect(() => nextDay('9999-12-31')).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
  });
});
