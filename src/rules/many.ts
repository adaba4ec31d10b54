import { RuleDefect } from './decide.ts';
import type { Parameters } from './parameters.ts';
import type { Asking, Relation } from './rule.ts';
import { allOf, type Statement, selection, type Window } from './statement.ts';

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
  const asked = { ...rule, ...(rule.relation && { relation: beside(rule.relation) }) };
  const one = selection({ rule: asked, parameters, prefix }, { nr: 'given_nr', ...columns }, condition, window);
  const read = Object.keys(one.parameters).filter((name) => name.startsWith(prefix));
  const given = values(
    rule.kind,
    read.map((name) => name.slice(prefix.length)),
    all,
  );
  return {
    sql: `with ${given.sql}\n${one.sql.replaceAll(`$${prefix}`, 'given_')}`,
    parameters: { ...one.parameters, ...given.parameters },
  };
}

const beside = (relation: Relation): Relation => ({
  ...relation,
  sql: `select * from (${allOf(relation)}) cross join given`,
});

/** `given`, a row for each case: its place, and what it gives for each name. Throws RuleDefect. */
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
    sql: `given(${columns.join(', ')}) as (values ${rows.join(', ')})`,
    parameters: Object.fromEntries(parameters),
  };
}

function typeOf(name: string, all: readonly Parameters[]): string {
  const value = all.map((parameters) => parameters[name]).find((one) => one !== null);
  if (typeof value === 'number') return 'bigint';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'object' ? 'varchar[]' : 'varchar';
}
