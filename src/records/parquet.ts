import { cast, choices, sqlType, wholeDay } from './cells.ts';
import { constantsOf, type Relation } from './relation.ts';
import { ident, literal } from './sql.ts';
import type { Store } from './store.ts';
import type { Column, Table } from './tables.ts';

interface Field {
  name: string;
  type: string;
}

/** The columns of a Parquet file. Throws what DuckDB throws when the file is damaged. */
export async function parquetFields(store: Store, path: string): Promise<Field[]> {
  const rows = await store.query(`DESCRIBE SELECT * FROM read_parquet(${literal(path)})`);
  return rows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
}

/** A Parquet file as text, for the path that all other formats take. */
export function parquetRelation(path: string, fields: readonly Field[]): Relation {
  const cells = fields.map((field, index) => `${textOf(field)} AS c${index}`);
  return {
    sql: `SELECT ${cells.join(', ')}, false AS fault FROM read_parquet(${literal(path)})`,
    headers: fields.map(({ name }) => name),
    firstRow: 1,
  };
}

/** Zeros at the end of a decimal number say how wide its column is, and nothing else. */
const textOf = ({ name, type }: Field): string =>
  `regexp_replace(CAST(${ident(name)} AS VARCHAR), '${/^DECIMAL\(\d+,[1-9]/.test(type) ? '\\.?0+$' : '^$'}', '')`;

interface Plan {
  /** The column's value in the type that is needed. */
  read: string;
  /** True for a value that must not be there. */
  bad?: string;
  /** The value where other words than its own stand for it, and what is true for such a word. */
  translated?: { read: string; word: string };
}

/** How a stored column is read in place; undefined when its type does not fit. */
function planFor(column: Column, { name, type }: Field, noEmpty: boolean): Plan | undefined {
  const field = ident(name);
  const converted = `CAST(${field} AS ${sqlType[column.type]})`;
  switch (column.type) {
    case 'text':
      return type === 'VARCHAR' ? textPlan(column, field, noEmpty) : undefined;
    case 'integer':
      if (!/^U?(TINYINT|SMALLINT|INTEGER)$|^BIGINT$/.test(type)) return undefined;
      return { read: converted, bad: `${field} NOT BETWEEN 0 AND 999999999999999` };
    case 'money':
      return decimalFits(type, 2) ? { read: converted, bad: `${field} < 0` } : undefined;
    case 'quantity':
      return decimalFits(type, 6) ? { read: converted, bad: `${field} < 0` } : undefined;
    case 'boolean':
      return type === 'BOOLEAN' ? { read: field } : undefined;
    case 'period':
      return undefined;
    case 'moment':
      return type === 'DATE' ? { read: wholeDay(field) } : stampPlan(field, type);
    case 'instant':
      return stampPlan(field, type);
  }
}

function decimalFits(type: string, scale: number): boolean {
  const [, width, decimals] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  return width !== undefined && Number(decimals) <= scale && Number(width) - Number(decimals) <= 18 - scale;
}

/** Naive times are Beijing time; times with a zone are converted by the fixed +8 hours. */
function stampPlan(field: string, type: string): Plan | undefined {
  const read = `CAST(${field} AS TIMESTAMP)`;
  if (/^TIMESTAMP(_S|_MS)?$/.test(type)) return { read, bad: `NOT isfinite(${field})` };
  if (type === 'TIMESTAMP_NS') return { read, bad: `epoch_ns(${field}) % 1000 <> 0` };
  return type === 'TIMESTAMP WITH TIME ZONE'
    ? { read: `make_timestamp(epoch_us(${field}) + 28800000000)`, bad: `NOT isfinite(${field})` }
    : undefined;
}

/** Where no text can be empty the column itself is read: then DuckDB keeps its dictionary, and computes once a value. */
function textPlan(column: Column, field: string, noEmpty: boolean): Plan {
  const read = noEmpty ? field : `nullif(${field}, '')`;
  const known = choices(column);
  if (known.length === 0) return { read };
  const words = known.map(([word]) => literal(word)).join(', ');
  const own = [...new Set(known.map(([, value]) => literal(value)))].join(', ');
  const where = (test: string) => `CASE WHEN ${field} IN (${own}) THEN false ELSE ${test} END`;
  return {
    read,
    ...(column.values.length > 0 ? { bad: where(`${read} IS NOT NULL AND lower(${field}) NOT IN (${words})`) } : {}),
    translated: { read: cast(column, read), word: where(`lower(${field}) IN (${words})`) },
  };
}

/**
 * A SELECT that reads the file where it lies, in the table's columns and types, or undefined when a type does not fit
 * or there is a bad value (the text path then names each bad cell). Statistics of the file show where no null can be;
 * one scan, of the columns that leave a doubt, sees to the rest.
 */
export async function selectInPlace(
  store: Store,
  table: Table,
  path: string,
  fields: readonly Field[],
  positions: ReadonlyMap<Column, number>,
): Promise<string | undefined> {
  if (constantsOf(table).length > 0) return undefined;
  const from = `read_parquet(${literal(path)})`;
  const { filled, noEmpty } = await statistics(store, path);
  const plans = new Map<Column, Plan>();
  const doubts: string[] = ['false'];
  for (const [column, at] of positions) {
    const field = fields[at];
    // What a mapping says of words and dates is applied on the way of all other formats.
    if (column.mapped) return undefined;
    const plan = field && planFor(column, field, noEmpty.has(field.name));
    if (!plan) return undefined;
    plans.set(column, plan);
    if (plan.bad) doubts.push(plan.bad);
    if (column.required && !filled.has(field.name)) doubts.push(`${plan.read} IS NULL`);
  }
  const words = [...plans].map(
    ([{ name }, { translated }]) => `bool_or(${translated?.word ?? 'NULL'}) AS ${ident(name)}`,
  );
  const [seen] = await store.query(
    `SELECT bool_or(${doubts.join(' OR ')}) AS "bad!", ${words.join(', ')} FROM ${from}`,
  );
  if (seen?.['bad!'] === true) return undefined;
  const reads = table.columns.map((column) => {
    const plan = plans.get(column);
    const read = seen?.[column.name] === true ? plan?.translated?.read : plan?.read;
    return `${read ?? `CAST(NULL AS ${sqlType[column.type]})`} AS ${ident(column.name)}`;
  });
  return `SELECT ${reads.join(', ')} FROM ${from}`;
}

/**
 * What every row group of the file states: the columns that hold no null and, for text, no empty value (`filled`), and
 * those that hold no empty text (`noEmpty`; nulls they may hold).
 */
async function statistics(store: Store, path: string): Promise<Record<'filled' | 'noEmpty', ReadonlySet<string>>> {
  const rows = await store.query(
    `SELECT path_in_schema AS name, bool_and(coalesce(stats_null_count = 0, false)) AS complete,
       bool_and(coalesce(type <> 'BYTE_ARRAY' OR stats_null_count = num_values
         OR coalesce(stats_min_value, stats_min) > '', false)) AS nonempty
     FROM parquet_metadata(${literal(path)}) GROUP BY ALL`,
  );
  const named = (keep: (row: Record<string, unknown>) => boolean) =>
    new Set(rows.filter(keep).map((row) => String(row.name)));
  const noEmpty = named((row) => row.nonempty === true);
  return { noEmpty, filled: named((row) => row.complete === true && noEmpty.has(String(row.name))) };
}
