import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../home.ts';

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
}

export interface Table {
  name: string;
  aliases: readonly string[];
  columns: readonly Column[];
}

interface ColumnSchema {
  $ref: string;
  enum?: string[];
  'x-aliases': string[];
  'x-value-aliases'?: Record<string, string>;
  'x-verbatim'?: boolean;
}

interface RecordsSchema {
  properties: Record<
    string,
    { 'x-aliases': string[]; items: { required: string[]; properties: Record<string, ColumnSchema> } }
  >;
}

const readColumn = (name: string, required: boolean, schema: ColumnSchema): Column => ({
  name,
  type: schema.$ref.replace('#/$defs/', '') as ColumnType,
  required,
  aliases: schema['x-aliases'],
  values: schema.enum ?? [],
  valueAliases: new Map(Object.entries(schema['x-value-aliases'] ?? {})),
  verbatim: schema['x-verbatim'] ?? false,
});

const schema = JSON.parse(readFileSync(join(home, 'schemas/records.schema.json'), 'utf8')) as RecordsSchema;

/** Every table of records, in the order of schemas/records.schema.json, which is the only source of column knowledge. */
export const tables: readonly Table[] = Object.entries(schema.properties).map(([name, { items, ...table }]) => ({
  name,
  aliases: table['x-aliases'],
  columns: Object.entries(items.properties).map(([column, of]) =>
    readColumn(column, items.required.includes(column), of),
  ),
}));

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

/** The column that a header names, by its own name or an alias. */
export function columnOf(table: Table, header: string): Column | undefined {
  const wanted = plain(header);
  return (
    table.columns.find((column) => plain(column.name) === wanted) ??
    table.columns.find((column) => column.aliases.some((alias) => plain(alias) === wanted))
  );
}
