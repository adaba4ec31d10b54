import { explain as en } from './en/explain.ts';
import type { Lang } from './text.ts';
import { explain as zh } from './zh/explain.ts';

/** What `explain` says around the contract's own words. */
export interface ExplainWords {
  headings: Record<'clause' | 'terms' | 'facts' | 'clock' | 'records' | 'remedies', string>;
  /** Facts and parameters for which neither reports nor schemas have a short name. */
  facts: Record<string, string>;
  /** Words of rule files that stand for themselves in English. */
  values: Record<string, string>;
  operators: Record<string, string>;
  id(id: string): string;
  period(from: string, to: string, asOf: string): string;
  part(from: string, to: string, verdict: string): string;
  clause(ref: string, gist: string): string;
  bears(party: string): string;
  term(name: string, value: string): string;
  byRule: string;
  noTerms: string;
  blank: string;
  waiver(role: string, reason: string, from: string, to: string, expires: string): string;
  without(verdict: string): string;
  reading(n: number, means: string): string;
  prefers(n: number, reason: string): string;
  /** That the readings disagree, and which one the records shown belong to. */
  shownFor(n: number): string;
  held(verdict: string, conditions: string): string;
  is(name: string, value: string): string;
  not(condition: string): string;
  notAsked: string;
  overruled(verdict: string): string;
  mean: string;
  noClock: string;
  case(table: string, id: string): string;
  noRecords: string;
  moreRecords(shown: number, total: number): string;
  noRemedy: string;
  noRemedyYet: string;
  ifBreached: string;
  list(items: readonly string[]): string;
  steps: {
    trigger(at: string): string;
    notCounted(day: string): string;
    counted(days: string, first: number, last: number, makeUp: boolean): string;
    lastDay(day: string): string;
    skipped(days: string, why: string): string;
    rolled(day: string): string;
    unpublished(year: string): string;
    due(at: string): string;
    back(days: number): string;
    latest(day: string): string;
    extended(by: string, at: string): string;
    days(from: string, to: string): string;
    weekend: string;
  };
  outcome: {
    delivered(day: string): string;
    deliveredLate(day: string, days: number): string;
    undelivered(asOf: string): string;
    inTime(done: string): string;
    late(done: string, by: string): string;
    overdue(asOf: string, by: string): string;
    open(asOf: string): string;
    unknown: string;
  };
}

export const explainWords: Record<Lang, ExplainWords> = { zh, en };
