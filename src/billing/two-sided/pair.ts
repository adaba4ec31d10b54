import type { Records } from '../../records/open.ts';
import { ident } from '../../records/sql.ts';
import type { Store } from '../../records/store.ts';
import { Bound } from '../usage/asked.ts';
import { type Class, type Compared, classes } from './result.ts';
import { type Asking, chargesOf, keysOf, rowsOf, shape, valuesOf } from './rows.ts';

/** The table of the store that holds a row for each side of each difference; rows without a class do not differ. */
export const differing = (table: Compared): string => `differing_${table}`;

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
export async function pair(store: Store, asking: Asking, ours: Records, theirs: Records): Promise<void> {
  const bound = new Bound();
  const { shown, compared } = shape[asking.table];
  const [keys, values] = [keysOf(asking).join(', '), valuesOf(asking).join(', ')];
  const same = asking.by.map((name, i) => `c.k${i} is not distinct from each.${ident(name)}`);
  // A join and no EXISTS, which would gather the keys of all rows first.
  const join = `semi join (select ${keys} from cancelled where differs) c on ${same.join(' and ')}`;
  const rows = (['ours', 'theirs'] as const).map((side) =>
    rowsOf(asking, side, side === 'ours' ? ours : theirs, bound, { join, more: shown }),
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
