import type { Names } from './names.ts';
import { cut, joined, type Passage } from './passage.ts';

const label = /^[\p{Script=Han}/、()]{2,14}$/u;

/**
 * A row of a table as lines of labels, which rules read anywhere: `户名⇥某局` is `户名：某局`; where the head names the parties,
 * or the row begins with one, each value stands under its party. Any other row stays as it is.
 */
export function labelledRow(row: Passage, head: readonly string[], { heading }: Names): Passage {
  const cells = cellsOf(row);
  const first = cells[0]?.text ?? '';
  if (head.length === cells.length && heading.test(first) && head.slice(1).every((one) => label.test(one))) {
    return lines([first, ...cells.slice(1).map((cell, i) => [head[i + 1] ?? '', cell] as const)], row);
  }
  if (!label.test(first)) return row;
  if (cells.length === 2 && cells[1]) return lines([[first, cells[1]]], row);
  const parties = cells.length > 2 && cells.length === head.length && head.slice(1).every((one) => heading.test(one));
  return parties
    ? lines(
        cells.slice(1).flatMap((cell, i) => [head[i + 1] ?? '', [first, cell] as const]),
        row,
      )
    : row;
}

function cellsOf(row: Passage): Passage[] {
  let from = 0;
  return row.text.split('\t').map((cell) => {
    const start = from;
    from += cell.length + 1;
    return cut(row, start, start + cell.length);
  });
}

/** Words that the row does not have itself stand where the value after them stands. */
function lines(all: readonly (string | readonly [string, Passage])[], row: Passage): Passage {
  const parts = all.map((line) => {
    const [words, value] = typeof line === 'string' ? [line, cut(row, 0, 0)] : [`${line[0]}：`, line[1]];
    const place = value.at[0] ?? row.at[0] ?? 0;
    return joined([{ text: words, at: Array.from({ length: words.length }, () => place) }, value]);
  });
  return joined(parts, '\n');
}
