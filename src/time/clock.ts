import type { Calendar, DayReason } from './calendar.ts';
import { addDays, addMonths, nextDay } from './day.ts';
import { addSeconds, dayOf } from './instant.ts';

/** A time limit in exactly one unit: a whole number, 0 or more. */
export type Limit = { hours: number } | { days: number } | { months: number } | { workdays: number };

export type NoticeLimit = { days: number } | { workdays: number };

/** One step of counting a time limit, to be shown to people. The last is `due`, or `unpublished` when nobody can know. */
export type ClockStep =
  | { step: 'trigger'; at: string }
  /** The day of the trigger. */
  | { step: 'not-counted'; day: string }
  /** The count-th working day; the reason tells a make-up workday. */
  | { step: 'counted'; day: string; count: number; reason: DayReason | undefined }
  /** The last day as counted, before it rolls. */
  | { step: 'last-day'; day: string }
  /** A rest day, either not counted as a working day or left behind by a last day that rolls. */
  | { step: 'skipped'; day: string; reason: DayReason | undefined }
  | { step: 'rolled-to'; day: string }
  /** The calendar of this day's year is not published. */
  | { step: 'unpublished'; day: string }
  /** The last instant in time. */
  | { step: 'due'; at: string };

/** One step of counting back from an event. The last is `latest`, or `unpublished` when nobody can know. */
export type NoticeStep =
  | Extract<ClockStep, { step: 'not-counted' | 'counted' | 'skipped' | 'unpublished' }>
  /** So many days back. */
  | { step: 'back'; days: number }
  /** The last day on which the notice is in time. */
  | { step: 'latest'; day: string };

/**
 * The last instant in time: exactly then is in time, one second later is late. Trigger and result are Beijing instants.
 * Hours run to the second from the trigger. For days, months and workdays the day of the trigger is not counted, and the
 * last day ends at 24:00, which is the first instant of the next day; the last day of days and months rolls past rest
 * days to the next working day (Civil Code art. 201, 202, 203). Undefined when that needs a year that is not published.
 * Throws RangeError for a limit that is no whole number of 0 or more.
 */
export function deadline(trigger: string, limit: Limit, calendar: Calendar): string | undefined {
  const last = deadlineSteps(trigger, limit, calendar).at(-1);
  return last?.step === 'due' ? last.at : undefined;
}

/** How `deadline` comes to its result: the same computation, every rest day named. */
export function deadlineSteps(trigger: string, limit: Limit, calendar: Calendar): readonly ClockStep[] {
  const steps: ClockStep[] = [{ step: 'trigger', at: trigger }];
  if ('hours' in limit) {
    steps.push({ step: 'due', at: addSeconds(trigger, whole(limit.hours) * 3600) });
    return steps;
  }
  const day = dayOf(trigger);
  steps.push({ step: 'not-counted', day });
  const last =
    'workdays' in limit ? forward(day, limit, calendar, steps) : rolled(counted(day, limit), calendar, steps);
  if (last !== undefined) steps.push({ step: 'due', at: `${nextDay(last)} 00:00:00` });
  return steps;
}

/**
 * The last day on which a notice of at least that much before an event is in time: counted back from the day of the event,
 * which is not counted, without rolling. For working days it is the N-th before the event. Undefined when that needs a
 * year that is not published. Takes a day or an instant; throws like `deadline`.
 */
export function latestNoticeDay(event: string, limit: NoticeLimit, calendar: Calendar): string | undefined {
  const last = noticeSteps(event, limit, calendar).at(-1);
  return last?.step === 'latest' ? last.day : undefined;
}

/** How `latestNoticeDay` comes to its result: the same computation, every rest day named. */
export function noticeSteps(event: string, limit: NoticeLimit, calendar: Calendar): readonly NoticeStep[] {
  let day = dayOf(event);
  const steps: NoticeStep[] = [{ step: 'not-counted', day }];
  if ('days' in limit) {
    return [...steps, { step: 'back', days: limit.days }, { step: 'latest', day: addDays(day, -whole(limit.days)) }];
  }
  for (let count = 1; count <= whole(limit.workdays); ) {
    day = addDays(day, -1);
    const workday = calendar.isWorkday(day);
    if (workday === undefined) return [...steps, { step: 'unpublished', day }];
    const reason = calendar.reason(day);
    steps.push(workday ? { step: 'counted', day, count, reason } : { step: 'skipped', day, reason });
    if (workday) count += 1;
  }
  return [...steps, { step: 'latest', day }];
}

function counted(day: string, limit: { days: number } | { months: number }): string {
  return 'days' in limit ? addDays(day, whole(limit.days)) : addMonths(day, whole(limit.months));
}

function rolled(last: string, calendar: Calendar, steps: ClockStep[]): string | undefined {
  steps.push({ step: 'last-day', day: last });
  const day = workdayFrom(last, calendar, steps);
  if (day !== undefined && day !== last) steps.push({ step: 'rolled-to', day });
  return day;
}

function forward(
  start: string,
  { workdays }: { workdays: number },
  calendar: Calendar,
  steps: ClockStep[],
): string | undefined {
  if (whole(workdays) === 0) return rolled(start, calendar, steps);
  let last = start;
  for (let count = 1; count <= workdays; count += 1) {
    const day = workdayFrom(nextDay(last), calendar, steps);
    if (day === undefined) return undefined;
    steps.push({ step: 'counted', day, count, reason: calendar.reason(day) });
    last = day;
  }
  return last;
}

/** The first working day from this one on; undefined, and a step that says so, where the calendar ends. */
function workdayFrom(from: string, calendar: Calendar, steps: ClockStep[]): string | undefined {
  for (let day = from; ; day = nextDay(day)) {
    const workday = calendar.isWorkday(day);
    if (workday) return day;
    if (workday === undefined) {
      steps.push({ step: 'unpublished', day });
      return undefined;
    }
    steps.push({ step: 'skipped', day, reason: calendar.reason(day) });
  }
}

function whole(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`a time limit of ${count} is no whole number`);
  return count;
}
