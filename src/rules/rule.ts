import type { Text } from '../locale/text.ts';
import type { Topic } from '../locale/topics.ts';
import type { Verdict } from '../locale/verdicts.ts';
import type { FactValue } from './decide.ts';

/** What a rule file says, its pattern merged in. SQL snippets still hold {{names}} and $parameters. */
export interface Rule {
  kind: string;
  title: Text;
  /** Of the obligations of the kind that state none of their own. */
  topic: Topic;
  needs: { all?: Names; any?: Names; columns?: Record<string, Names> };
  /** Where the facts come from; absent where they are `computed`. */
  relation?: Relation;
  /** Name of a source of facts that no aggregate gives. */
  computed?: string;
  parameters: Record<string, unknown>;
  define: Record<string, string>;
  /** Definitions that are computed once a row, because many measures read them. */
  once?: readonly string[];
  measures: Record<string, string>;
  outcomes: readonly Outcome[];
  evidence: Evidence;
  explain: Partial<Record<Verdict, Text>>;
  /** Which instants lie ahead, by a name that stays. */
  dates: Record<string, DateEntry>;
  /** What is drawn over time. */
  series?: readonly SeriesRule[];
}

/** Rows that each have a last instant in time: SQL over the rule's relation, or over one of its own. */
export interface DateEntry {
  /** What is to be done, where the title of the obligation does not say it: "Attest". */
  does?: Text;
  /** What ends then (Handlebars over parameters). */
  title: Text;
  relation?: Relation;
  /** Knows coming instants from the contract alone, and looks at rows after as-of. */
  ahead?: boolean;
  where: string;
  /** The last instant in time, a timestamp; NULL where nobody can know. */
  at: string;
  /** Definitions that are computed once a row; those of the rule where absent, over its own relation. */
  once?: readonly string[];
  /** The instant from which on it may be done. */
  from?: string;
  /** What the row is about, the same in every export; its id where absent. */
  id?: string;
  /** What people call it; `id` where absent. */
  label?: string;
  /** The record that it comes from; NULL: only the contract. */
  ref?: string;
  /** From when the limit is counted, or the event back from which it is. */
  start?: string;
  event?: string;
  /** Can nobody tell whether it is done? */
  unsure?: string;
  /** Why `at` is NULL. */
  unknown?: Text;
  /** What must happen before there is any date: told while the contract is in force. */
  waits?: Text;
  /** How long before `at` to remind: 30d, 4h. */
  alarms?: readonly string[];
}

/** What of a rule is asked of the data. */
export type Asking = Pick<Rule, 'kind' | 'relation' | 'define' | 'once' | 'measures' | 'evidence'>;

/** A list of names, or a `$parameter` that holds them. */
export type Names = readonly string[] | string;

export interface Relation {
  name: string;
  /** Column of the trigger, which decides the period; absent: all rows count. */
  time?: string;
  ahead?: boolean;
  sql?: string;
  /** The record table whose rows these are, each once, with more columns: what is asked of the table is asked here too. */
  extends?: string;
}

export type SeriesUnit = 'microseconds' | 'ppm' | 'complaints' | 'messages' | 'records';

/** A number for each day, week or month; SQL snippets as in the rule. */
export interface SeriesRule {
  name: string;
  title: Text;
  /** How to read it, and the threshold in words: Handlebars over the parameters. */
  note?: Text;
  agreed?: Text;
  /** Only where these parameters have these values. */
  for?: Readonly<Record<string, FactValue>>;
  /** Rows of its own; absent: those of the rule. */
  relation?: Relation;
  /** The instant of a row; absent: the relation's time. */
  at?: string;
  where?: string;
  /** Aggregates of a bucket; NULL where there is no number. */
  value: string;
  unknown?: string;
  /** A parameter, a whole number or an aggregate. */
  limit?: string;
  wrong?: 'above' | 'below';
  unit: SeriesUnit;
  /** The threshold is for a calendar month, and so is the period of a row. */
  by?: 'month';
  /** The buckets add up to this fact. */
  fact?: string;
}

export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { fact: string; operator: string; value: unknown };

export interface Outcome {
  verdict: Verdict;
  when: Condition;
}

export type Evidence = Partial<Record<Verdict, string>> & {
  columns?: Record<string, string>;
  order?: readonly string[];
};
