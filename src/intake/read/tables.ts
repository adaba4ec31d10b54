import type { Line, Removed } from '../paper.ts';
import type { Passage } from '../passage.ts';
import { normOf, type Sifted } from './sift.ts';

/** Columns ruled so near (points) are at the same place. */
const slack = 4;

/**
 * Numbers the tables through the paper. A table that goes on at the top of the next page, with its columns at the same places,
 * keeps its number; its heads, where they are printed again, are left out.
 * @param columns where the columns of a row are ruled
 */
export function withTables(lines: readonly Line[], columns: ReadonlyMap<Passage, readonly number[]>): Sifted {
  const kept: Line[] = [];
  const removed: Removed[] = [];
  let number = 0;
  let before: Line | undefined;
  let head = '';
  for (const line of lines) {
    const last = before;
    before = line;
    if (line.table === undefined) {
      kept.push(line);
      continue;
    }
    const isSame = last?.page === line.page && last.table === line.table;
    const goesOn = last?.table !== undefined && last.page < line.page && alike(columns.get(last), columns.get(line));
    if (!isSame && !goesOn) {
      number++;
      head = normOf(line);
    } else if (goesOn && normOf(line) === head) {
      removed.push({ page: line.page, kind: 'header', text: line.text });
      continue;
    }
    kept.push({ ...line, table: number });
  }
  return { lines: kept, removed };
}

function alike(some: readonly number[] | undefined, others: readonly number[] | undefined): boolean {
  if (!some || !others || some.length !== others.length) return false;
  return some.every((x, i) => Math.abs(x - (others[i] ?? 0)) <= slack);
}
