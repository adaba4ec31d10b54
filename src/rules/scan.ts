import type { Store } from '../records/store.ts';
import { type FactValue, RuleDefect } from './decide.ts';
import type { Parameters } from './parameters.ts';
import type { Relation, Rule } from './rule.ts';
import { expand, rename } from './sql.ts';

/** One obligation under one reading, ready to be asked of the data. */
export interface Case {
  rule: Rule;
  parameters: Parameters;
}

/** Instants in Beijing time; `until` is exclusive. */
export interface Window {
  from: string;
  until: string;
  asOf: string;
}

export interface Statement {
  sql: string;
  parameters: Record<string, FactValue | null>;
}

/** The facts of every case, in order: one statement, and so one scan, for each relation however many cases read it. */
export async function gatherFacts(
  store: Store,
  cases: readonly Case[],
  window: Window,
  trace: (statement: Statement) => void = () => {},
): Promise<Record<string, number>[]> {
  const byRelation = new Map<string, number[]>();
  cases.forEach(({ rule }, i) => {
    const key = JSON.stringify(rule.relation);
    byRelation.set(key, [...(byRelation.get(key) ?? []), i]);
  });
  const facts: Record<string, number>[] = cases.map(() => ({}));
  for (const indexes of byRelation.values()) {
    const statement = fuse(cases, indexes, window);
    trace(statement);
    const [row] = await store.query(statement.sql, statement.parameters);
    for (const [column, value] of Object.entries(row ?? {})) {
      const [, index, name] = /^c(\d+)_(.+)$/.exec(column) ?? [];
      const target = facts[Number(index)];
      if (target && name) target[name] = exact(value, name);
    }
  }
  return facts;
}

function fuse(cases: readonly Case[], indexes: readonly number[], window: Window): Statement {
  const parts = indexes.flatMap((i) => {
    const one = cases[i];
    if (!one) return [];
    return Object.entries(one.rule.measures).map(([name, sql]) => ({
      ...bind(expand(sql, one.rule.define), one, `c${i}_`, window),
      name: `c${i}_${name}`,
    }));
  });
  const relation = cases[indexes[0] ?? 0]?.rule.relation;
  if (!relation) throw new RuleDefect('no relation');
  const columns = parts.map((part) => `${part.sql} as ${part.name}`).join(',\n  ');
  return {
    sql: `select\n  ${columns}\n${source(relation)}`,
    parameters: Object.assign({ ...windowParameters(window) }, ...parts.map((part) => part.parameters)),
  };
}

/** `from … where …`: the rows of a relation whose trigger falls in the window and is known at as-of. */
export function source(relation: Relation): string {
  const rows = relation.sql ?? `select '${relation.name}' as "table", * from ${relation.name}`;
  const known = relation.ahead ? '' : ` and ${relation.time} <= $as_of::timestamp`;
  return `from (${rows})\nwhere ${relation.time} >= $period_from::timestamp and ${relation.time} < $period_until::timestamp${known}`;
}

export const windowParameters = (window: Window) => ({
  period_from: window.from,
  period_until: window.until,
  as_of: window.asOf,
});

/** A snippet with its parameters under a prefix of its own. Throws RuleDefect for a parameter nobody gives. */
export function bind(sql: string, { rule, parameters }: Case, prefix: string, window: Window): Statement {
  const context: Record<string, string> = windowParameters(window);
  const bound: Record<string, FactValue | null> = {};
  const renamed = rename(sql, (name) => {
    if (name in context) return `${name}::timestamp`;
    const value = parameters[name];
    if (value === undefined) throw new RuleDefect(`${rule.kind}: $${name} is no parameter`);
    bound[`${prefix}${name}`] = value;
    return `${prefix}${name}`;
  });
  return { sql: renamed, parameters: bound };
}

/** Facts are whole numbers; anything else would be compared inexactly. Throws RuleDefect. */
function exact(value: unknown, name: string): number {
  const number = typeof value === 'string' || typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw new RuleDefect(`the measure "${name}" is no whole number: ${String(value)}`);
  }
  return number;
}
