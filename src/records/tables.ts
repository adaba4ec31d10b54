import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../home.ts';
import { halfOf, type Lang, type Text } from '../locale/text.ts';
import type { DateFormat } from './mapping/dates.ts';

export type ColumnType = 'text' | 'integer' | 'money' | 'quantity' | 'boolean' | 'instant' | 'moment' | 'period';

export interface Column {
  name: string;
  type: ColumnType;
  required: boolean;
  /** Headers in other words, mostly Chinese. */
  aliases: readonly string[];
  /** The only values allowed; empty: any. */
  values: readonly string[];
  /** Other words for a value -> the value stored. */
  valueAliases: ReadonlyMap<string, string>;
  /** White space at the ends is part of the text. */
  verbatim: boolean;
  /** What the contents mean, in Chinese and English. */
  title: Text;
  description?: Text;
  /** A value as people write it. */
  example: string;
  /** Headers that only look like this column: proposed in a draft of a mapping, never taken by themselves. */
  similar: readonly string[];
  similarValues: ReadonlyMap<string, string>;
  /** A time that may well lie after as-of. */
  ahead: boolean;
  /** What the folder's mapping.yaml says of the column, in the file at hand. */
  mapped?: ColumnMapping;
}

export interface ColumnMapping {
  /** Words of the file, in lower case -> the value meant; null: an empty cell. */
  values?: ReadonlyMap<string, string | null>;
  dates?: DateFormat;
  /** The value of every row, where the file has no such column. */
  constant?: string;
}

export interface Table {
  name: string;
  aliases: readonly string[];
  columns: readonly Column[];
  title: Text;
  /** Headers for which the folder's mapping.yaml names a column, in their plain form; null: to be left out. */
  headers?: ReadonlyMap<string, Column | null>;
}

interface ColumnSchema {
  $ref: string;
  title: string;
  description?: string;
  examples?: string[];
  enum?: string[];
  'x-aliases': string[];
  'x-value-aliases'?: Record<string, string>;
  'x-verbatim'?: boolean;
  'x-similar'?: string[];
  'x-similar-values'?: Record<string, string>;
  'x-ahead'?: boolean;
}

interface RecordsSchema {
  'x-template': Record<Lang, TemplateWords>;
  properties: Record<
    string,
    { title: string; 'x-aliases': string[]; items: { required: string[]; properties: Record<string, ColumnSchema> } }
  >;
  $defs: Record<string, { examples?: string[] }>;
}

/** Titles and descriptions of the schema are written "中文 / English". */
function both(text: string): Text {
  const zh = halfOf(text, 'zh');
  return { zh, en: halfOf(text, 'en') || zh };
}

function readColumn(name: string, required: boolean, of: ColumnSchema): Column {
  const type = of.$ref.replace('#/$defs/', '') as ColumnType;
  return {
    name,
    type,
    required,
    aliases: of['x-aliases'],
    values: of.enum ?? [],
    valueAliases: new Map(Object.entries(of['x-value-aliases'] ?? {})),
    verbatim: of['x-verbatim'] ?? false,
    title: both(of.title),
    ...(of.description && { description: both(of.description) }),
    example: of.examples?.[0] ?? of.enum?.[0] ?? schema.$defs[type]?.examples?.[0] ?? '',
    similar: of['x-similar'] ?? [],
    similarValues: new Map(Object.entries(of['x-similar-values'] ?? {})),
    ahead: of['x-ahead'] ?? false,
  };
}

const schema = JSON.parse(readFileSync(join(home, 'schemas/records.schema.json'), 'utf8')) as RecordsSchema;

/** Every table of records, in the order of schemas/records.schema.json, which is the only source of column knowledge. */
export const tables: readonly Table[] = Object.entries(schema.properties).map(([name, { items, ...table }]) => ({
  name,
  aliases: table['x-aliases'],
  title: both(table.title),
  columns: Object.entries(items.properties).map(([column, of]) =>
    readColumn(column, items.required.includes(column), of),
  ),
}));

/** Names in the template workbook, by which it is known again. */
export interface TemplateWords {
  /** How the first cell of the guide begins. */
  title: string;
  /** The sheet that says what the columns mean. */
  guide: string;
  /** The sheet that holds the values of the drop-downs. */
  values: string;
  /** What stands in the guide beside a table that has no records because there were none. */
  none: string;
}

export const templateWords: Record<Lang, TemplateWords> = schema['x-template'];

/** The form in which names are compared: case, width, spaces, hyphens, underscores and a star for "required" do not count. */
export const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-*★]/g, '');

/** The table whose name or alias begins this file or sheet name; the longest wins (bill_lines.csv is no bills table). */
export function tableOf(title: string): Table | undefined {
  const wanted = plain(title);
  let best: { table: Table; length: number } | undefined;
  for (const table of tables) {
    for (const name of [table.name, ...table.aliases].map(plain)) {
      if (wanted.startsWith(name) && name.length > (best?.length ?? 0)) best = { table, length: name.length };
    }
  }
  return best?.table;
}

/** The columns of a table by the plain form of their names and aliases; a name goes before an alias, the first before the next. */
const byName = new WeakMap<Table, Map<string, Column>>();

function namesOf(table: Table): Map<string, Column> {
  const known = byName.get(table);
  if (known) return known;
  const aliased = table.columns.flatMap((column) => column.aliases.map((alias) => [plain(alias), column] as const));
  const named = table.columns.map((column) => [plain(column.name), column] as const);
  const names = new Map([...named, ...aliased].toReversed());
  byName.set(table, names);
  return names;
}

/** The column that a header names: by the folder's mapping, else by its own name or an alias. */
export function columnOf(table: Table, header: string): Column | undefined {
  const wanted = plain(header);
  const mapped = table.headers?.get(wanted);
  return mapped === undefined ? namesOf(table).get(wanted) : (mapped ?? undefined);
}

/** A table or column as a problem tells of it: its name, and what it is called in Chinese. */
export const named = ({ name, aliases }: Pick<Column, 'name' | 'aliases'>) => ({ name, alias: aliases[0] ?? name });
