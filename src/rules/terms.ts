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
  await put(store, [
    {
      name: 'terms_delivery',
      columns: { method: 'varchar', destination: 'varchar', counts_from: 'varchar', days: 'integer' },
      rows: delivery,
    },
    {
      name: 'terms_periods',
      columns: {
        cycle: 'varchar',
        basis: 'varchar',
        label: 'varchar',
        starts_on: 'date',
        ends_on: 'date',
        next_ends_on: 'date',
      },
      rows: periods.filter((p) => p.ends_on >= term.from && p.ends_on <= term.to),
    },
    { name: 'terms_ends', columns: { ends_on: 'date' }, rows: termEnds(contract).map((ends_on) => ({ ends_on })) },
  ]);
}

interface TermsTable {
  name: string;
  columns: Readonly<Record<string, string>>;
  rows: readonly Readonly<Record<string, string | number>>[];
}

/** What each store holds now. */
const held = new WeakMap<Store, string>();

/** The tables, where they are not those that the store holds. A column is put as one list of texts: a value each would be planned by itself. */
async function put(store: Store, all: readonly TermsTable[]): Promise<void> {
  const now = JSON.stringify(all);
  if (held.get(store) === now) return;
  held.delete(store);
  await store.script(
    all
      .map(
        ({ name, columns }) =>
          `create or replace temp table ${name} (${Object.entries(columns)
            .map((of) => of.join(' '))
            .join(', ')})`,
      )
      .join(';\n'),
  );
  for (const { name, columns, rows } of all) {
    if (rows.length === 0) continue;
    const names = Object.keys(columns);
    const lists = names.map((column) => [column, rows.map((row) => String(row[column]))] as const);
    await store.query(
      `insert into ${name} select ${names.map((column) => `unnest($${column})`).join(', ')}`,
      Object.fromEntries(lists),
    );
  }
  held.set(store, now);
}
