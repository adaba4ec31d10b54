import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDayDetail, isWorkday } from 'chinese-days';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { home } from '../../src/home.ts';
import { say } from '../../src/locale/index.ts';
import { type Problem, Stop } from '../../src/problem.ts';
import { loadCalendar } from '../../src/time/calendar.ts';

const shipped = join(home, 'rules', 'calendars');
const calendar = loadCalendar();

describe('the published calendars', () => {
  it('agree with chinese-days on every day of 2023 to 2026', () => {
    const differing = calendar.days().filter(({ day, workday }) => workday !== isWorkday(day));
    expect(differing).toEqual([]);
    expect(calendar.days()).toHaveLength(365 + 366 + 365 + 365);
    expect(calendar.years).toEqual([2023, 2024, 2025, 2026]);
  });

  it('call a day off what chinese-days calls it', () => {
    for (const { day } of calendar.days()) {
      const reason = calendar.reason(day);
      const [english, chinese = ''] = getDayDetail(day).name.split(',');
      expect(reason?.kind === 'holiday' || reason?.kind === 'make-up-workday', day).toBe(Boolean(chinese));
      if (reason?.kind === 'holiday') expect(reason.name.zh, `${day} ${english}`).toContain(chinese);
    }
  });

  it('know nothing of a year without a notice, not even of its weekends', () => {
    for (const day of ['2022-12-31', '2027-01-01', '2027-01-02', '2027-10-01']) {
      expect(calendar.isWorkday(day), day).toBeUndefined();
      expect(calendar.reason(day), day).toBeUndefined();
    }
  });

  it('tell why a day is off or worked, with the notice', () => {
    expect(calendar.reason('2025-10-06')).toEqual({
      kind: 'holiday',
      name: { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' },
      notice: '国办发明电〔2024〕12号',
    });
    expect(calendar.reason('2025-10-11')).toEqual({ kind: 'make-up-workday', notice: '国办发明电〔2024〕12号' });
    expect(calendar.reason('2025-10-12')).toEqual({ kind: 'weekend' });
    expect(calendar.reason('2025-10-13')).toBeUndefined();
  });

  it('are hashed byte by byte in the order of their names', () => {
    const hash = createHash('sha256');
    for (const name of readdirSync(shipped).sort()) hash.update(readFileSync(join(shipped, name)));
    expect(calendar.hash).toBe(hash.digest('hex'));
    expect(loadCalendar().hash).toBe(calendar.hash);
  });
});

describe('a calendar folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'calendars-'));
    cpSync(shipped, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const edit = (year: number, from: string | RegExp, to: string) => {
    const path = join(folder, `cn-${year}.yaml`);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(from);
    writeFileSync(path, text.replace(from, to));
  };
  const problems = (): readonly Problem[] => {
    try {
      loadCalendar(folder);
    } catch (error) {
      if (error instanceof Stop) return error.problems;
      throw error;
    }
    return [];
  };
  const only = () => {
    const found = problems();
    expect(found).toHaveLength(1);
    const [one] = found;
    for (const lang of ['zh', 'en'] as const) {
      if (one) expect(say(one, lang).message + say(one, lang).help).not.toMatch(/undefined|\[object/);
    }
    return one;
  };

  it('counts a holiday of the next year’s notice once that year is there', () => {
    edit(2024, 'from: 2024-01-01', 'from: 2023-12-29');
    expect(problems()).toEqual([]);
    expect(loadCalendar(folder).isWorkday('2023-12-29')).toBe(false);
    expect(calendar.isWorkday('2023-12-29')).toBe(true);
  });

  it.each([
    ['a misspelt key', 'workdays:', 'workday:', 'schema-unknown-key', 17],
    ['a date that does not exist', 'to: 2026-02-23', 'to: 2026-02-30', 'schema-value', 10],
    ['a date as a number', 'published: 2025-11-04', 'published: 20251104', 'schema-type', 7],
    ['a year as text', 'year: 2026', 'year: "2026"', 'schema-type', 3],
    ['a holiday without a Chinese name', '{ zh: 国庆节, en:', '{ en:', 'schema-missing-key', undefined],
    ['no holidays', /holidays:[^#]*/, 'holidays: []\n', 'schema-value', undefined],
    ['a holiday that ends before it begins', 'to: 2026-06-21', 'to: 2026-06-12', 'calendar-day', 'reversed'],
    [
      'dates left from another year',
      'from: 2026-06-19, to: 2026-06-21',
      'from: 2025-06-19, to: 2025-06-21',
      'calendar-day',
      'other-year',
    ],
    ['a holiday that runs for years', 'to: 2026-06-21', 'to: 2062-06-21', 'calendar-day', 'other-year'],
    ['a make-up workday of another year', '- 2026-10-10', '- 2016-10-10', 'calendar-day', 'other-year'],
    ['a make-up workday on a weekday', '- 2026-10-10', '- 2026-10-12', 'calendar-day', 'not-weekend'],
    ['a make-up workday twice', '- 2026-10-10', '- 2026-09-20', 'calendar-day', 'twice'],
    ['a day both off and worked', '- 2026-10-10', '- 2026-10-04', 'calendar-day', 'twice'],
    ['holidays that overlap', 'from: 2026-10-01', 'from: 2026-09-27', 'calendar-day', 'twice'],
    ['a year twice', 'year: 2026', 'year: 2025', 'calendar-day', 'other-year'],
    ['a full-width colon', 'year: 2026', 'year：2026', 'yaml-fullwidth', 3],
  ])('with %s stops and names the file and the line', (_what, from, to, code, detail) => {
    edit(2026, from, to);
    const found = problems();
    expect(found.map((p) => p.code)).toContain(code);
    for (const p of found) {
      expect(p.file).toBe(join(folder, 'cn-2026.yaml'));
      expect(p.line).toBeGreaterThan(0);
      for (const lang of ['zh', 'en'] as const) expect(say(p, lang).message).not.toMatch(/undefined|\[object/);
    }
    if (typeof detail === 'number') expect(found.map((p) => p.line)).toContain(detail);
    if (typeof detail === 'string')
      expect(found.map((p) => p.data)).toContainEqual(expect.objectContaining({ fault: detail }));
  });

  it('with a year missing between two others stops', () => {
    rmSync(join(folder, 'cn-2024.yaml'));
    expect(only()).toMatchObject({ code: 'calendar-years', data: { before: 2023, year: 2025 }, line: 3 });
  });

  it('with one year in two files stops', () => {
    cpSync(join(folder, 'cn-2025.yaml'), join(folder, 'cn-2025-copy.yaml'));
    expect(only()).toMatchObject({ code: 'calendar-years', data: { before: 2025, year: 2025 } });
  });

  it('with two files that contradict each other stops at the later one', () => {
    edit(2024, 'from: 2024-01-01', 'from: 2023-10-07');
    expect(only()).toMatchObject({
      code: 'calendar-day',
      data: { day: '2023-10-07' },
      file: join(folder, 'cn-2024.yaml'),
    });
  });

  it('without any calendar stops, and so does a folder that is not there', () => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    expect(only()).toMatchObject({ code: 'calendar-missing' });
    expect(() => loadCalendar(join(folder, 'none'))).toThrow('file-unreadable');
  });
});
