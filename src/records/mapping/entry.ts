import { nearest } from '../../nearest.ts';
import { type Place, type Problem, problem } from '../../problem.ts';
import { pointerStep } from '../../yaml/pointer.ts';
import type { Source } from '../../yaml/read.ts';
import { choices } from '../cells.ts';
import { type Column, type ColumnMapping, columnOf, named, plain, type Table, tables } from '../tables.ts';
import type { DateFormat } from './dates.ts';

/** One entry of mapping.yaml, as schemas/mapping.schema.json has it. */
export interface Entry {
  file: string;
  sheet?: string;
  table: string;
  columns?: Record<string, string | null>;
  values?: Record<string, Record<string, string | number | boolean | null>>;
  dates?: Record<string, DateFormat>;
  constants?: Record<string, string | number | boolean>;
}

/** How a file, or a sheet of one, is to be read. */
export interface Mapped {
  file: string;
  sheet: string | undefined;
  /** Where the entry names its file. */
  place: Place;
  /** The table with what the mapping adds to it. */
  table: Table;
  /** A warning for a header that the mapping names and this file does not have. */
  unused(headers: readonly string[]): Problem[];
}

/** An entry while it is being read. */
interface Reading {
  entry: Entry;
  table: Table;
  source: Source;
  pointer: string;
  problems: Problem[];
}

/** An entry of the mapping over its table, with all that is wrong in it. The entry holds by the schema. */
export function readEntry(entry: Entry, pointer: string, source: Source): { mapped: Mapped; problems: Problem[] } {
  const table = tables.find(({ name }) => name === entry.table) as Table;
  const reading: Reading = { entry, table, source, pointer, problems: [] };
  const details = detailsOf(reading);
  const columns = new Map(
    table.columns.map((column) => {
      const mapped = details.get(column);
      return [column, mapped ? { ...column, mapped } : column];
    }),
  );
  const headers = headersOf(reading, columns);
  const unused = (found: readonly string[]) => {
    const there = new Set(found.map(plain));
    return Object.keys(entry.columns ?? {}).flatMap((header) => {
      if (there.has(plain(header))) return [];
      const data = { name: header, nearest: nearest(header, found), known: found };
      return [problem('mapping-unused', data, source.locate(`${pointer}/columns`, header), 'warning')];
    });
  };
  const own = { ...table, columns: [...columns.values()], headers };
  const place = source.locate(pointer, 'file');
  return { mapped: { file: entry.file, sheet: entry.sheet, place, table: own, unused }, problems: reading.problems };
}

/** The column that a part of the entry means by this name; where there is none, that is a problem. */
function columnNamed({ table, problems }: Reading, name: string, place: Place): Column | undefined {
  const column = columnOf(table, name);
  if (!column) {
    const names = table.columns.flatMap((one) => [one.name, ...one.aliases]);
    const known = table.columns.map(named);
    problems.push(
      problem('mapping-unknown', { id: name, in: named(table), nearest: nearest(name, names), known }, place),
    );
  }
  return column;
}

/** What the entry says of words, dates and constants, by column. */
function detailsOf(reading: Reading): Map<Column, ColumnMapping> {
  const { entry, source, pointer, problems } = reading;
  const details = new Map<Column, ColumnMapping>();
  const add = (column: Column, more: ColumnMapping) => details.set(column, { ...details.get(column), ...more });
  const refuse = (column: Column, value: string, ...path: string[]) => {
    if (!isAllowed(column, value)) problems.push(notAllowed(column, value, source, [pointer, ...path].join('/')));
  };
  for (const [name, words] of Object.entries(entry.values ?? {})) {
    const column = columnNamed(reading, name, source.locate(`${pointer}/values`, name));
    if (!column) continue;
    const values = Object.entries(words).map(([word, value]): [string, string | null] => {
      if (value !== null) refuse(column, String(value), 'values', pointerStep(name), pointerStep(word));
      return [word.toLowerCase(), value === null ? null : String(value)];
    });
    add(column, { values: new Map(values) });
  }
  for (const [name, dates] of Object.entries(entry.dates ?? {})) {
    const place = source.locate(`${pointer}/dates`, name);
    const column = columnNamed(reading, name, place);
    if (column?.type === 'instant' || column?.type === 'moment') add(column, { dates });
    else if (column) problems.push(problem('mapping-no-date', { column: named(column) }, place));
  }
  for (const [name, given] of Object.entries(entry.constants ?? {})) {
    const place = source.locate(`${pointer}/constants`, name);
    const column = columnNamed(reading, name, place);
    if (!column) continue;
    const constant = String(given);
    refuse(column, constant, 'constants', pointerStep(name));
    if (!isConstant(column, constant)) {
      problems.push(problem('mapping-no-constant', { column: named(column), type: column.type }, place));
    }
    add(column, { constant });
  }
  return details;
}

/** The headers that the entry names, each with its column of `columns`; null for one that is not to be used. */
function headersOf(reading: Reading, columns: ReadonlyMap<Column, Column>): Map<string, Column | null> {
  const { entry, source, pointer, problems } = reading;
  const headers = new Map<string, Column | null>();
  const taken = new Map<Column, string>();
  for (const [header, name] of Object.entries(entry.columns ?? {})) {
    const place = source.locate(`${pointer}/columns`, header);
    const column = name === null ? null : columnNamed(reading, name, place);
    if (column === undefined) continue;
    const own = column && (columns.get(column) ?? null);
    headers.set(plain(header), own);
    if (!column) continue;
    const first = taken.get(column) ?? (own?.mapped?.constant === undefined ? undefined : 'constants');
    if (first !== undefined) {
      problems.push(problem('records-column-twice', { column: named(column), first, second: header }, place));
    }
    taken.set(column, header);
  }
  return headers;
}

const flags = ['true', 'false', '是', '否', '1', '0'];

/** Whether the column takes the value as it stands. What a date or a number must look like, each row shows. */
function isAllowed(column: Column, value: string): boolean {
  if (column.type === 'boolean') return flags.includes(value.toLowerCase());
  return column.values.length === 0 || choices(column).some(([word]) => word === value.toLowerCase());
}

/** Whether every row may hold the value: a word, a flag or a period, and no time or number of one row. */
const isConstant = ({ type }: Column, value: string): boolean =>
  type === 'text' || type === 'boolean' || (type === 'period' && /^\d{4}(-(0[1-9]|1[0-2])|Q[1-4]|H[12])?$/.test(value));

function notAllowed(column: Column, actual: string, source: Source, pointer: string): Problem {
  const allowed = column.type === 'boolean' ? ['true', 'false'] : column.values;
  const words = column.type === 'boolean' ? allowed : choices(column).map(([word]) => word);
  return problem(
    'schema-choice',
    { actual, allowed, nearest: nearest(actual, words), description: undefined },
    source.locate(pointer),
  );
}
