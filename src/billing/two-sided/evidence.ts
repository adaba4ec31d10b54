import { copyToCsv } from '../../records/copy.ts';
import { isPersonal, mask, maskedSql } from '../../records/mask.ts';
import { literal } from '../../records/sql.ts';
import type { Store } from '../../records/store.ts';
import { differing } from './pair.ts';
import {
  type Class,
  type Compared,
  type ComparedTable,
  classes,
  type Example,
  type Row,
  type TwoSided,
} from './result.ts';
import { type Asking, keysOf, shape } from './rows.ts';

const most = 3;

/** The first few rows of each class, by key. */
export async function examplesOf(
  store: Store,
  { table, by }: Pick<Asking, 'table' | 'by'>,
  unmask: boolean,
): Promise<Map<Class, Example[]>> {
  const keys = keysOf({ by }).join(', ');
  const rows = await store.query(
    `select class, ours, dense_rank() over (partition by class order by ${keys}, nth) as place, ${shownOf(table).join(', ')}
     from ${differing(table)} where class is not null
     qualify place <= ${most} order by class, place`,
  );
  const found = new Map<Class, Example[]>();
  for (const { class: code, ours, place, ...row } of rows) {
    const name = classes[Number(code)];
    if (!name) continue;
    const examples = found.get(name) ?? [];
    const own: Row = mask(row, unmask);
    const other = examples[Number(place) - 1];
    examples[Number(place) - 1] = { ours: null, theirs: null, ...other, ...(ours ? { ours: own } : { theirs: own }) };
    found.set(name, examples);
  }
  return found;
}

/** What is shown of a row. */
const shownOf = (table: Compared): string[] => [...shape[table].shown, ...shape[table].compared, 'units'];

/**
 * Writes every row that differs to a CSV file, in the order of tables, classes and keys, numbers masked unless they are
 * asked for: the rows that were compared last in the store. Throws Stop where it cannot be written.
 */
export async function writeDifferences(store: Store, { tables }: TwoSided, to: string, unmask: boolean): Promise<void> {
  const parts = tables.map((one, i) => pairs(one, i, unmask)).join(' union all by name ');
  await copyToCsv(store, `select * exclude (nr, place, k, nth) from (${parts}) order by nr, place, k, nth`, to);
}

/** The rows of a table that differ, both sides side by side; the columns before `class` say in which order. */
function pairs({ table, by }: Pick<ComparedTable, 'table' | 'by'>, nr: number, unmask: boolean): string {
  const written = (column: string, from: string) =>
    isPersonal(column) && !unmask ? maskedSql(from) : `${from}::varchar`;
  const key = by.map((column, i) => `coalesce(${written(column, `k${i}`)}, '')`).join(" || ' ' || ");
  const sides = (['ours', 'theirs'] as const).flatMap((side) =>
    shownOf(table).map((column) => {
      const own = `max(${column}) filter (${side === 'ours' ? 'ours' : 'not ours'})`;
      return `${written(column, own)} as ${side}_${column}`;
    }),
  );
  const keys = keysOf({ by });
  const names = classes.map(literal).join(', ');
  return `select ${nr} as nr, d.class as place, [${keys.map((k) => `${k}::varchar`).join(', ')}] as k, nth,
    [${names}][d.class + 1] as class, ${literal(table)} as "table", ${key} as "key", ${sides.join(', ')}
    from ${differing(table)} d where d.class is not null group by d.class, ${keys.join(', ')}, nth`;
}
