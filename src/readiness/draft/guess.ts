import { nearest } from '../../nearest.ts';
import type { RawColumn, RawFile } from '../../records/raw.ts';
import { type Column, columnOf, plain, type Table, tableOf, tables } from '../../records/tables.ts';
import { type Fit, suits } from './content.ts';

export type Reason = 'native' | 'similar' | 'name' | 'content';

/** What a foreign column may be. */
export interface Guess {
  raw: RawColumn;
  column: Column | undefined;
  reason: Reason | undefined;
  fit: Fit;
  /** Certain enough to be written down as an answer. */
  sure: boolean;
  /** Other headers that may be the same column. */
  rivals: readonly string[];
}

export interface FileGuess {
  raw: RawFile;
  table: Table;
  /** The table is certain enough. */
  sure: boolean;
  guesses: readonly Guess[];
  /** Required columns that no header is known for. */
  missing: readonly Column[];
}

/** Names nearer than these lengths are too short to be alike by more than chance. */
const shortest = (text: string) => (/[^\x20-\x7e]/.test(text) ? 2 : 4);

/** How a header's name speaks for a column. */
function nameReason(table: Table, column: Column, header: string): Exclude<Reason, 'content'> | undefined {
  if (columnOf(table, header) === column) return 'native';
  const name = plain(header);
  if (column.similar.some((one) => plain(one) === name)) return 'similar';
  const names = [column.name, ...column.aliases, ...column.similar].map(plain);
  const within = (a: string, b: string) => b.length >= shortest(b) && a.includes(b);
  const alike = names.some((one) => within(name, one) || within(one, name));
  const close = name.length >= shortest(name) ? nearest(name, names, 1) : undefined;
  return alike || (close !== undefined && close.length > 2) ? 'name' : undefined;
}

const weights: Record<Reason, number> = { native: 10, similar: 8, name: 4, content: 2 };

/** Each header to at most one column and each column to at most one header, the likeliest pairs first. */
function pairUp(table: Table, columns: readonly RawColumn[]): Guess[] {
  const pairs = columns.flatMap((raw) =>
    table.columns.flatMap((column) => {
      const own = columnOf(table, raw.header);
      if (own && own !== column) return [];
      const by = nameReason(table, column, raw.header);
      const suited = suits(column, raw);
      const reason = by ?? (suited > 0 ? ('content' as const) : undefined);
      if (reason === undefined || (suited < 0 && by !== 'native')) return [];
      return [{ raw, column, reason, fit: suited, weight: weights[reason] + suited }];
    }),
  );
  const chosen = new Map<RawColumn, Guess>();
  const taken = new Set<Column>();
  for (const pair of pairs.toSorted((a, b) => b.weight - a.weight)) {
    if (chosen.has(pair.raw) || taken.has(pair.column)) continue;
    const equal = (other: (typeof pairs)[number]) => other !== pair && other.weight === pair.weight;
    const rivals = pairs.filter((other) => equal(other) && other.column === pair.column && !chosen.has(other.raw));
    const either = pairs.some((other) => equal(other) && other.raw === pair.raw && !taken.has(other.column));
    const strong = pair.reason === 'similar' || (pair.reason === 'name' && pair.fit > 0);
    const sure = pair.reason === 'native' || (strong && rivals.length === 0 && !either);
    chosen.set(pair.raw, { ...pair, sure, rivals: rivals.map((other) => other.raw.header) });
    taken.add(pair.column);
  }
  return columns.map((raw) => {
    const own = columnOf(table, raw.header);
    // A header that is understood, yet as a column that another one is already.
    const rivals = [...chosen.values()].flatMap((one) => (own && one.column === own ? [one.raw.header] : []));
    return chosen.get(raw) ?? { raw, column: undefined, reason: undefined, fit: 0, sure: false, rivals };
  });
}

/** The table that a file holds, and what its columns are; undefined where no table is anything like it. */
export function guess(raw: RawFile): FileGuess | undefined {
  const scored = (raw.table ? [raw.table] : tables)
    .map((table) => scoreOf(raw, table))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || (!raw.table && best.score <= 0)) return undefined;
  const clear = !second || best.score - second.score >= 2;
  const sure = raw.table !== undefined || (best.complete && clear);
  return { raw, table: best.table, sure, guesses: best.guesses, missing: best.missing };
}

function scoreOf(raw: RawFile, table: Table) {
  const guesses = pairUp(table, raw.columns);
  const found = guesses.filter(({ column, sure }) => column && sure);
  const has = (column: Column) => found.some((one) => one.column === column);
  const required = table.columns.filter((column) => column.required);
  const missing = required.filter((column) => !has(column));
  // A file may say the same of every row: that column it need not have.
  const complete = missing.every((column) => column.values.length > 0) && found.length >= 3;
  const named = [raw.file, raw.sheet ?? ''].some((title) => tableOf(title) === table || mentions(title, table)) ? 2 : 0;
  const lost = missing.reduce((sum, { values }) => sum + (values.length > 0 ? 1 : 2), 0);
  const score = found.length === 0 ? 0 : found.length - lost + named;
  return { table, guesses, missing, complete, score };
}

/** Whether a title speaks of the table anywhere: “2024年5月用户投诉清单.xlsx”. */
const mentions = (title: string, { name, aliases }: Table): boolean =>
  [name, ...aliases].some((one) => plain(one).length >= 2 && plain(title).includes(plain(one)));
