import type { Passage } from '../passage.ts';

/** A printed line as it stands on its page: offsets count from the beginning of the page's text. */
export interface RawLine extends Passage {
  /** A row of a ruled table: what stands in its cells. */
  cells?: readonly Passage[];
  /** Which table of the page, from 0. */
  table?: number;
  /** Where the table's columns are ruled, in points: a table over two pages has them at the same places. */
  columns?: readonly number[];
}

/** What was read from one page. */
export interface RawPage {
  text: string;
  /** In reading order; where there are none, the lines of the text. */
  lines?: readonly RawLine[];
  /** Read from a picture. */
  ocr?: true;
}
