import type { Line } from '../paper.ts';

/**
 * The numbers of a section's table rows by their lines. In a table whose first column has numbers those count, a row with
 * an empty first cell goes on with the one before, and any other (a head, a total) has none; else rows are counted.
 */
export function rowsOf(lines: readonly Line[], from: number, to: number): Map<number, number | 'goes on'> {
  const tables = new Map<string, number[]>();
  let run = 0;
  for (let i = from; i < to; i++) {
    const { cells, table } = lines[i] as Line;
    if (cells === undefined) run = i;
    else tables.set(`${table ?? `at ${run}`}`, [...(tables.get(`${table ?? `at ${run}`}`) ?? []), i]);
  }
  const rows = new Map<number, number | 'goes on'>();
  for (const at of tables.values()) {
    const first = at.map((i) => lines[i]?.cells?.[0]?.text.trim() ?? '');
    const numbered = first.some((text) => text === '1');
    let begun = false;
    for (const [k, i] of at.entries()) {
      const text = first[k] ?? '';
      if (!numbered) rows.set(i, k + 1);
      else if (/^\d{1,3}$/.test(text)) rows.set(i, Number(text));
      else if (text === '' && begun) rows.set(i, 'goes on');
      begun = rows.has(i);
    }
  }
  return rows;
}
