import { type Problem, problem } from '../problem.ts';
import type { Seen } from './read.ts';
import { ident, literal } from './sql.ts';
import type { Store } from './store.ts';
import { type Column, columnOf, type Table } from './tables.ts';

type Doubt = Parameters<typeof problem<'records-doubt'>>[1]['doubt'];

/** Fewer rows than this may be alike by chance. */
const FEW = 3;

/** Columns without any value: they may well be so. */
function emptyOnes(columns: readonly Column[], rows: number): Problem[] {
  if (columns.length === 0) return [];
  const [names, aliases] = [columns.map(({ name }) => name), columns.map(({ name, aliases: [alias = name] }) => alias)];
  const data = { doubt: 'empty' as const, column: names.join(', '), alias: aliases.join('、'), count: rows, of: rows };
  return [problem('records-doubt', { ...data, sample: '' }, {}, 'info')];
}

const found = (doubt: Doubt, { name, aliases }: Column, count: number, of: number, sample: unknown, file?: string) =>
  problem(
    'records-doubt',
    { doubt, column: name, alias: aliases[0] ?? name, count, of, sample: String(sample ?? '') },
    { file },
    'warning',
  );

const isTime = ({ type }: Column): boolean => type === 'instant' || type === 'moment';

/** Columns of free text that may hold numbers as names. */
const isCode = ({ type, values, verbatim, name }: Column): boolean =>
  type === 'text' && values.length === 0 && !verbatim && name !== 'note';

const ZONE = String.raw`:\d{2}(?:\.\d+)? *(Z|[+-]\d{2}(?::?\d{2})?)$`;
const EXPONENT = String.raw`\d(\.\d+)?[eE]\+?\d{1,2}`;

/** What Excel and exports do to cells, seen in the raw text of one file; one pass over it. */
export async function rawDoubts(store: Store, { file, table, relation }: Seen): Promise<Problem[]> {
  const columns = relation.headers.flatMap((header, at) => {
    const column = columnOf(table, header);
    return column && (isTime(column) || isCode(column)) ? [{ column, cell: `c${at}` }] : [];
  });
  if (columns.length === 0) return [];
  const measures = columns.map(({ column, cell }) => {
    const text = `trim(${cell})`;
    const when = (test: string) => `{n: count(*) FILTER (${test}), one: min(${text}) FILTER (${test})}`;
    const zone = `regexp_extract(${text}, ${literal(ZONE)}, 1)`;
    const given = `${text} <> ''`;
    return isTime(column)
      ? `{n: count(DISTINCT ${zone}) FILTER (${given}), one: min(${text}) FILTER (${given} AND ${zone} <> '')} AS ${ident(cell)}`
      : `{rows: count(*), e: ${when(`regexp_full_match(${text}, ${literal(EXPONENT)})`)},
          long: count(*) FILTER (regexp_full_match(${text}, '\\d{16,}')),
          zeros: ${when(`regexp_full_match(${text}, '\\d{15}0+')`)}} AS ${ident(cell)}`;
  });
  const [row = {}] = await store.query(`SELECT ${measures.join(', ')} FROM (${relation.sql}) WHERE NOT fault`);
  return columns.flatMap(({ column, cell }) => {
    const of = row[cell] as Record<string, unknown>;
    if (isTime(column))
      return Number(of.n) > 1 ? [found('zones', column, Number(of.n), Number(of.n), of.one, file)] : [];
    const [e, zeros] = [of.e, of.zeros] as { n: number; one: string }[];
    const problems: Problem[] = [];
    if (e && e.n > 0) problems.push(found('scientific', column, e.n, Number(of.rows), e.one, file));
    if (zeros && zeros.n >= FEW && zeros.n === of.long) {
      problems.push(found('rounded', column, zeros.n, Number(of.rows), zeros.one, file));
    }
    return problems;
  });
}

/** The time by which the rows of a table lie in a period. */
export const triggerOf = (table: Table): Column | undefined => table.columns.find(isTime);

export interface Range {
  from: string;
  to: string;
  /** Rows within the days asked for. */
  within?: number;
}

export interface Days {
  from: string;
  to: string;
}

/**
 * What is odd about the times and the contents of a table as a whole, and the time over which its rows stretch. `asOf`
 * is Beijing time.
 */
export async function typedDoubts(
  store: Store,
  table: Table,
  supplied: Readonly<Record<string, boolean>>,
  asOf: string,
  days: Days | undefined,
): Promise<{ problems: Problem[]; range: Range | undefined }> {
  const columns = table.columns.filter(({ name }) => supplied[`${table.name}_${name}`]);
  const measures = columns.map((column) => {
    const at = ident(column.name);
    const count = (test: string) => `count(*) FILTER (${test})`;
    const text = (sql: string) => `CAST(${sql} AS VARCHAR)`;
    if (!isTime(column)) return `{n: count(${at})} AS ${at}`;
    return `{n: count(${at}), midnight: ${count(`CAST(${at} AS TIME) = TIME '00:00:00'`)},
      late: ${count(`${at} > $as_of::TIMESTAMP`)}, old: ${count(`year(${at}) < 2000`)},
      min: ${text(`min(${at})`)}, max: ${text(`max(${at})`)},
      within: ${count(`CAST(${at} AS DATE) BETWEEN $from::DATE AND $to::DATE`)},
      low: ${count(`day(${at}) <= 12`)}, days: count(DISTINCT day(${at})) FILTER (day(${at}) <= 12),
      day: min(day(${at})) FILTER (day(${at}) <= 12), months: count(DISTINCT month(${at})) FILTER (day(${at}) <= 12),
      odd: ${text(`min(${at}) FILTER (day(${at}) <= 12 AND month(${at}) <> day(${at}))`)},
      high: count(DISTINCT month(${at})) FILTER (day(${at}) > 12), month: min(month(${at})) FILTER (day(${at}) > 12)} AS ${at}`;
  });
  const parameters = { as_of: asOf, from: days?.from ?? asOf.slice(0, 10), to: days?.to ?? asOf.slice(0, 10) };
  const [row = {}] = await store.query(
    `SELECT count(*) AS "rows!", ${measures.join(', ')} FROM ${ident(table.name)}`,
    parameters,
  );
  const rows = Number(row['rows!']);
  if (rows === 0) return { problems: [], range: undefined };
  const empty = columns.filter(({ name }) => Number((row[name] as { n: unknown }).n) === 0);
  const problems = emptyOnes(empty, rows);
  problems.push(
    ...columns.flatMap((column): Problem[] => {
      const of = row[column.name] as Record<string, unknown>;
      const n = Number(of.n);
      if (n === 0 || !isTime(column)) return [];
      const number = (name: string) => Number(of[name] ?? 0);
      const told: Problem[] = [];
      if (column.type === 'instant' && n >= FEW && of.midnight === n)
        told.push(found('midnight', column, n, n, of.min));
      if (number('old') > 0) told.push(found('ancient', column, number('old'), n, of.min));
      if (number('late') > 0 && !column.ahead) told.push(found('future', column, number('late'), n, of.max));
      // Excel reads 5/1/2024 as the fifth of January, and leaves 13/5/2024 alone.
      const swapped = of.days === 1 && of.high === 1 && of.day === of.month && number('months') >= FEW;
      if (swapped) told.push(found('swapped', column, number('low'), n, of.odd));
      return told;
    }),
  );
  const trigger = triggerOf(table);
  const of = trigger && (row[trigger.name] as Record<string, unknown> | undefined);
  if (!of || of.min === null) return { problems, range: undefined };
  const day = (text: unknown) => String(text).slice(0, 19).replace(' 00:00:00', '');
  const range = { from: day(of.min), to: day(of.max), ...(days && { within: Number(of.within) }) };
  // Bills and notices of a period come after it; what happens day by day does not.
  if (range.within === 0 && trigger.type === 'instant') {
    problems.push(found('outside', trigger, rows, rows, `${range.from} – ${range.to}`));
  }
  return { problems, range };
}
