import { nearest } from '../nearest.ts';
import { type Problem, problem, Stop, stop } from '../problem.ts';
import { type Column, columnOf, named, plain, type Table } from './tables.ts';

/** What a file holds, as SQL over raw text: the same for each format, so that cells are cast and judged in one place. */
export interface Relation {
  /** Gives c0, c1 … (VARCHAR, one for each header) and `fault` (BOOLEAN: the row has no structure, its text is c0). */
  sql: string;
  headers: readonly string[];
  /** The first rows below the header, to tell a title from a header. */
  preview?: readonly (readonly string[])[];
  /** The row number that the first row bears: 2 below a header line. */
  firstRow: number;
  /** Rows that have no place among those of `sql` although they count: where the reader noted structural faults. */
  rejects?: { table: string; blankLines: () => Promise<readonly number[]> };
}

/** The columns that the mapping gives one value throughout. */
export const constantsOf = (table: Table): Column[] =>
  table.columns.filter(({ mapped }) => mapped?.constant !== undefined);

/** Each column that the headers name -> the header's position. Warns of unknown headers; stops on missing and double ones. */
export function matchColumns(
  table: Table,
  { headers, preview = [] }: Pick<Relation, 'headers' | 'preview'>,
  file: string,
): { positions: ReadonlyMap<Column, number>; problems: Problem[] } {
  const positions = new Map<Column, number>();
  const warnings: Problem[] = [];
  const errors: Problem[] = [];
  const unknown: string[] = [];
  const nameless = headers.flatMap((header, index) => (plain(header) === '' ? [`#${index + 1}`] : []));
  for (const [index, header] of headers.entries()) {
    const column = columnOf(table, header);
    const earlier = column && positions.get(column);
    if (column && earlier !== undefined) {
      const data = { column: named(column), first: headers[earlier] ?? '', second: header };
      errors.push(problem('records-column-twice', data, { file, line: 1 }));
    } else if (column?.mapped?.constant !== undefined) {
      const data = { column: named(column), first: header, second: `mapping.yaml: constants` };
      errors.push(problem('records-column-twice', data, { file, line: 1 }));
    } else if (column) positions.set(column, index);
    else if (plain(header) !== '' && table.headers?.get(plain(header)) !== null) unknown.push(header);
  }
  if (unknown.length > 0) warnings.push(unknownColumns(table, unknown, file));
  for (const column of table.columns) {
    if (!column.required || positions.has(column) || column.mapped?.constant !== undefined) continue;
    const data = { table: named(table), column: named(column), aliases: column.aliases, found: headers };
    errors.push(problem('records-column-missing', data, { file, line: 1 }));
  }
  const below = preview.findIndex((row) => knownIn(table, row) > Math.max(1, knownIn(table, headers)));
  if (errors.length > 0 && below >= 0) {
    const found = preview[below]?.filter((header) => columnOf(table, header)) ?? [];
    const data = { row: below + 2, first: headers.filter((one) => one !== ''), found };
    stop('records-header-row', data, { file, line: below + 2 });
  }
  if (errors.length > 0) throw new Stop([...errors, ...warnings]);
  if (nameless.length > 0) {
    warnings.push(problem('records-column-nameless', { columns: nameless }, { file, line: 1 }, 'warning'));
  }
  return { positions, problems: warnings };
}

/** How many of these cells name a column of the table. */
export const knownIn = (table: Table, cells: readonly string[]): number =>
  cells.filter((cell) => columnOf(table, cell)).length;

/** So many unknown columns of a file are named, and so many slips; the rest are counted. */
const NAMED = 10;

function unknownColumns(table: Table, headers: readonly string[], file: string): Problem {
  const names = table.columns.flatMap((column) => [column.name, ...column.aliases]).toSorted();
  const near = headers.flatMap((column) => {
    const meant = nearest(column.toLowerCase(), names, 1);
    return meant === undefined ? [] : [{ column, nearest: meant }];
  });
  const [columns, slips] = [headers.slice(0, NAMED), near.slice(0, NAMED)];
  const data = { table: named(table), columns, count: headers.length, near: slips };
  return problem('records-column-unknown', data, { file, line: 1 }, 'warning');
}
