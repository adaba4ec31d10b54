import { yuan } from '../../money.ts';
import type { Records } from '../../records/open.ts';
import type { Inputs } from '../../rules/inputs.ts';
import { receipt } from '../../rules/receipt.ts';
import { freeMonths } from '../rating/free-months.ts';
import { price } from '../rating/price.ts';
import type { Order } from '../rating/priced.ts';
import { noUnits, tableOf } from '../usage/units.ts';
import { type Comparison, compareTable } from './compare.ts';
import { examplesOf } from './evidence.ts';
import { type Compared, compared, type TwoSided } from './result.ts';
import type { Asking } from './rows.ts';
import { change, totalsAlong, unitsOf } from './worth.ts';

/** `by`: the columns of each table that tell which rows are the same. `unmask`: whether examples show whole numbers. */
export interface Options {
  by: Readonly<Record<Compared, readonly string[]>>;
  unmask: boolean;
}

/**
 * The other side's records (opened beside ours, as `theirs`) held against ours row by row, and what each class of
 * difference is worth. Rows count as they stand, twice where they stand twice.
 */
export async function reconcileSides(input: Inputs, theirs: Records, { by, unmask }: Options): Promise<TwoSided> {
  const { loaded, period, asOf, records } = input;
  const { store } = records;
  const days = { from: period.from, to: period.to };
  const order: Order = {
    days,
    free: await freeMonths(input),
    as: { terms: (run) => run, counted: (charge) => charge },
  };
  const has = (side: Records, table: Compared) => side.tables.get(table)?.present === true;
  const tables = compared.filter((table) => has(records, table) && has(theirs, table));
  const [priced = []] = await price(input, [{ ...order, counts: () => noUnits }]);
  const found: { asking: Asking; comparison: Comparison }[] = [];
  for (const table of tables) {
    const own = priced.filter(({ charge }) => tableOf(charge) === table);
    const asking = { table, by: by[table], ...days, asOf, priced: own };
    found.push({ asking, comparison: await compareTable(store, asking, records, theirs) });
  }
  const steps = found.flatMap(({ comparison }) => [...comparison.classes.values()]);
  const start = found.map(({ comparison }) => comparison.ours.units);
  const totals = await totalsAlong(input, order, tables, start, steps);
  const shown = await Promise.all(found.map(({ asking }) => examplesOf(store, asking, unmask)));
  let step = 0;
  const told = found.map(({ asking, comparison: { ours, theirs, matched, classes } }, i) => ({
    ...{ table: asking.table, by: asking.by, ours: { rows: ours.rows }, theirs: { rows: theirs.rows }, matched },
    classes: [...classes].map(([name, one]) => {
      step += 1;
      const amount = one.rows === 0 ? '0.00' : change(totals[step - 1], totals[step]);
      const units = { oursUnits: unitsOf(one.ours), theirsUnits: unitsOf(one.theirs) };
      return { class: name, rows: one.rows, ...units, amount, examples: shown[i]?.get(name) ?? [] };
    }),
  }));
  const [first, last] = [totals[0], totals.at(-1)];
  return {
    contract: loaded.contract.id,
    period: days,
    asOf,
    tables: told,
    notCompared: compared.flatMap((table) => {
      if (has(records, table) === has(theirs, table)) return [];
      return [{ table, suppliedBy: has(records, table) ? ('ours' as const) : ('theirs' as const) }];
    }),
    ours: { total: first ? yuan(first) : null },
    theirs: { total: last ? yuan(last) : null },
    difference: change(first, last),
    order: told.flatMap(({ table, classes }) => classes.map((one) => `${table}/${one.class}`)),
    receipt: { ours: receipt(input), theirs: receipt({ ...input, records: theirs }) },
  };
}
