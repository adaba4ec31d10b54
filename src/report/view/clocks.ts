import { clockLines } from '../../format/clock.ts';
import { tableWord } from '../../format/evidence.ts';
import { caseClocks } from '../../rules/case-clock.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Calendar } from '../../time/calendar.ts';
import type { Voice } from './words.ts';

export interface ClockView {
  /** Whose time limit it is. */
  title: string;
  steps: readonly string[];
}

/** Time limits of the first cases behind a finding, counted step by step; none where nothing runs. */
export function clockViews(finding: Finding, asOf: string, calendar: Calendar, { lang }: Voice): ClockView[] {
  const at = { asOf, calendar, known: finding.verdict !== 'undetermined' };
  return caseClocks(finding.evidence, finding.facts, at, 1).map((clock) => ({
    title: `${tableWord(clock.table, lang)} ${clock.id}`,
    steps: clockLines(clock, asOf, lang),
  }));
}
