import { type Problem, problem } from '../problem.ts';
import type { Store } from './store.ts';
import { columnOf, named, tables } from './tables.ts';

/** Up to so many rows a table's ids are compared; beyond that it would cost more than the check itself. */
const most = 5_000_000;
const shown = 5;

/** Where a column names a row of another table. */
const links = [
  { table: 'bill_lines', column: 'bill_id', to: ['bills'] },
  { table: 'confirmations', column: 'bill_id', to: ['bills'] },
  { table: 'payments', column: 'bill_id', to: ['bills'] },
  { table: 'notices', column: 'ref', to: ['events', 'bills'] },
];

interface Present {
  present: boolean;
  rows: number;
}

/**
 * What no single row shows: ids that stand twice, and references to rows that are not there. Warnings beside the
 * findings: which of two rows is meant, people must say.
 */
export async function integrity(store: Store, present: ReadonlyMap<string, Present>): Promise<Problem[]> {
  const has = (table: string) => present.get(table)?.present === true;
  const problems: Problem[] = [];
  if (![...present.values()].some((table) => table.present)) problems.push(problem('records-none', {}, {}, 'warning'));
  for (const table of tables) {
    const { name, columns } = table;
    if (!has(name) || !columns.some((column) => column.name === 'id')) continue;
    if ((present.get(name)?.rows ?? 0) > most) {
      problems.push(problem('record-ids-unchecked', { table: named(table), most }, {}, 'warning'));
      continue;
    }
    const twice = await idsOf(store, `FROM ${name} GROUP BY id HAVING count(*) > 1`);
    if (twice) problems.push(problem('record-duplicate', { table: named(table), ...twice }, {}, 'warning'));
  }
  for (const { table, column, to } of links) {
    if (!has(table) || !to.some(has)) continue;
    const known = to.map((other) => `SELECT id FROM ${other}`).join(' UNION ALL ');
    const from = `FROM (SELECT ${column} AS id FROM ${table}) WHERE id IS NOT NULL AND id NOT IN (${known}) GROUP BY id`;
    const orphans = await idsOf(store, from);
    const of = tables.find(({ name }) => name === table);
    const at = of && columnOf(of, column);
    if (!orphans || !at) continue;
    const others = tables.filter(({ name }) => to.includes(name)).map(named);
    const data = { table: named(of), column: named(at), to: others, ...orphans };
    problems.push(problem('record-orphan', data, {}, 'warning'));
  }
  return problems;
}

/** The first few ids of a grouped query, and how many there are; undefined where there is none. */
async function idsOf(store: Store, grouped: string): Promise<{ ids: string[]; count: number } | undefined> {
  const rows = await store.query(`SELECT id, count(*) OVER () AS n ${grouped} ORDER BY id LIMIT ${shown}`);
  return rows.length === 0 ? undefined : { ids: rows.map((row) => String(row.id)), count: Number(rows[0]?.n) };
}
