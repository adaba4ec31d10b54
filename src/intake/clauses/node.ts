import type { Passage } from '../passage.ts';
import type { Kind } from './marker.ts';
import type { Section } from './sections.ts';

/** A stretch of text of a clause, no longer than a line. */
export interface Piece {
  passage: Passage;
  /** A paragraph begins with it. */
  begins: boolean;
  /** Nothing follows it on its line, and the line is short: it may be a heading. */
  alone: boolean;
}

/** A clause that has no reference yet. */
export interface Node {
  kind: Kind | Section['kind'] | 'row';
  numbers: readonly number[];
  marker: string;
  page: number;
  /** Index among the nodes; -1 for none. */
  parent: number;
  section: Section;
  /** A number of a note on the parent. */
  note: boolean;
  pieces: Piece[];
  cells?: readonly Passage[];
  /** What the number should have been, where it is another. */
  expected?: Expected;
}

export interface Expected {
  /** A number left out, or else one that was there or is lower than the last. */
  missing: boolean;
  numbers: readonly number[];
}
