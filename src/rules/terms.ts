import type { Contract } from '../contract/schema.generated.ts';
import { inForce, stated, termEnds } from '../contract/term.ts';
import type { Store } from '../records/store.ts';
import type { Period } from '../time/period.ts';
import { periodsWithin } from '../time/period.ts';

const cycles = ['month', 'quarter', 'half-year', 'year'] as const;

/**
 * Puts into the store what rule files read of the contract as tables:
 * terms_delivery (when a notice counts as delivered), terms_periods (settlement periods that end in the period) and
 * terms_ends (the days on which the term ends, and ends again after each renewal).
 */
export async function storeTerms(store: Store, contract: Contract, period: Period): Promise<void> {
  const delivery = contract.notices.delivery.flatMap(({ method, on, days }) =>
    Object.entries(days ?? { '*': 0 }).map(([destination, n]) => ({ method, destination, counts_from: on, days: n })),
  );
  await table(
    store,
    'terms_delivery',
    'method varchar, destination varchar, counts_from varchar, days integer',
    delivery,
  );

  const term = inForce(contract);
  const periods = cycles.flatMap((cycle) =>
    (['calendar', 'contract'] as const).flatMap((basis) => {
      const anchor = basis === 'contract' ? stated(contract.term.from) : undefined;
      // Counted from a first day that the paper leaves blank, there are none to know.
      if (basis === 'contract' && anchor === undefined) return [];
      return periodsWithin(period, cycle, anchor).map(({ label, from, to, next }) => ({
        cycle,
        basis,
        label,
        starts_on: from,
        ends_on: to,
        next_ends_on: next,
      }));
    }),
  );
  await table(
    store,
    'terms_periods',
    'cycle varchar, basis varchar, label varchar, starts_on date, ends_on date, next_ends_on date',
    periods.filter((p) => p.ends_on >= term.from && p.ends_on <= term.to),
  );
  await table(
    store,
    'terms_ends',
    'ends_on date',
    termEnds(contract).map((ends_on) => ({ ends_on })),
  );
}

async function table(
  store: Store,
  name: string,
  columns: string,
  rows: readonly Record<string, string | number>[],
): Promise<void> {
  await store.query(`create or replace temp table ${name} (${columns})`);
  const [first] = rows;
  if (!first) return;
  const keys = Object.keys(first);
  const values = rows.map((_, i) => `(${keys.map((key) => `$${key}_${i}`).join(', ')})`);
  const parameters = rows.flatMap((row, i) =>
    Object.entries(row).map(([key, value]) => [`${key}_${i}`, value] as const),
  );
  await store.query(
    `insert into ${name} (${keys.join(', ')}) values ${values.join(', ')}`,
    Object.fromEntries(parameters),
  );
}
