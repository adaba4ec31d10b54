import type { Records } from '../records/open.ts';
import { names, type Parameters } from './parameters.ts';
import type { Rule } from './rule.ts';

/** Tables without which the obligation cannot be judged and which were not supplied. */
export function missing({ needs }: Rule, parameters: Parameters, records: Records): string[] {
  const present = (table: string) => records.tables.get(table)?.present ?? false;
  const any = names(needs.any, parameters);
  const tables = names(needs.all, parameters).filter((table) => !present(table));
  if (any.length > 0 && !any.some(present)) tables.push(...any);
  return tables;
}

/** Of the tables of which one suffices, those that were not supplied. */
export function partly({ needs }: Rule, parameters: Parameters, records: Records): string[] {
  return names(needs.any, parameters).filter((table) => !records.tables.get(table)?.present);
}

/** Columns that tell the outcome and were not supplied, of tables that were: `complaints.replied_at`. */
export function lackingColumns({ needs }: Rule, parameters: Parameters, records: Records): string[] {
  return Object.entries(needs.columns ?? {}).flatMap(([table, list]) =>
    names(list, parameters).flatMap((column) =>
      records.tables.get(table)?.present && !records.supplied[`${table}_${column}`] ? [`${table}.${column}`] : [],
    ),
  );
}
