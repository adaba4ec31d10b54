import type { Records } from '../../records/open.ts';
import type { Store } from '../../records/store.ts';
import { whole } from '../usage/units.ts';
import { cancel } from './cancel.ts';
import { differing, pair } from './pair.ts';
import { type Class, classes } from './result.ts';
import { type Asking, chargesOf } from './rows.ts';

/** Units of some rows; `open`: rows whose units have no upper bound. */
export interface Sum {
  low: bigint;
  high: bigint;
  open: bigint;
}

/** Units by charge and by the first day of a stretch. */
export type Sums = ReadonlyMap<string, ReadonlyMap<string, Sum>>;

/** A table compared: what is in it, and the rows of each class with the units of each charge. */
export interface Comparison {
  ours: { rows: number; units: Sums };
  theirs: { rows: number };
  matched: number;
  classes: ReadonlyMap<Class, { rows: number; ours: Sums; theirs: Sums }>;
}

/**
 * Compares a table of both sides row by row. Rows that agree cancel out in one aggregation over both; the rows of the
 * keys that are left are looked up again and paired.
 */
export async function compareTable(store: Store, asking: Asking, ours: Records, theirs: Records): Promise<Comparison> {
  await cancel(store, asking, ours, theirs);
  await pair(store, asking, ours, theirs);
  const ids = chargesOf(asking);
  const sums = (open: (i: number) => string) =>
    ids.map((_, i) => `, sum(low${i}) as low${i}, sum(high${i}) as high${i}, ${open(i)} as open${i}`).join('');
  const all = await store.query(
    `select stretch, sum(ours) as ours, sum(theirs) as theirs ${sums((i) => `sum(open${i})`)} from cancelled group by stretch`,
  );
  const rows = await store.query(
    `select class, ours, stretch, count(*) as n ${sums((i) => `count(*) - count(high${i})`)}
     from ${differing(asking.table)} where class is not null group by all`,
  );
  const found = classes.map((name, i) => {
    const own = rows.filter((row) => row.class === i);
    const [here, there] = [own.filter((row) => row.ours === true), own.filter((row) => row.ours === false)];
    return {
      name,
      rows: Math.max(count(here, 'n'), count(there, 'n')),
      ours: sumsOf(ids, here),
      theirs: sumsOf(ids, there),
    };
  });
  const alone = found.filter(({ name }) => name === 'missing-there' || name === 'duplicate-here');
  const total = count(all, 'ours');
  return {
    ours: { rows: total, units: sumsOf(ids, all) },
    theirs: { rows: count(all, 'theirs') },
    matched: total - count(alone, 'rows'),
    classes: new Map(found.map(({ name, ...one }) => [name, one])),
  };
}

const count = (rows: readonly object[], name: string): number =>
  rows.reduce((n, row) => n + Number((row as Record<string, unknown>)[name] ?? 0), 0);

const sumsOf = (ids: readonly string[], rows: readonly Record<string, unknown>[]): Sums =>
  new Map(
    ids.map((id, i) => {
      const each = (row: Record<string, unknown>) => ({
        ...{ low: whole(row[`low${i}`]), high: whole(row[`high${i}`]), open: whole(row[`open${i}`]) },
      });
      return [id, new Map(rows.map((row) => [String(row.stretch), each(row)]))];
    }),
  );
