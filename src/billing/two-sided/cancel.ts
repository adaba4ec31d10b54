import type { Records } from '../../records/open.ts';
import { ident, literal } from '../../records/sql.ts';
import type { Store } from '../../records/store.ts';
import { tables } from '../../records/tables.ts';
import { Bound } from '../usage/asked.ts';
import type { Compared } from './result.ts';
import { type Asking, chargesOf, keysOf, rowsOf, valuesOf } from './rows.ts';

/** Rows of both sides that one pass takes: some 30 bytes each must fit into the store's memory beside what is read. */
const atOnce = 20_000_000;

/**
 * Both sides' rows, those that are there as often on either side summed up by stretch, the others by key as well. Keys
 * are told apart in as many passes as memory asks for, each over the keys of one remainder of their hash.
 */
export async function cancel(store: Store, asking: Asking, ours: Records, theirs: Records): Promise<void> {
  const rows = [ours, theirs].reduce((n, { tables }) => n + (tables.get(asking.table)?.rows ?? 0), 0);
  const passes = Math.max(1, Math.ceil(rows / atOnce));
  const hash = `hash(${asking.by.map((name) => `each.${ident(name)}`).join(', ')})`;
  for (let pass = 0; pass < passes; pass += 1) {
    const { sql, parameters } = cancelled(
      asking,
      ours,
      theirs,
      passes === 1 ? 'true' : `${hash} % ${passes} = ${pass}`,
    );
    await store.query(
      `${pass === 0 ? 'create or replace table cancelled as' : 'insert into cancelled'} ${sql}`,
      parameters,
    );
  }
}

function cancelled(asking: Asking, ours: Records, theirs: Records, only: string) {
  const bound = new Bound();
  const sides = [rowsOf(asking, 'ours', ours, bound, { only }), rowsOf(asking, 'theirs', theirs, bound, { only })];
  const columns = [...keysOf(asking), ...valuesOf(asking)];
  const coded = columns.map((column) => codeOf(asking.table, column));
  const keys = keysOf(asking).map((key) => `case when n <> 2 * o then ${key} end as ${key}`);
  const units = chargesOf(asking).flatMap((_, i) => [
    `sum(low${i} * o) as low${i}`,
    `sum(high${i} * o) as high${i}`,
    `coalesce(sum(o) filter (high${i} is null), 0) as open${i}`,
  ]);
  const told = ['n <> 2 * o as differs', ...keys, 'stretch', 'sum(o) as ours', 'sum(n - o) as theirs', ...units];
  return {
    sql: `select ${told.join(', ')}
      from (select ${coded.join(', ')}, count(*) as n, count(*) filter (ours) as o from (${sides.join(' union all ')}) group by all)
      group by all`,
    parameters: bound.parameters,
  };
}

/** A column that has only some values as a small number: many millions of rows are held at once. */
function codeOf(name: Compared, column: string): string {
  const values = tables.find((table) => table.name === name)?.columns.find((one) => one.name === column)?.values ?? [];
  if (values.length === 0) return column;
  return `case ${column} ${values.map((value, i) => `when ${literal(value)} then ${i}`).join(' ')} end::utinyint as ${column}`;
}
