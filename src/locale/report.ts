import { report as en } from './en/report.ts';
import type { Lang } from './text.ts';
import type { Verdict } from './verdicts.ts';
import { report as zh } from './zh/report.ts';

/** Headings and fixed sentences of the pages. The Chinese ones are the list; English must have the same. */
export type ReportLabels = Record<keyof (typeof zh)['labels'], string>;

export type Bearer = 'customer' | 'carrier' | 'both';

export interface ReportWords {
  labels: ReportLabels;
  bearers: Record<Bearer, string>;
  /** What the reader should do about a finding that needs action. */
  actions: Record<ActionVerdict, string>;
  remedies: Record<string, string>;
  reconciled: Record<'agrees' | 'within-tolerance' | 'beyond-tolerance' | 'undetermined', string>;
  /** What became of an obligation since another period. */
  turns: Record<Turn, string>;
  costs: Record<'total' | 'credits' | 'payable', string>;
  waiverStates: Record<'applied' | 'unused' | 'expired', string>;
  /** Names of facts and of evidence columns; a name without an entry is shown as it is. */
  facts: Record<string, string>;
  columns: Record<string, string>;
  /** Values of facts that are words of the rule files. */
  values: Record<string, string>;
  /** Billing units, in English in the singular. */
  units: Record<string, string>;
  say: Sentences;
}

/** Verdicts that call for action now, most urgent first. */
export const actionVerdicts = [
  'breached',
  'at-risk',
  'disputed',
  'undetermined',
  'needs-attestation',
] as const satisfies readonly Verdict[];
export type ActionVerdict = (typeof actionVerdicts)[number];

/**
 * What became of an obligation since the period before, in the order in which it is told: `new-breach`; `still-breached`;
 * `open`, no longer known to be broken nor known to be kept; `clouded`, kept before and not known now; `waived` now;
 * `cured`, fulfilled now; `no-case`, nothing that could have broken it; `cleared`, kept now and not known before; `added`
 * and `removed` by an amendment.
 */
export const turns = [
  'new-breach',
  'still-breached',
  'open',
  'clouded',
  'waived',
  'cured',
  'no-case',
  'cleared',
  'added',
  'removed',
] as const;
export type Turn = (typeof turns)[number];

export interface Sentences {
  clause(ref: string): string;
  span(from: string, to: string): string;
  list(items: readonly string[]): string;
  and: string;
  yuan(amount: string): string;
  /** A number, grouped for reading, with its unit. */
  quantity(number: string, unit: string): string;
  actionsShown(shown: number, total: number): string;
  evidence(shown: number, total: number, table: string | null): string;
  clipped(text: string, length: number): string;
  byReading(means: string): string;
  rowsRead(read: string, rejected: string): string;
  missingTables(tables: readonly string[]): string;
  tally(counts: readonly { word: string; count: number }[]): string;
  includedEach(included: string, unit: string): string;
  usageRow(month: string, used: string | null, included: string, unit: string): string;
  usageGauge(used: string | null, included: string, percent: string | null, unit: string): string;
  balance(bill: string, billed: string, paid: string, unpaid: string): string;
  /** The rate is in thousandths a day, the due day the last one in time. */
  lateFee(ref: string, due: string, days: number, rate: string, amount: string): string;
  /** The late fee under one reading of an unclear rate. */
  lateFeeRead(means: string, amount: string): string;
  rounding(digits: number): string;
  /** Why staff chose a reading. */
  chosenFor(reason: string): string;
  spread(amount: string | null): string;
  allEvidence(rows: string, file: string): string;
  datesTo(to: string): string;
  onlyReading(means: string): string;
  moreDates(count: number): string;
  waivedUntil(day: string): string;
  coverage(total: number, treated: number): string;
  comparedWith(from: string, to: string): string;
  turned(counts: readonly { word: string; count: number }[]): string;
  breaches(count: number, contracts: number): string;
}

export const reportWords: Record<Lang, ReportWords> = { zh, en };
