import type { AmendmentInForce } from '../contract/versions.ts';
import type { Text } from '../locale/text.ts';
import type { Topic } from '../locale/topics.ts';
import type { Verdict } from '../locale/verdicts.ts';
import type { Problem } from '../problem.ts';
import type { Anomaly } from './anomalies.ts';
import type { FactValue } from './decide.ts';
import type { Right } from './rights.ts';

/** What a computed fact shows people besides numbers: a list, such as the days of a port's states. */
export type Detail = readonly Readonly<Record<string, string | number | boolean>>[];

/** Facts as they are shown. */
export type Shown = Readonly<Record<string, FactValue | Detail>>;

/** What one obligation came to, with what shows it. */
export interface Finding {
  obligation: string;
  clause: string;
  kind: string;
  /** Under which reports list it. */
  topic: Topic;
  title: Text;
  bearer: 'customer' | 'carrier' | 'both';
  verdict: Verdict;
  /** One entry a reading; empty where the clause has only one. */
  readings: readonly ReadingResult[];
  /** The reading that facts, evidence and explanation belong to. */
  reading?: string;
  facts: Shown;
  evidence: readonly EvidenceRow[];
  /** How many rows the evidence has in all; the page shows the first few. */
  evidenceTotal: number;
  remedies: readonly Remedy[];
  explanation: Text;
  /** Set where the verdict is `waived`. */
  waiver?: { id: string; reason: Text; role: Text; expires: string };
  /** Where terms changed or a waiver began or ended within the period: what each part came to. Inclusive Beijing days. */
  spans?: readonly SpanResult[];
}

export interface SpanResult {
  from: string;
  to: string;
  verdict: Verdict;
  explanation: Text;
  /** Id of the waiver that made it `waived`. */
  waiver?: string;
}

/** A waiver that is about some of the period: applied, not needed, or expired by as-of and no longer counted. */
export interface WaiverState {
  id: string;
  obligation: string;
  from: string;
  to: string;
  expires: string;
  reason: Text;
  role: Text;
  status: 'applied' | 'unused' | 'expired';
}

export interface ReadingResult {
  id: string;
  means: Text;
  verdict: Verdict;
  explanation: Text;
  facts: Shown;
}

export interface EvidenceRow {
  table: string;
  id: string;
  [column: string]: string | number | boolean | null;
}

export interface Remedy {
  kind: string;
  party: 'customer' | 'carrier' | 'both';
  /** Yuan, two decimals; null where the amount is not computed. */
  amount: string | null;
  /** Where the right arose some time after the breach: the instant up to which it had not. */
  from?: string;
  /** The limit of liability that it meets, in yuan; `amount` is at most that. null where what it is measured by is not recorded. */
  cap?: { clause: string; amount: string | null } | undefined;
  clause: string;
  text: Text;
}

/** What exactly was computed from what. Instants and days are Beijing time. */
export interface Receipt {
  engine: string;
  contract: string;
  rules: string;
  calendar: string;
  /** The records are made up, not anybody's conduct. */
  simulated: boolean;
  /** Hash of the mapping.yaml by which the records were read, where there was one. */
  mapping?: string;
  records: readonly { file: string; sha256: string; read: number; rejected: number }[];
  rows: { read: number; rejected: number };
  period: { from: string; to: string };
  asOf: string;
  /** sha256 over all of the above, hex: equal receipts, equal results. */
  id: string;
}

export interface CheckResult {
  contract: string;
  period: { from: string; to: string };
  asOf: string;
  /** Amendments whose terms rule some of the period. */
  amendments: readonly AmendmentInForce[];
  waivers: readonly WaiverState[];
  findings: readonly Finding[];
  /** Rights that hang on no breach and have arisen by as-of. */
  rights: readonly Right[];
  /** Doubtful rows, of the period or of any time; empty where only some obligations were asked about. */
  anomalies: readonly Anomaly[];
  /** What was noted when the records were opened, such as ids that stand twice. */
  problems: readonly Problem[];
  summary: Readonly<Partial<Record<Verdict, number>>>;
  receipt: Receipt;
}
