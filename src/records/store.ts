import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BIGINT,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  type DuckDBPreparedStatement,
  DuckDBStructValue,
  DuckDBTimestampValue,
  type DuckDBValue,
  LIST,
  VARCHAR,
} from '@duckdb/node-api';

export type Param = string | number | bigint | boolean | null | readonly string[];

export interface Store {
  /** Name and version of the engine, for receipts. */
  readonly engine: string;
  /**
   * Runs one statement. `$name` parameters are bound from `params`; one that is missing throws, others are not used.
   * Rows hold: integers as number (beyond 2^53 throws), DECIMAL as text, TIMESTAMP as 'YYYY-MM-DD HH:MM:SS[.ffffff]' (a day
   * recorded without a time of day as 'YYYY-MM-DD'),
   * DATE as 'YYYY-MM-DD', lists as arrays, structs as objects.
   */
  query(sql: string, params?: Readonly<Record<string, Param>>): Promise<Record<string, unknown>[]>;
  /** Runs statements one after the other, each ended by a semicolon; sooner than each by itself. */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}

function plainValue(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') {
    if (BigInt(Number(value)) !== value || !Number.isSafeInteger(Number(value))) {
      throw new RangeError(`integer beyond 2^53: ${value}`);
    }
    return Number(value);
  }
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof DuckDBDecimalValue || value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBTimestampValue) {
    const [whole = '', fraction] = value.toString().split('.');
    // A record that had no time of day: see wholeDay in cells.ts.
    if (/ 00:00:00$/.test(whole) && fraction === '000001') return whole.slice(0, 10);
    return fraction === undefined ? whole : `${whole}.${fraction.padEnd(6, '0')}`;
  }
  if (value instanceof DuckDBListValue) return value.items.map(plainValue);
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([name, of]) => [name, plainValue(of)]));
  }
  return String(value);
}

function bind(statement: DuckDBPreparedStatement, params: Readonly<Record<string, Param>>): void {
  for (let index = 1; index <= statement.parameterCount; index++) {
    const name = statement.parameterName(index);
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) throw new RangeError(`no value for the parameter $${name}`);
    if (value === null) statement.bindNull(index);
    else if (typeof value === 'string') statement.bindVarchar(index, value);
    else if (typeof value === 'boolean') statement.bindBoolean(index, value);
    else if (typeof value === 'object') statement.bindList(index, value, LIST(VARCHAR));
    else statement.bindValue(index, BigInt(value), BIGINT);
  }
}

async function run(connection: DuckDBConnection, sql: string, params: Readonly<Record<string, Param>>) {
  const statement = await connection.prepare(sql);
  try {
    bind(statement, params);
    const rows = (await statement.runAndReadAll()).getRowObjects();
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)])));
  } finally {
    statement.destroySync();
  }
}

export interface StoreOptions {
  /** On disk any number of records, in memory small sets. */
  where?: 'disk' | 'memory';
  /** One in memory, where sharing the work costs more than it saves; else all cores when absent. */
  threads?: number;
  /** How much it holds in memory at most, 1GB when absent; more goes to disk. */
  memory?: string;
}

/**
 * An empty DuckDB store kept in the folder `temp`, which goes away when the store is closed; or in memory, which many
 * small sets of records are done with sooner.
 */
export async function openStore(
  temp: string,
  { where = 'disk', memory = '1GB', ...options }: StoreOptions = {},
): Promise<Store> {
  const threads = options.threads ?? (where === 'memory' ? 1 : undefined);
  const instance = await DuckDBInstance.create(where === 'disk' ? join(temp, 'records.duckdb') : ':memory:', {
    memory_limit: memory,
    temp_directory: join(temp, 'spill'),
    ...(threads !== undefined && { threads: String(threads) }),
  });
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  const [version] = (await connection.runAndReadAll('SELECT version() AS v')).getRowObjects();
  let closed = false;
  return {
    engine: `DuckDB ${String(version?.v)}`,
    query: (sql, params = {}) => run(connection, sql, params),
    async script(sql) {
      await connection.run(sql);
    },
    async close() {
      if (closed) return;
      closed = true;
      connection.closeSync();
      instance.closeSync();
      await rm(temp, { recursive: true, force: true });
    },
  };
}
