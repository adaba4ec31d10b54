import type { Text } from '../locale/text.ts';
import type { CaseClock } from '../rules/case-clock.ts';

/** Something that must be done by an instant which lies ahead, or has passed while it is still open. Beijing time. */
export interface DueDate {
  /** The same for the same thing, when its date moves and when records are exported again; unique within the contract. */
  id: string;
  contract: string;
  /** Absent: the term of the contract itself. */
  obligation: string | null;
  clause: string;
  bearer: 'customer' | 'carrier' | 'both';
  /** What ends then. */
  title: Text;
  /** What is to be done, with the record or period it is about. */
  todo: Text;
  /** The instant from which on it may be done, where the contract says so. */
  from: string | null;
  /** The last instant in time. Midnight is 24:00 of the day before, as `day` has it. */
  at: string;
  /** The day on which `at` lies, or that it ends. */
  day: string;
  /** It ends with its day; else it has a time of day. */
  wholeDay: boolean;
  /** `now`: due at as-of, such as an attestation that nobody ever gave. */
  state: 'ahead' | 'now' | 'overdue';
  /** The record that it comes from; null where it follows from the contract alone. */
  ref: { table: string; id: string } | null;
  /** The readings of the clause that lead to this instant, where they lead to several. */
  readings: readonly { id: string; means: Text }[];
  /** It lies in a term that is yet to come: there it is only if the contract renews. */
  ifRenewed: boolean;
  /** The waiver that stands in its way. */
  waiver: { id: string; expires: string } | null;
  /** How long before to remind, where the rule says so: 30d, 4h. */
  alarms: readonly string[];
  /** How the limit was counted. */
  clock: CaseClock | null;
}

/** What has no date, or of which nobody knows whether it is done. */
export interface Undated extends Pick<DueDate, 'contract' | 'obligation' | 'clause' | 'bearer' | 'title' | 'todo'> {
  reason: Text;
  /** How many cases, and what people call the first of them. */
  cases: number;
  labels: readonly string[];
}

export interface DatesAhead {
  contract: string;
  asOf: string;
  /** The last day that was looked at. */
  to: string;
  /** By instant, then in the contract's order. */
  dates: readonly DueDate[];
  undetermined: readonly Undated[];
  /** No records were supplied: only the contract's own dates are here. */
  contractOnly: boolean;
}
