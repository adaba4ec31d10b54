import { RuleDefect } from './decide.ts';
import type { Parameters } from './parameters.ts';
import type { Asking, Relation } from './rule.ts';
import { type Case, type Statement, selection, type Window } from './statement.ts';

const prefix = 'e_';

/**
 * `selection` for several cases of one rule at a time, with the place of its case in each row as `nr`: their parameters
 * stand beside the rows as columns, since a statement for each costs more than what it finds. Throws RuleDefect.
 */
export function selectionOfMany(
  rule: Asking,
  all: readonly Parameters[],
  columns: Readonly<Record<string, string>>,
  condition: string,
  window: Window,
): Statement {
  const [parameters = {}] = all;
  const read = Object.keys(selection({ rule, parameters, prefix }, columns, condition, window).parameters);
  const names = read.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const given = values(rule.kind, names, all);
  const asked: Case = {
    rule: { ...rule, ...(rule.relation && { relation: beside(rule.relation, given.sql) }) },
    parameters,
  };
  const { sql, parameters: bound } = selection({ ...asked, prefix }, { nr: 'given_nr', ...columns }, condition, window);
  return {
    sql: sql.replace(/\$e_([a-z_]+)/g, (_all, name: string) => `given_${name}`),
    parameters: { ...bound, ...given.parameters },
  };
}

/** A row of values for each case: its place, and what it gives for each name. */
function values(kind: string, names: readonly string[], all: readonly Parameters[]): Statement {
  const rows = all.map((parameters, nr) => {
    const cells = names.map((name) => {
      if (parameters[name] === undefined) throw new RuleDefect(`${kind}: $${name} is no parameter`);
      return `$given_${name}_${nr}::${typeOf(name, all)}`;
    });
    return `(${[nr, ...cells].join(', ')})`;
  });
  const columns = ['given_nr', ...names.map((name) => `given_${name}`)];
  const parameters = all.flatMap((one, nr) => names.map((name) => [`given_${name}_${nr}`, one[name] ?? null] as const));
  return {
    sql: `(values ${rows.join(', ')}) as given(${columns.join(', ')})`,
    parameters: Object.fromEntries(parameters),
  };
}

function typeOf(name: string, all: readonly Parameters[]): string {
  const value = all.map((parameters) => parameters[name]).find((one) => one !== null);
  if (typeof value === 'number') return 'bigint';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'object' ? 'varchar[]' : 'varchar';
}

const beside = (relation: Relation, given: string): Relation => ({
  ...relation,
  sql: `select * from (${relation.sql ?? `select '${relation.name}' as "table", * from ${relation.name}`}) cross join ${given}`,
});
