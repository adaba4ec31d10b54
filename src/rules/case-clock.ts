import type { Calendar } from '../time/calendar.ts';
import {
  type ClockStep,
  deadlineSteps,
  type Limit,
  type NoticeLimit,
  type NoticeStep,
  noticeSteps,
} from '../time/clock.ts';
import { secondsBetween } from '../time/instant.ts';
import type { EvidenceRow, Shown } from './finding.ts';

/** Time added to the limit as counted, such as that of travel; `at` is then the last instant in time. */
export type CaseStep = ClockStep | NoticeStep | { step: 'extended'; at: string; seconds: number };

/** The time limit of one case, counted step by step. Instants are Beijing time. */
export interface CaseClock {
  table: string;
  id: string;
  steps: readonly CaseStep[];
  /** The last instant in time; null where nobody can know. */
  due: string | null;
  done: string | null;
  outcome: 'in-time' | 'late' | 'open' | 'unknown';
  /** Whole seconds beyond the limit, where it is late. */
  lateBy?: number;
}

const units = ['hours', 'days', 'months', 'workdays'] as const;

interface At {
  asOf: string;
  calendar: Calendar;
  known: boolean;
}

/**
 * The clocks of the first cases of a finding whose facts have a limit, or several, and whose evidence says when it began
 * or of which event notice was due. A case whose steps do not lead to the limit that the rule computed has no clock: what
 * is shown is what was judged. None where the verdict is that the data do not say.
 */
export function caseClocks(rows: readonly EvidenceRow[], facts: Shown, at: At, most = 3): CaseClock[] {
  const limits = Object.keys(facts).flatMap((name): Limit[] => {
    const unit = units.find((one) => one === facts[`${name}_unit`]);
    const n = facts[name];
    return unit !== undefined && typeof n === 'number' ? [{ [unit]: n } as Limit] : [];
  });
  const clocks = rows.flatMap((row) => limits.flatMap((limit) => clockOf(row, limit, at) ?? []).slice(0, 1));
  return clocks.slice(0, most);
}

function clockOf(row: EvidenceRow, limit: Limit, at: At): CaseClock | undefined {
  const { started_at: start, occurred_at: event } = row;
  if (!('due_at' in row)) return undefined;
  if (typeof start === 'string') return fromStart(row, start, limit, at);
  return typeof event === 'string' && ('days' in limit || 'workdays' in limit)
    ? backFrom(row, event, limit, at)
    : undefined;
}

function fromStart(
  row: EvidenceRow,
  start: string,
  limit: Limit,
  { asOf, calendar, known }: At,
): CaseClock | undefined {
  const { table, id, due_at: due = null, done_at: done = null } = row;
  const counted = deadlineSteps(start, limit, calendar);
  const steps = stepsTo(counted, typeof due === 'string' ? due : null);
  if (!steps) return undefined;
  const one = { table, id, steps, due: due as string | null, done: done as string | null };
  if (!known || typeof due !== 'string') return { ...one, outcome: 'unknown' };
  const ended = instant(typeof done === 'string' ? done : asOf);
  if (ended > due) return { ...one, outcome: 'late', lateBy: secondsBetween(due, ended) };
  return { ...one, outcome: typeof done === 'string' ? 'in-time' : 'open' };
}

/** Notice of an event: the last day for it, and the first delivery as the evidence has it. */
function backFrom(
  row: EvidenceRow,
  event: string,
  limit: NoticeLimit,
  { asOf, calendar, known }: At,
): CaseClock | undefined {
  const { table, id, due_at: due, delivered } = row;
  const steps = noticeSteps(event, limit, calendar);
  const last = steps.at(-1);
  if (last?.step !== 'latest' || last.day !== due) return undefined;
  const days = String(delivered ?? '')
    .split(', ')
    .filter((day) => /^\d/.test(day));
  const done = days.toSorted()[0] ?? null;
  const one = { table, id, steps, due, done };
  if (!known) return { ...one, outcome: 'unknown' };
  const end = `${due} 24:00:00`;
  if (done !== null)
    return done <= due
      ? { ...one, outcome: 'in-time' }
      : { ...one, outcome: 'late', lateBy: secondsBetween(`${due} 00:00:00`, `${done} 00:00:00`) };
  return asOf <= end
    ? { ...one, outcome: 'open' }
    : { ...one, outcome: 'late', lateBy: secondsBetween(`${due} 00:00:00`, asOf) - 86_400 };
}

/** The steps as counted, and what was added to reach the limit that the rule computed; undefined where they do not fit. */
function stepsTo(counted: readonly ClockStep[], due: string | null): CaseStep[] | undefined {
  const last = counted.at(-1);
  if (due === null) return last?.step === 'unpublished' ? [...counted] : undefined;
  if (last?.step !== 'due') return undefined;
  const more = secondsBetween(last.at, due);
  if (instant(last.at) > instant(due)) return undefined;
  return more === 0 ? [...counted] : [...counted, { step: 'extended', at: due, seconds: more }];
}

/** A record that holds only a day stands just after its first instant, as in the store. */
const instant = (text: string): string => (text.length === 10 ? `${text} 00:00:00.000001` : text);
