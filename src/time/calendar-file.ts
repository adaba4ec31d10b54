import { type Problem, problem, Stop } from '../problem.ts';
import { problemsOf } from '../yaml/checked.ts';
import { readYaml, type Source } from '../yaml/read.ts';
import { isWeekend } from './day.ts';

/** What one file of rules/calendars/ holds: a year's holidays, and the weekend days that are worked instead. */
interface CalendarFile {
  year: number;
  /** The State Council notice: document number, title, day of publication. */
  notice: { number: string; title: string; published: string };
  /** `from` and `to` are both days off. They may reach into the neighbouring year. */
  holidays: { name: { zh: string; en: string }; from: string; to: string }[];
  workdays: string[];
}

export interface CalendarSource {
  source: Source;
  data: CalendarFile;
}

/** Reads one calendar file. Throws Stop with every fault and its place. */
export function readCalendarFile(path: string): CalendarSource {
  const source = readYaml(path);
  demand(problemsOf(source, 'calendar'));
  const data = source.data as CalendarFile;
  demand(dayFaults(data, source));
  return { source, data };
}

function demand(problems: readonly Problem[]): void {
  if (problems.some((p) => p.severity === 'error')) throw new Stop(problems);
}

/** What no notice says: a holiday that ends before it begins, a day of another year, a make-up workday on a weekday. */
function dayFaults({ year, holidays, workdays }: CalendarFile, source: Source): Problem[] {
  const far = (day: string) => Math.abs(Number(day.slice(0, 4)) - year) > 1;
  const outside = (day: string) => Number(day.slice(0, 4)) !== year;
  const fault = (pointer: string, day: string, why: 'reversed' | 'other-year' | 'not-weekend') =>
    problem('calendar-day', { day, fault: why }, source.locate(pointer));
  return [
    ...holidays.flatMap(({ from, to }, i) => {
      if (far(from) || (outside(from) && outside(to))) return [fault(`/holidays/${i}/from`, from, 'other-year')];
      if (far(to)) return [fault(`/holidays/${i}/to`, to, 'other-year')];
      return to < from ? [fault(`/holidays/${i}/to`, to, 'reversed')] : [];
    }),
    ...workdays.flatMap((day, i) => {
      if (far(day)) return [fault(`/workdays/${i}`, day, 'other-year')];
      return isWeekend(day) ? [] : [fault(`/workdays/${i}`, day, 'not-weekend')];
    }),
  ];
}
