import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../home.ts';
import { stop } from '../problem.ts';
import { type CalendarSource, readCalendarFile } from './calendar-file.ts';
import { daysFromTo, isWeekend } from './day.ts';

/** Why a day is no ordinary working day, or why a weekend day is one. `notice` is the State Council document number. */
export type DayReason =
  | { kind: 'holiday'; name: { zh: string; en: string }; notice: string }
  | { kind: 'make-up-workday'; notice: string }
  | { kind: 'weekend' };

/** The working days of the years for which the State Council has published its notice. Days are 'YYYY-MM-DD' in Beijing. */
export interface Calendar {
  /** The published years, ascending, without a gap. */
  readonly years: readonly number[];
  /** Undefined when the year of that day is not published: then nothing is known, not even of a weekend. */
  isWorkday(day: string): boolean | undefined;
  /** Every day of the published years in order. */
  days(): readonly { day: string; workday: boolean }[];
  /** Undefined for an ordinary working day, and for a day of an unpublished year. */
  reason(day: string): DayReason | undefined;
  /** SHA-256 of the data files, one after the other in the order of their names. */
  readonly hash: string;
}

/** Reads every .yaml file of rules/calendars/, or of another folder. Throws Stop when one is missing, malformed or contradicts another. */
export function loadCalendar(folder: string = join(home, 'rules', 'calendars')): Calendar {
  const files = fileNames(folder).map((name) => readCalendarFile(join(folder, name)));
  const hash = createHash('sha256');
  for (const { source } of files) hash.update(source.text);
  const inOrder = files.toSorted((a, b) => a.data.year - b.data.year);
  return calendarOf(inOrder, successive(inOrder), hash.digest('hex'));
}

function fileNames(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    stop('file-unreadable', { detail: (error as NodeJS.ErrnoException).code ?? '' }, { file: folder });
  }
  const found = names.filter((name) => name.endsWith('.yaml')).sort();
  return found.length > 0 ? found : stop('calendar-missing', { folder }, { file: folder });
}

function successive(files: readonly CalendarSource[]): number[] {
  return files.map(({ source, data: { year } }, i) => {
    const before = files[i - 1]?.data.year ?? year - 1;
    return year === before + 1 ? year : stop('calendar-years', { before, year }, source.locate('/year'));
  });
}

function calendarOf(files: readonly CalendarSource[], years: readonly number[], hash: string): Calendar {
  const reasons = reasonsOf(files);
  const days = years.flatMap((year) =>
    daysFromTo(`${year}-01-01`, `${year}-12-31`).map((day) => {
      if (!reasons.has(day) && isWeekend(day)) reasons.set(day, { kind: 'weekend' });
      const reason = reasons.get(day);
      return { day, workday: reason === undefined || reason.kind === 'make-up-workday' };
    }),
  );
  const workdays = new Map(days.map(({ day, workday }) => [day, workday]));
  return {
    years,
    hash,
    isWorkday: (day) => workdays.get(day),
    days: () => days,
    // A notice may name a day of the year before, such as 2022-12-31: it is told only if that year is published too.
    reason: (day) => (workdays.has(day) ? reasons.get(day) : undefined),
  };
}

function reasonsOf(files: readonly CalendarSource[]): Map<string, DayReason> {
  const reasons = new Map<string, DayReason>();
  for (const { source, data } of files) {
    const note = (pointer: string, day: string, reason: DayReason) => {
      if (reasons.has(day)) stop('calendar-day', { day, fault: 'twice' }, source.locate(pointer));
      reasons.set(day, reason);
    };
    const notice = data.notice.number;
    for (const [i, { name, from, to }] of data.holidays.entries()) {
      for (const day of daysFromTo(from, to)) note(`/holidays/${i}`, day, { kind: 'holiday', name, notice });
    }
    for (const [i, day] of data.workdays.entries()) note(`/workdays/${i}`, day, { kind: 'make-up-workday', notice });
  }
  return reasons;
}
