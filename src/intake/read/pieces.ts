import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { joined, type Passage, passageOf } from '../passage.ts';

/** A piece of printed text, in points from the page's upper left corner. */
export interface Piece extends Passage {
  left: number;
  right: number;
  /** The line that it stands on. */
  base: number;
  height: number;
  /** Printed along the page's width, as text is; a stamp or a water mark may not be. */
  level: boolean;
}

/** Six numbers that carry a point (x, y) to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number];

export const carried = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** The pieces of a page: the text holds them in this order, with line ends between some. */
export function piecesOf(items: readonly TextItem[], text: string, toPage: Matrix): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { str, transform, width, height } of items) {
    if (str === '') continue;
    while (text[done] === '\n') done++;
    const start = text.startsWith(str, done) ? done : text.indexOf(str, done);
    if (start < 0) continue;
    done = start + str.length;
    const lead = str.length - str.trimStart().length;
    const printed = str.trim();
    if (printed === '') continue;
    const [a = 1, b = 0, , , e = 0, f = 0] = transform as number[];
    const run = width / (Math.hypot(a, b) || 1);
    const [left, base] = carried(toPage, e, f);
    const [right, end] = carried(toPage, e + a * run, f + b * run);
    const level = right >= left && Math.abs(end - base) < 1;
    pieces.push({ ...passageOf(printed, start + lead), left, right, base, height: height || 10, level });
  }
  return pieces;
}

/** Pieces in lines from above to below, each from left to right; what does not run along the page's width comes last. */
export function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: { base: number; height: number; pieces: Piece[] }[] = [];
  const level = pieces.filter((piece) => piece.level).sort((a, b) => a.base - b.base);
  for (const piece of level) {
    const last = lines.at(-1);
    if (last && piece.base - last.base < 0.45 * Math.max(last.height, piece.height)) {
      // The line is that of its largest letters: a small one above it is a mark beside them.
      if (piece.height > last.height) Object.assign(last, { base: piece.base, height: piece.height });
      last.pieces.push(piece);
    } else lines.push({ base: piece.base, height: piece.height, pieces: [piece] });
  }
  const across = pieces.filter((piece) => !piece.level);
  return [
    ...lines.map((line) => withoutShadows(line.pieces.sort((a, b) => a.left - b.left))),
    ...(across.length > 0 ? [across] : []),
  ];
}

/** Some programs print bold letters as the same letter twice, a hair apart. */
function withoutShadows(line: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of line) {
    const isShadow = kept
      .slice(-3)
      .some((other) => other.text === piece.text && Math.abs(other.left - piece.left) < 0.2 * piece.height);
    if (!isShadow) kept.push(piece);
  }
  return kept;
}

/** The text of a line: a space where there is a gap between two pieces, a tab where it is wider than two spaces. */
export function lineOf(pieces: readonly Piece[]): Passage {
  const parts: Passage[] = [];
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    const gap = before ? (piece.left - before.right) / Math.max(1, Math.min(before.height, piece.height)) : 0;
    const between = !before || gap < 0.15 ? '' : gap < 0.6 ? ' ' : '\t';
    if (between !== '') parts.push({ text: between, at: [before?.at[before.text.length - 1] ?? 0] });
    parts.push(piece);
  }
  return joined(parts);
}
