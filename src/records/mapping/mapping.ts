import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../../nearest.ts';
import { type Place, type Problem, problem, Stop } from '../../problem.ts';
import { problemsOf } from '../../yaml/checked.ts';
import { readYaml, type Source } from '../../yaml/read.ts';
import { choices } from '../cells.ts';
import { type Column, columnOf, plain, type Table, tables } from '../tables.ts';
import type { DateFormat } from './dates.ts';

/** The file of a data folder that says how other headers and words are to be read. */
export const mappingFile = 'mapping.yaml';

/** One entry of mapping.yaml, as schemas/mapping.schema.json has it. */
interface Entry {
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

export interface Mapping {
  entries: readonly Mapped[];
  /** SHA-256 of the bytes, in hexadecimal: it changes what is computed. */
  hash: string;
}

/** Reads the mapping of a data folder, where it has one. Throws Stop with all that is wrong in it. */
export function loadMapping(dir: string): Mapping | undefined {
  const path = join(dir, mappingFile);
  if (!existsSync(path)) return undefined;
  const source = readYaml(path);
  const problems = problemsOf(source, 'mapping').map((one) =>
    one.code === 'yaml-empty' ? problem('mapping-empty', {}, { file: path }) : one,
  );
  if (problems.length > 0) throw new Stop(problems);
  const { files } = source.data as { files: Entry[] };
  const read = files.map((entry, i) => readEntry(entry, `/files/${i}`, source));
  const wrong = read.flatMap((one) => one.problems);
  if (wrong.length > 0) throw new Stop(wrong);
  return { entries: read.map((one) => one.mapped), hash: createHash('sha256').update(source.text).digest('hex') };
}

/** The entry for a file, or for a sheet of it; the first that fits. `*` stands for any characters. */
export const entryFor = (mapping: Mapping | undefined, file: string, sheet?: string): Mapped | undefined =>
  mapping?.entries.find((entry) => fits(entry.file, file) && entry.sheet === sheet);

/** Warnings for entries that fit no file of the folder. */
export const unfit = (mapping: Mapping | undefined, names: readonly string[]): Problem[] =>
  (mapping?.entries ?? []).flatMap(({ file, place }) =>
    names.some((name) => fits(file, name))
      ? []
      : [problem('mapping-unused', { name: file, nearest: nearest(file, names), known: names }, place, 'warning')],
  );

const fits = (pattern: string, name: string): boolean =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 'iu').test(name.normalize('NFC'));

const escaped = (text: string) => text.normalize('NFC').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function readEntry(entry: Entry, pointer: string, source: Source): { mapped: Mapped; problems: Problem[] } {
  const problems: Problem[] = [];
  const table = tables.find(({ name }) => name === entry.table) as Table;
  const names = table.columns.flatMap(({ name, aliases }) => [name, ...aliases]);
  const unknown = (id: string, place: ReturnType<Source['locate']>, known: readonly string[]) =>
    problems.push(problem('mapping-unknown', { id, in: entry.table, nearest: nearest(id, names), known }, place));
  const own = table.columns.map(({ name }) => name);
  /** The column that a part of the entry means by this name. */
  const named = (name: string, place: ReturnType<Source['locate']>): Column | undefined => {
    const column = columnOf(table, name);
    if (!column) unknown(name, place, own);
    return column;
  };

  const details = new Map<Column, NonNullable<Column['mapped']>>();
  const add = (column: Column, more: NonNullable<Column['mapped']>) =>
    details.set(column, { ...details.get(column), ...more });
  for (const [name, words] of Object.entries(entry.values ?? {})) {
    const at = `${pointer}/values`;
    const column = named(name, source.locate(at, name));
    if (!column) continue;
    const values = new Map<string, string | null>();
    for (const [word, value] of Object.entries(words)) {
      const text = value === null ? null : String(value);
      if (text !== null && !isAllowed(column, text))
        problems.push(notAllowed(column, text, source, `${at}/${step(name)}/${step(word)}`));
      values.set(word.toLowerCase(), text);
    }
    add(column, { values });
  }
  for (const [name, dates] of Object.entries(entry.dates ?? {})) {
    const place = source.locate(`${pointer}/dates`, name);
    const column = named(name, place);
    if (column?.type === 'instant' || column?.type === 'moment') add(column, { dates });
    else if (column) problems.push(problem('mapping-no-date', { column: column.name }, place));
  }
  for (const [name, value] of Object.entries(entry.constants ?? {})) {
    const at = `${pointer}/constants`;
    const column = named(name, source.locate(at, name));
    if (!column) continue;
    if (!isAllowed(column, String(value)))
      problems.push(notAllowed(column, String(value), source, `${at}/${step(name)}`));
    if (!isConstant(column, String(value))) {
      problems.push(
        problem('mapping-no-constant', { column: column.name, type: column.type }, source.locate(at, name)),
      );
    }
    add(column, { constant: String(value) });
  }

  const columns = new Map(table.columns.map((column) => [column, withMapped(column, details.get(column))]));
  const headers = new Map<string, Column | null>();
  const taken = new Map<Column, string>();
  for (const [header, name] of Object.entries(entry.columns ?? {})) {
    const place = source.locate(`${pointer}/columns`, header);
    const column = name === null ? null : named(name, place);
    if (column === undefined) continue;
    const earlier = column ? taken.get(column) : undefined;
    if (column && earlier !== undefined) {
      problems.push(problem('records-column-twice', { column: column.name, first: earlier, second: header }, place));
    } else if (column && details.get(column)?.constant !== undefined) {
      const data = { column: column.name, first: 'constants', second: header };
      problems.push(problem('records-column-twice', data, place));
    }
    if (column) taken.set(column, header);
    headers.set(plain(header), column && (columns.get(column) ?? null));
  }
  const unused = (found: readonly string[]) => {
    const there = new Set(found.map(plain));
    return Object.keys(entry.columns ?? {}).flatMap((header) => {
      if (there.has(plain(header))) return [];
      const data = { name: header, nearest: nearest(header, found), known: found };
      return [problem('mapping-unused', data, source.locate(`${pointer}/columns`, header), 'warning')];
    });
  };
  const mapped = { ...table, columns: [...columns.values()], headers };
  const place = source.locate(pointer, 'file');
  return { mapped: { file: entry.file, sheet: entry.sheet, place, table: mapped, unused }, problems };
}

const withMapped = (column: Column, mapped: Column['mapped']): Column => (mapped ? { ...column, mapped } : column);

/** A JSON pointer's step. */
const step = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

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
  return problem('schema-choice', { actual, allowed, nearest: nearest(actual, words) }, source.locate(pointer));
}
