import { isCounted, tableOf } from '../billing/usage/units.ts';
import type { Contract, Obligation } from '../contract/schema.generated.ts';
import { versionsWithin } from '../contract/versions.ts';
import type { Text } from '../locale/text.ts';
import type { Days } from '../records/doubts.ts';
import { tables } from '../records/tables.ts';
import type { Rules } from '../rules/load.ts';
import { names, type Parameters, parametersOf } from '../rules/parameters.ts';
import type { Names, Rule } from '../rules/rule.ts';

/** An obligation or a charge that rests on records. */
export interface Wanting {
  id: string;
  clause: string;
  title: Text;
}

/** What a contract needs of records, in the order of the record schema. */
export interface Wanted {
  /** Table -> what cannot be judged or computed without it. */
  tables: ReadonlyMap<string, readonly Wanting[]>;
  /** `table.column` of columns that may be absent -> what may then be undetermined. */
  columns: ReadonlyMap<string, readonly Wanting[]>;
  /** Table -> charges that are compared with it where it is there. */
  compared: ReadonlyMap<string, readonly Wanting[]>;
}

/** The tables and columns that the obligations and charges of a contract rest on, under any version of the days. */
export function wantedBy(contract: Contract, rules: Rules, days: Days): Wanted {
  const [byTable, byColumn, compared] = [
    new Map<string, Wanting[]>(),
    new Map<string, Wanting[]>(),
    new Map<string, Wanting[]>(),
  ];
  const add = (to: Map<string, Wanting[]>, name: string, { id, clause, title }: Wanting) => {
    const list = to.get(name) ?? [];
    if (!list.some((one) => one.id === id)) list.push({ id, clause, title });
    to.set(name, list);
  };
  for (const version of versionsWithin(contract, days)) {
    for (const charge of version.contract.charges) {
      const table = tableOf(charge);
      if (table) add(byTable, table, charge);
      if (isCounted(charge) && charge.unit === 'segment') add(byColumn, 'messages.content', charge);
      // The carrier's bill is what the charges are compared with.
      for (const table of ['bills', 'bill_lines']) add(compared, table, charge);
      if (charge.model === 'prepaid' && charge.top_up) add(byTable, 'events', charge);
    }
    for (const obligation of version.contract.obligations) {
      const rule = rules.byKind.get(obligation.kind);
      if (!rule) continue;
      for (const needs of needsOf(version.contract, obligation, rule)) {
        for (const table of needs.tables) add(byTable, table, obligation);
        for (const column of needs.columns) add(byColumn, column, obligation);
      }
    }
  }
  return { tables: inSchemaOrder(byTable), columns: byColumn, compared };
}

const inSchemaOrder = (map: Map<string, Wanting[]>) =>
  new Map(tables.flatMap(({ name }) => (map.has(name) ? [[name, map.get(name) ?? []] as const] : [])));

/** What an obligation needs, for each of its readings. */
function needsOf(contract: Contract, obligation: Obligation, rule: Rule) {
  return (obligation.readings ?? [undefined]).map((reading) => {
    const parameters = parametersOf(contract, obligation, rule, allSupplied, reading);
    const of = (list: Names | undefined) => named(list, parameters);
    const own = [...of(rule.needs.all), ...of(rule.needs.any)];
    // Where the contract chooses the tables, the rule's SQL speaks of others too.
    const read = rule.needs.any === undefined ? tablesIn(rule) : [];
    const columns = Object.entries(rule.needs.columns ?? {}).flatMap(([table, list]) =>
      own.length === 0 || own.includes(table) || read.includes(table)
        ? of(list).map((column) => `${table}.${column}`)
        : [],
    );
    return { tables: [...own, ...read], columns: [...columns, ...columnsIn(rule)] };
  });
}

const allSupplied = Object.fromEntries(
  tables.flatMap(({ name, columns }) => columns.map((column) => [`${name}_${column.name}`, true])),
);

/** Names of which those that the paper leaves blank are left out. */
const named = (list: Names | undefined, parameters: Parameters): string[] =>
  names(
    [list ?? []].flat().filter((name) => !name.startsWith('$') || (parameters[name.slice(1)] ?? null) !== null),
    parameters,
  );

/** Tables that the SQL of a rule reads. */
function tablesIn(rule: Rule): string[] {
  const sql = JSON.stringify([rule.relation, rule.define, rule.measures]);
  return tables.map(({ name }) => name).filter((name) => new RegExp(`\\b(from|join) ${name}\\b`).test(sql));
}

/** Columns of which a rule asks whether they were supplied, of tables of which it does not name the columns it needs. */
function columnsIn(rule: Rule): string[] {
  const sql = JSON.stringify([rule.define, rule.measures]);
  const others = tables.filter(({ name }) => rule.needs.columns?.[name] === undefined);
  return others.flatMap(({ name, columns }) =>
    columns.flatMap((column) => (sql.includes(`supplied_${name}_${column.name}`) ? [`${name}.${column.name}`] : [])),
  );
}
