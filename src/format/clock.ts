import { explainWords } from '../locale/explain.ts';
import type { Lang } from '../locale/text.ts';
import { durationWords } from '../locale/words.ts';
import type { CaseClock, CaseStep } from '../rules/case-clock.ts';
import type { DayReason } from '../time/calendar.ts';
import { formatInstant } from '../time/instant.ts';

/** A time limit counted step by step, one line a step; days in a row with the same reason share a line. */
export function clockLines(clock: CaseClock, asOf: string, lang: Lang): string[] {
  const words = explainWords[lang].steps;
  return [...runs(clock.steps).map((run) => line(run, lang, words)), outcome(clock, asOf, lang)];
}

/** Steps in a row that say the same of different days. */
function runs(steps: readonly CaseStep[]): CaseStep[][] {
  const all: CaseStep[][] = [];
  for (const step of steps) {
    const last = all.at(-1);
    if (last?.[0] && meaning(last[0]) !== undefined && meaning(last[0]) === meaning(step)) last.push(step);
    else all.push([step]);
  }
  return all;
}

const meaning = (step: CaseStep): string | undefined =>
  step.step === 'skipped' || step.step === 'counted' ? JSON.stringify([step.step, step.reason]) : undefined;

function line(run: readonly CaseStep[], lang: Lang, words: (typeof explainWords)[Lang]['steps']): string {
  const [step, last] = [run[0], run.at(-1)];
  if (!step || !last) return '';
  const days = 'day' in step && 'day' in last ? words.days(step.day, last.day) : '';
  switch (step.step) {
    case 'trigger':
      return words.trigger(formatInstant(step.at));
    case 'not-counted':
      return words.notCounted(step.day);
    case 'counted': {
      const to = last.step === 'counted' ? last.count : step.count;
      return words.counted(days, step.count, to, step.reason?.kind === 'make-up-workday');
    }
    case 'last-day':
      return words.lastDay(step.day);
    case 'skipped':
      return words.skipped(days, why(step.reason, lang));
    case 'rolled-to':
      return words.rolled(step.day);
    case 'unpublished':
      return words.unpublished(step.day.slice(0, 4));
    case 'due':
      return words.due(formatInstant(step.at, 'end'));
    case 'back':
      return words.back(step.days);
    case 'latest':
      return words.latest(step.day);
    case 'extended':
      return words.extended(durationWords(step.seconds)[lang], formatInstant(step.at, 'end'));
  }
}

const why = (reason: DayReason | undefined, lang: Lang): string =>
  reason?.kind === 'holiday' ? reason.name[lang] : explainWords[lang].steps.weekend;

function outcome({ outcome, done, steps, lateBy = 0 }: CaseClock, asOf: string, lang: Lang): string {
  const words = explainWords[lang].outcome;
  const at = done === null ? '' : formatInstant(done);
  // Notices are counted in days.
  if (steps.at(-1)?.step === 'latest' && outcome !== 'unknown') {
    if (done === null) return words.undelivered(formatInstant(asOf));
    return outcome === 'late' ? words.deliveredLate(at, Math.round(lateBy / 86_400)) : words.delivered(at);
  }
  switch (outcome) {
    case 'in-time':
      return words.inTime(at);
    case 'late':
      return done === null
        ? words.overdue(formatInstant(asOf), durationWords(lateBy)[lang])
        : words.late(at, durationWords(lateBy)[lang]);
    case 'open':
      return words.open(formatInstant(asOf));
    case 'unknown':
      return words.unknown;
  }
}
