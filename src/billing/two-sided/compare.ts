import type { Records } from '../../records/open.ts';
import { ident } from '../../records/sql.ts';
import type { Store } from '../../records/store.ts';
import { Bound } from '../usage/asked.ts';
import { whole } from '../usage/units.ts';
import { type Class, type Compared, classes } from './result.ts';
import { type Asking, chargesOf, rowsOf, shape } from './rows.ts';

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

/** The table of the store that holds a row for each side of each difference; rows without a class do not differ. */
export const differing = (table: Compared): string => `differing_${table}`;

/** The columns of a key, and those in which rows of one key are compared. */
const keysOf = ({ by }: Asking): string[] => by.map((_, i) => `k${i}`);
const valuesOf = (asking: Asking): string[] => [
  'stretch',
  ...shape[asking.table].compared,
  ...chargesOf(asking).flatMap((_, i) => [`low${i}`, `high${i}`]),
];

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

/** Rows of both sides that one pass takes: some 80 bytes each must fit into the store's memory beside what is read. */
const atOnce = 10_000_000;

/**
 * Both sides' rows, those that are there as often on either side summed up by stretch, the others by key as well. Keys
 * are told apart in as many passes as memory asks for, each over the keys of one remainder of their hash.
 */
async function cancel(store: Store, asking: Asking, ours: Records, theirs: Records): Promise<void> {
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
  const columns = [...keysOf(asking), ...valuesOf(asking)].join(', ');
  const keys = keysOf(asking).map((key) => `case when n <> 2 * o then ${key} end as ${key}`);
  const units = chargesOf(asking).flatMap((_, i) => [
    `sum(low${i} * o) as low${i}`,
    `sum(high${i} * o) as high${i}`,
    `coalesce(sum(o) filter (high${i} is null), 0) as open${i}`,
  ]);
  const told = ['n <> 2 * o as differs', ...keys, 'stretch', 'sum(o) as ours', 'sum(n - o) as theirs', ...units];
  return {
    sql: `select ${told.join(', ')}
      from (select ${columns}, count(*) as n, count(*) filter (ours) as o from (${sides.join(' union all ')}) group by ${columns})
      group by all`,
    parameters: bound.parameters,
  };
}

/** The units that all charges count of a row; null where they cannot be told. */
function unitsSql(asking: Asking): string {
  const all = chargesOf(asking).map((_, i) => `case when low${i} = high${i} then low${i} end`);
  return all.length === 0 ? '0' : all.join(' + ');
}

/**
 * Pairs the rows of the keys that are left, the n-th of ours with the n-th of theirs: first those that agree (of no
 * class), then the others in the order of what is compared. One without a partner is missing on the other side, or where
 * it is not the first of its key, a duplicate.
 */
async function pair(store: Store, asking: Asking, ours: Records, theirs: Records): Promise<void> {
  const bound = new Bound();
  const { shown, compared } = shape[asking.table];
  const [keys, values] = [keysOf(asking).join(', '), valuesOf(asking).join(', ')];
  const same = asking.by.map((name, i) => `c.k${i} is not distinct from each.${ident(name)}`);
  const only = `exists (select 1 from cancelled c where c.differs and ${same.join(' and ')})`;
  const rows = (['ours', 'theirs'] as const).map((side) =>
    rowsOf(asking, side, side === 'ours' ? ours : theirs, bound, { only, more: shown }),
  );
  const differ = (column: string) =>
    `(min(${column}) over pair is distinct from max(${column}) over pair or count(${column}) over pair = 1)`;
  const at = (name: Class) => classes.indexOf(name);
  const whens = [
    ...compared.map((column) => `when ${differ(column)} then ${at(column)}`),
    `when ${differ('stretch')} then ${at('month')}`,
    `when not twin then ${at('units')}`,
  ];
  await store.query(
    `create or replace table ${differing(asking.table)} as
     with involved as (${rows.join(' union all ')}),
     numbered as (select *, row_number() over (partition by ours, ${keys}, ${values} order by ${shown.join(', ')}) as nth_alike
       from involved),
     twinned as (select *, nth_alike <= least(count_if(ours) over alike, count_if(not ours) over alike) as twin
       from numbered window alike as (partition by ${keys}, ${values})),
     ranked as (select *,
         row_number() over (partition by ours, ${keys} order by not twin, ${values}, ${shown.join(', ')}) as nth
       from twinned)
     select * exclude (nth_alike, twin), ${unitsSql(asking)} as units, case
       when count(*) over pair = 1 and nth = 1 then case when ours then ${at('missing-there')} else ${at('missing-here')} end
       when count(*) over pair = 1 then case when ours then ${at('duplicate-here')} else ${at('duplicate-there')} end
       ${whens.join(' ')} end::integer as class
     from ranked window pair as (partition by ${keys}, nth)`,
    bound.parameters,
  );
}
