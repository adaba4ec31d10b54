import { cut, joined, type Passage } from '../passage.ts';
import { type Box, type Grid, gridsOf } from './grid.ts';
import type { RawLine } from './page.ts';
import { lineOf, linesOf, type Piece } from './pieces.ts';
import type { Rules } from './rules.ts';

const holds = (box: Box, piece: Piece): boolean => {
  const [x, y] = [(piece.left + piece.right) / 2, piece.base - piece.height / 3];
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
};

/** The lines of a page in reading order, with the rows of its ruled tables in their place. */
export function arranged(pieces: readonly Piece[], rules: Rules): RawLine[] {
  const grids = gridsOf(rules).filter((grid) => pieces.some((piece) => holds(grid, piece)));
  const free = pieces.filter((piece) => !grids.some((grid) => holds(grid, piece)));
  const placed: { top: number; line: RawLine }[] = linesOf(free).map((line) => ({
    top: line[0]?.level ? (line[0]?.base ?? 0) : Number.POSITIVE_INFINITY,
    line: lineOf(line),
  }));
  for (const [table, grid] of grids.entries())
    for (const [i, cells] of cellsOf(grid, pieces).entries())
      if (cells.some(({ text }) => text !== ''))
        placed.push({
          top: grid.tops[i] ?? 0,
          line: { ...joined(cells, '\t'), cells, table, columns: grid.columns },
        });
  return placed.sort((a, b) => a.top - b.top).map(({ line }) => line);
}

const nothing: Passage = { text: '', at: [] };

/** The cells of each row; a cell over several rows is empty in all but the first. */
function cellsOf(grid: Grid, pieces: readonly Piece[]): Passage[][] {
  const inside = pieces.filter((piece) => holds(grid, piece)).flatMap((piece) => split(piece, grid.columns));
  return grid.rows.map((row) =>
    row.map((cell) => (cell ? unwrapped(linesOf(inside.filter((piece) => holds(cell, piece))).map(lineOf)) : nothing)),
  );
}

/** The lines of a cell as one: words of Latin letters keep a space between them. */
function unwrapped(lines: readonly Passage[]): Passage {
  const parts: Passage[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before && /[A-Za-z,;]$/.test(before.text) && /^[A-Za-z]/.test(line.text))
      parts.push({ text: ' ', at: [before.at[before.text.length - 1] ?? 0] });
    parts.push(line);
  }
  return joined(parts);
}

/** pdfjs gives the texts of two narrow cells as one piece with a space where they are close: it is parted at the rule. */
function split(piece: Piece, columns: readonly number[]): Piece[] {
  const rule = columns.find((x) => x > piece.left + piece.height * 0.4 && x < piece.right - piece.height * 0.4);
  if (rule === undefined || !piece.level) return [piece];
  const widths = [...piece.text].map((one) => (/[\u0020-\u00ff]/.test(one) ? 0.5 : 1) * one.length);
  const scale = (piece.right - piece.left) / widths.reduce((sum, width) => sum + width, 0);
  let x = piece.left;
  let [best, where, away] = [-1, 0, piece.height];
  for (const [i, one] of [...piece.text].entries()) {
    const middle = x + ((widths[i] ?? 0) * scale) / 2;
    if (one === ' ' && Math.abs(middle - rule) < away) [best, where, away] = [i, middle, Math.abs(middle - rule)];
    x += (widths[i] ?? 0) * scale;
  }
  if (best < 0) return [piece];
  const at = [...piece.text].slice(0, best).join('').length;
  const first = { ...piece, ...cut(piece, 0, at), right: where };
  const rest = { ...piece, ...cut(piece, at + 1), left: where };
  return [first, ...split(rest, columns)];
}
