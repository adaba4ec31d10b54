import type { Problem } from '../problem.ts';
import type { Passage } from './passage.ts';

/** A printed line, cleaned: NFKC, radicals as characters, no white space but single spaces. */
export interface Line extends Passage {
  /** From 1. */
  page: number;
  /** Columns as printed, white space at the ends not counted: a Chinese character or sign takes two. */
  width: number;
  /** A row of a ruled table: its cells in order, and `text` is the cells with tabs between them. */
  cells?: readonly Passage[];
  /** Which table, where it is a row of one: rows with one number belong together, over pages too. */
  table?: number;
  /** Read from a picture. */
  ocr?: true;
}

/** What was left out of the lines, and why. */
export interface Removed {
  page: number;
  kind: 'header' | 'footer' | 'page-number' | 'duplicate-page' | 'echo' | 'contents';
  text: string;
}

/** A contract as it was read from its file. */
export interface Paper {
  /** The pages' texts as the file gives them, a form feed between two. */
  raw: string;
  pages: number;
  lines: Line[];
  removed: Removed[];
  /** Warnings: pages without text, pages read from pictures. */
  problems: Problem[];
}

/** The page, from 1, on which an offset of the raw text lies. */
export function pageAt(raw: string, offset: number): number {
  let page = 1;
  for (let at = raw.indexOf('\f'); at >= 0 && at < offset; at = raw.indexOf('\f', at + 1)) page++;
  return page;
}
