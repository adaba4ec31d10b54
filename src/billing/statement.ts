import type { AmendmentInForce } from '../contract/versions.ts';
import type { Text } from '../locale/text.ts';
import type { Receipt } from '../rules/finding.ts';

/** What is owed for a period by our computation. Money is yuan as text with two decimals; null where it cannot be determined. */
export interface Statement {
  contract: string;
  /** Inclusive Beijing days; `label` as in bills, such as 2024-05. */
  period: { from: string; to: string; label: string };
  asOf: string;
  currency: 'CNY';
  lines: readonly Line[];
  /** Units counted by charge and month under the chosen readings; `used` is null where they cannot be counted, `included` where the charge includes none. */
  usage: readonly { charge: string; month: string; used: string | null; included: string | null }[];
  credits: readonly Line[];
  total: string | null;
  /** The total under each reading of an unclear charge; `chosen` marks the one in `total`. Empty where nothing is unclear. */
  readings: readonly ReadingTotal[];
  /** Largest less smallest total of the readings; null without readings or where one is undetermined. */
  spread: string | null;
  rounding: { digits: number; where: string; mode: string; note: Text | null };
  cap: Cap | null;
  /** Amendments whose terms rule some of the period. */
  amendments: readonly AmendmentInForce[];
  /** Of the carrier's bill for the period; null where none is payable or no payments are recorded. */
  balance: Balance | null;
  lateFee: LateFee | null;
  reconciliation: Reconciliation | null;
  /** Days of the period after as-of are not in it. */
  complete: boolean;
  receipt: Receipt;
}

export interface Line {
  charge: string;
  clause: string;
  title: Text;
  /** Settlement month the line belongs to, such as 2024-05. */
  month: string;
  /** Whole units as text; null where they cannot be counted. */
  quantity: string | null;
  unit: string;
  /** Yuan, all its digits. */
  unitPrice: string;
  amount: string | null;
  /** The arithmetic, or why there is none. */
  explanation: Text;
}

export interface ReadingTotal {
  id: string;
  charge: string;
  means: Text;
  total: string | null;
  chosen: boolean;
}

export interface Balance {
  bill: string;
  billed: string;
  paid: string;
  /** Negative where more was paid than billed. */
  unpaid: string;
}

export interface LateFee {
  bill: string;
  clause: string;
  /** The last day in time. */
  due: string;
  /** Days late on which something was unpaid, to as-of. */
  days: number;
  /** A day, as a fraction: 0.003 is 3‰. */
  rate: string;
  amount: string;
  /** The same under each reading of an unclear rate; empty where it is clear. */
  readings: readonly { id: string; means: Text; rate: string; amount: string }[];
}

export interface Cap {
  clause: string;
  /** null: left blank on paper. */
  amount: string | null;
}

export interface Reconciliation {
  /** Id of the carrier's bill. */
  bill: string;
  claimed: string;
  computed: string | null;
  /** Claimed less computed. */
  difference: string | null;
  /** Of the carrier's total, two decimals. */
  percent: string | null;
  tolerance: string | null;
  verdict: 'agrees' | 'within-tolerance' | 'beyond-tolerance' | 'undetermined';
  clause: string | null;
  causes: readonly { code: string; amount: string }[];
}
