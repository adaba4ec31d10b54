import type { Calendar } from '../time/calendar.ts';
import { type ClockStep, deadlineSteps, type Limit } from '../time/clock.ts';
import { secondsBetween } from '../time/instant.ts';
import type { EvidenceRow, Shown } from './finding.ts';

/** Time added to the limit as counted, such as that of travel; `at` is then the last instant in time. */
export type CaseStep = ClockStep | { step: 'extended'; at: string; seconds: number };

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

/**
 * The clocks of the first cases of a finding whose facts have a limit and whose evidence says when it began. A case whose
 * steps do not lead to the limit that the rule computed has no clock: what is shown is what was judged. None where the
 * verdict is that the data do not say.
 */
export function caseClocks(
  rows: readonly EvidenceRow[],
  facts: Shown,
  at: { asOf: string; calendar: Calendar; known: boolean },
  most = 3,
): CaseClock[] {
  const unit = units.find((one) => one === facts.limit_unit);
  const { limit } = facts;
  if (unit === undefined || typeof limit !== 'number') return [];
  return rows.flatMap((row) => clockOf(row, { [unit]: limit } as Limit, at) ?? []).slice(0, most);
}

function clockOf(
  row: EvidenceRow,
  limit: Limit,
  { asOf, calendar, known }: { asOf: string; calendar: Calendar; known: boolean },
): CaseClock | undefined {
  const { table, id, started_at: start, due_at: due = null, done_at: done = null } = row;
  if (typeof start !== 'string' || !('due_at' in row)) return undefined;
  const counted = deadlineSteps(start, limit, calendar);
  const steps = stepsTo(counted, typeof due === 'string' ? due : null);
  if (!steps) return undefined;
  const one = { table, id, steps, due: due as string | null, done: done as string | null };
  if (!known || typeof due !== 'string') return { ...one, outcome: 'unknown' };
  const ended = instant(typeof done === 'string' ? done : asOf);
  if (ended > due) return { ...one, outcome: 'late', lateBy: secondsBetween(due, ended) };
  return { ...one, outcome: typeof done === 'string' ? 'in-time' : 'open' };
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
