import type { Passage } from './passage.ts';

/** One numbered part of the paper. */
export interface Clause {
  /** As the contracts' registers write it: `3.13`, `5.1(1)`, `二(一)13`, `附3.2(1)`, `7.3#22`, `首部`, `鉴于`, `签署页`, `附1签署页`. */
  ref: string;
  /** The enumerator as printed (`第三条`, `- 3.13.`, `（1）`); empty for a part without one. */
  marker: string;
  /** The heading, where the clause has one and no sentence: `计费和结算`. */
  title: string;
  /** Its own text, unwrapped into one line a paragraph, without its marker and without its sub-clauses. */
  body: Passage;
  /** Where it begins, from 1. */
  page: number;
  /** 0 for a part of the paper that lies in no other. */
  level: number;
  /** Index of the clause it lies in; -1 for none. */
  parent: number;
  /** For a row of a ruled table: its cells. */
  cells?: readonly Passage[];
}

/** Something odd about the numbering: a number missing, twice, out of order, or an annex that calls itself otherwise. */
export interface Anomaly {
  kind: 'missing' | 'twice' | 'order' | 'restart';
  ref: string;
  page: number;
  /** The number that was expected, as printed numbers are. */
  expected: string;
}

export interface Clauses {
  /** In the order of the paper. */
  clauses: Clause[];
  anomalies: Anomaly[];
}
