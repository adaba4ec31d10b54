import type { AmendmentInForce } from '../contract/versions.ts';
import type { Text } from '../locale/text.ts';
import type { Verdict } from '../locale/verdicts.ts';
import type { Anomaly } from '../rules/anomalies.ts';
import type { Receipt } from '../rules/finding.ts';
import type { Choice } from './rating/free-months.ts';

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
  /** What is taken off the charges of the period. */
  credits: readonly Credit[];
  /** The lines together. */
  total: string | null;
  /** Differences of the bills of the period before that are booked to this one. */
  adjustments: readonly Adjustment[];
  /** The total less the credits that are due, with adjustments, at most what the contract's cap leaves. */
  payable: string | null;
  /** Total and payable in Chinese capitals. */
  capitals: { total: string | null; payable: string | null };
  /** The total under each reading of an unclear charge; `chosen` marks the one in `total`. Empty where nothing is unclear. */
  readings: readonly ReadingTotal[];
  /** The least and the most that all readings together can come to; null without readings or where one is undetermined. */
  range: { least: string; most: string } | null;
  /** The most less the least; null likewise. */
  spread: string | null;
  rounding: { digits: number; where: string; mode: string; note: Text | null };
  cap: Cap | null;
  prepaid: readonly Quota[];
  freeMonths: readonly Choice[];
  /** Amendments whose terms rule some of the period. */
  amendments: readonly AmendmentInForce[];
  /** Of the carrier's bill for the period; null where none is payable or no payments are recorded. */
  balance: Balance | null;
  lateFee: LateFee | null;
  /** The carrier's bill for just this period; null where there is none. */
  reconciliation: Reconciliation | null;
  /** Every bill whose period lies within this one, that one too. */
  reconciliations: readonly Reconciliation[];
  /** A period of several settlement periods, one by one; empty for a single one. */
  periods: readonly PeriodSummary[];
  /** What was billed and paid, in order, where bills or payments are recorded. */
  account: Account | null;
  /** Doubtful rows among bills, confirmations and payments. */
  anomalies: readonly Anomaly[];
  /** Ids of messages or calls stand twice: each counts once. */
  deduplicated: readonly string[];
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
  /** Where it is about only some days of the month. */
  from?: string;
  to?: string;
  /** Whole units as text; null where they cannot be counted. */
  quantity: string | null;
  unit: string;
  /** Yuan, all its digits. */
  unitPrice: string;
  amount: string | null;
  /** The arithmetic, or why there is none. */
  explanation: Text;
}

/** Taken off a charge where an obligation is broken; `amount` is positive. */
export interface Credit {
  credit: string;
  charge: string;
  clause: string;
  title: Text;
  obligation: string;
  /** What the obligation came to in the period. */
  verdict: Verdict;
  /** The obligation is broken whichever way it is read: the credit is taken off. */
  due: boolean;
  /** What it is, or would be; null where it cannot be computed. */
  amount: string | null;
  explanation: Text;
}

/** Signed: negative where the carrier claimed too much. */
export interface Adjustment {
  clause: string;
  bill: string;
  period: string;
  /** null: what the bill of the period before should have been is not known. */
  amount: string | null;
  explanation: Text;
}

export interface ReadingTotal {
  id: string;
  charge: string;
  means: Text;
  total: string | null;
  chosen: boolean;
  /** Why staff preferred it; null where the first reading is taken. */
  reason: Text | null;
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
  /** From this day on, the total up to the end of the period; null where the cap or a line is not known. */
  since: string | null;
  used: string | null;
  /** What is left; 0.00 once it is reached. */
  headroom: string | null;
  /** Of this period's charges, what lies above the cap and is not owed. */
  excess: string | null;
  /** The month in which it was reached, or will be if each month costs what the months so far did on average. */
  reached: { month: string; forecast: boolean } | null;
  /** Months since then of which there is no record of use at all: what they cost may be too little. */
  unseen: readonly string[];
}

/** Units paid ahead. */
export interface Quota {
  charge: string;
  clause: string;
  /** The contract year, or the term, for which they are; inclusive Beijing days. */
  from: string;
  to: string;
  included: string;
  /** Bought beside; null where a top-up does not say how many. */
  toppedUp: string | null;
  used: string | null;
  /** Negative where more was used than paid for. */
  left: string | null;
  explanation: Text;
}

export interface Reconciliation {
  /** Id of the carrier's bill. */
  bill: string;
  period: string;
  claimed: string;
  /** Our total less credits, with what was carried over where the bill has booked it. */
  computed: string | null;
  /** The difference of the bill before that is booked to this period, and whether this bill has booked it; null where there is none or it is not known. */
  carried: { amount: string; booked: boolean } | null;
  /** Claimed less computed. */
  difference: string | null;
  /** Of the carrier's total, two decimals or more. */
  percent: string | null;
  tolerance: string | null;
  verdict: 'agrees' | 'within-tolerance' | 'beyond-tolerance' | 'undetermined';
  /** Why it is undetermined, where it is not for want of our own total; or what to bear in mind. */
  reason: Text | null;
  clause: string | null;
  /** Ways of counting that explain the difference, or some of it, together. */
  causes: readonly Cause[];
  /** Other ways that explain it just as well, each by itself. */
  alternatives: readonly Cause[];
  /** What of the difference they leave unexplained. */
  unexplained: string | null;
  /** Where the bill does not agree with itself. */
  contradictions: readonly Contradiction[];
  next: readonly NextStep[];
}

export interface Cause {
  code: string;
  /** The charge that it is about. */
  charge: string;
  means: Text;
  amount: string;
}

export interface Contradiction {
  code: 'lines-sum' | 'line-arithmetic' | 'unknown-charge' | 'period';
  /** The charge of the line; null where it is about the whole bill. */
  charge: string | null;
  stated: string;
  expected: string;
  means: Text;
}

export interface NextStep {
  step: 'confirm' | 'reconcile-again' | 'adjust-next' | 'settle-last';
  clause: string;
  /** Last day in time; null where the paper or the calendar leaves it open. */
  by: string | null;
  means: Text;
}

/** One settlement period of several. */
export interface PeriodSummary {
  period: string;
  from: string;
  to: string;
  total: string | null;
  credits: string | null;
  /** Differences of the bill before, booked to this one. */
  adjustments: string | null;
  /** The carrier's bill, what it claims beyond ours, and what that comes to; null where there is none. */
  bill: string | null;
  claimed: string | null;
  difference: string | null;
  verdict: Reconciliation['verdict'] | null;
}

/** Bills of the cycle in which is paid, payments and late fees, by day. */
export interface Account {
  opening: string;
  entries: readonly AccountEntry[];
  closing: string;
  /** Late fees to as-of on the bills of the account together; null where none is agreed or one is not known. */
  lateFees: string | null;
}

export interface AccountEntry {
  day: string;
  kind: 'bill' | 'payment';
  id: string;
  /** The bill that it is, or that was paid. */
  bill: string;
  /** Signed: a bill adds to what is unpaid, a payment takes away. */
  amount: string;
  balance: string;
}
