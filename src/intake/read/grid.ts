import type { Rule, Rules } from './rules.ts';

/** A box of a ruled table, in points from the page's upper left corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A cell: its box, and the first and last of the rows that it takes. */
interface Cell extends Box {
  row: number;
  column: number;
}

export interface Grid extends Box {
  /** The cells of each row from left to right; a cell over several rows belongs to the first, later rows have nothing there. */
  rows: (Cell | undefined)[][];
  /** Where each row begins. */
  tops: number[];
  /** Where the columns are ruled. */
  columns: number[];
}

/** How far apart (points) two rules may lie that are one. */
const slack = 3;

/** Rules on one line that touch, as one. */
function merged(rules: readonly Rule[]): Rule[] {
  const out: Rule[] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const other = out.find(
      (one) => Math.abs(one.at - rule.at) < slack / 2 && rule.from <= one.to + slack && rule.to >= one.from - slack,
    );
    if (other) Object.assign(other, { from: Math.min(other.from, rule.from), to: Math.max(other.to, rule.to) });
    else out.push({ ...rule });
  }
  return out;
}

const cross = (a: Rule, d: Rule): boolean =>
  d.at >= a.from - slack && d.at <= a.to + slack && a.at >= d.from - slack && a.at <= d.to + slack;

/** Values that lie apart, from small to large; those that lie together are one. */
function apart(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) if (value - (out.at(-1) ?? -9) > slack) out.push(value);
  return out;
}

/** The tables that a page's rules make: what hangs together and has at least two cells. */
export function gridsOf(rules: Rules): Grid[] {
  const left = { across: merged(rules.across), down: merged(rules.down) };
  const grids: Grid[] = [];
  while (left.down.length > 0) {
    const group: Rules = { across: [], down: [left.down.pop() as Rule] };
    for (let size = 0; size !== group.across.length + group.down.length; ) {
      size = group.across.length + group.down.length;
      left.across = left.across.filter((a) => !(group.down.some((d) => cross(a, d)) && group.across.push(a)));
      left.down = left.down.filter((d) => !(group.across.some((a) => cross(a, d)) && group.down.push(d)));
    }
    const grid = gridOf(group);
    if (grid && grid.rows.flat().filter(Boolean).length > 1) grids.push(grid);
  }
  return grids.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** A row or column that is cut by the page's edge has no rule there: the other rules' ends stand for it. */
function gridOf({ across, down }: Rules): Grid | undefined {
  const ys = apart([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])]);
  const xs = apart([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])]);
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined;
  if (xs.length < 2 || ys.length < 2) return undefined;
  const ruled = (rules: readonly Rule[], at: number, from: number, to: number): boolean =>
    rules.some((rule) => Math.abs(rule.at - at) <= slack && rule.from <= (from + to) / 2 && rule.to >= (from + to) / 2);
  const taken = new Set<string>();
  const rows = ys.slice(0, -1).map((y, row) => {
    const cells: (Cell | undefined)[] = [];
    for (let column = 0; column < xs.length - 1; column++) {
      if (taken.has(`${row} ${column}`)) {
        if (!taken.has(`${row} ${column - 1}`) || column === 0) cells.push(undefined);
        continue;
      }
      let [lastColumn, lastRow] = [column, row];
      const [x = 0, next = 0] = [xs[column], ys[row + 1]];
      while (lastColumn + 2 < xs.length && !ruled(down, xs[lastColumn + 1] ?? 0, y, next)) lastColumn++;
      const end = xs[lastColumn + 1] ?? 0;
      while (lastRow + 2 < ys.length && !ruled(across, ys[lastRow + 1] ?? 0, x, xs[column + 1] ?? 0)) lastRow++;
      for (let r = row; r <= lastRow; r++) for (let c = column; c <= lastColumn; c++) taken.add(`${r} ${c}`);
      cells.push({ left: x, top: y, right: end, bottom: ys[lastRow + 1] ?? 0, row, column });
      column = lastColumn;
    }
    return cells;
  });
  return { left, top, right, bottom, rows, tops: ys.slice(0, -1), columns: xs };
}
