import { sqlType, wholeDay } from '../../src/records/cells.ts';
import type { Records } from '../../src/records/open.ts';
import { type Prepared, prepare } from '../../src/records/prepare.ts';
import { ident, literal } from '../../src/records/sql.ts';
import { type Column, type Table, tables } from '../../src/records/tables.ts';
import type { Calendar } from '../../src/time/calendar.ts';

type Rows = Record<string, readonly Record<string, unknown>[]>;

let ready: Promise<Prepared> | undefined;
/** The tables that hold rows of the last set. */
const filled = new Set<Table>();

/** A store of its own, with the tables in memory: making and filling files costs ten times what a check does. */
async function empty(calendar: Calendar): Promise<Prepared> {
  const prepared = await prepare(calendar);
  for (const { name, columns } of tables) {
    const list = columns.map((column) => `${ident(column.name)} ${sqlType[column.type]}`).join(', ');
    await prepared.store.query(`create temp table ${ident(name)} (${list})`);
  }
  return prepared;
}

const cell = (column: Column, value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'null';
  const text = String(value);
  if (column.type === 'moment' && text.length === 10) return wholeDay(literal(text));
  return `${literal(text)}::${sqlType[column.type]}`;
};

/** Rows straight into the tables, as if they had come from files: an empty cell is none, `[]` a file with all headers. */
export async function put(rows: Rows, calendar: Calendar): Promise<Records> {
  ready ??= empty(calendar);
  const { store } = await ready;
  for (const { name } of filled) await store.query(`truncate ${ident(name)}`);
  filled.clear();
  const supplied: Record<string, boolean> = {};
  const present = new Map<string, { present: boolean; files: []; rows: number }>();
  for (const table of tables) {
    const { name, columns } = table;
    const list = rows[name];
    const has = (column: Column) => list?.length === 0 || !!list?.some((row) => row[column.name] !== undefined);
    for (const column of columns) supplied[`${name}_${column.name}`] = has(column);
    present.set(name, { present: list !== undefined, files: [], rows: list?.length ?? 0 });
    if (!list?.length) continue;
    const values = list.map((row) => `(${columns.map((column) => cell(column, row[column.name])).join(', ')})`);
    filled.add(table);
    await store.query(`insert into ${ident(name)} values ${values.join(', ')}`);
  }
  return { store, tables: present, supplied, simulated: false, problems: [], close: async () => {} };
}
