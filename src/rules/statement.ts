import { firstLine } from '../problem.ts';
import type { Store } from '../records/store.ts';
import { type FactValue, RuleDefect } from './decide.ts';
import type { Parameters } from './parameters.ts';
import type { Asking, Relation } from './rule.ts';
import { expand, readsAny, rename } from './sql.ts';

/** One obligation under one reading, ready to be asked of the data. */
export interface Case {
  rule: Asking;
  parameters: Parameters;
  /** The parameters as the contract writes them. */
  given?: object;
}

/** A case within a statement: its parameters and columns carry its prefix, so that many share the statement. */
export interface Member extends Case {
  prefix: string;
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

/** Parts as one statement: their SQL put together, their parameters side by side. */
export const joined = (parts: readonly Statement[], put: (sql: string[]) => string): Statement => ({
  sql: put(parts.map((part) => part.sql)),
  parameters: Object.assign({}, ...parts.map((part) => part.parameters)),
});

/** All rows of a relation, each with the name of its table. */
export const allOf = ({ name, sql }: Relation): string => sql ?? `select '${name}' as "table", * from ${name}`;

/**
 * `from …`: the rows of the relation whose trigger falls in the window and is known at as-of, with what the members'
 * rules want computed once a row as columns of their own, in layers: what is read twice is written but once.
 */
export function rowsOf(relation: Relation | undefined, members: readonly Member[], window: Window): Statement {
  if (!relation) throw new RuleDefect('no relation');
  const { from, until, asOf } = window;
  const rows = allOf(relation);
  const { time, ahead } = relation;
  const known = ahead ? '' : ` and ${time} <= $as_of::timestamp`;
  const inPeriod = `${time} >= $period_from::timestamp and ${time} < $period_until::timestamp`;
  const inWindow = time === undefined ? 'true' : inPeriod + known;
  const base: Statement = {
    sql: `from (${rows})\nwhere ${inWindow}`,
    parameters: { period_from: from, period_until: until, as_of: asOf },
  };
  const layers = members.map(layersOf);
  const computed = Array.from({ length: Math.max(0, ...layers.map((own) => own.length)) }, (_, depth) =>
    members.flatMap((member, i) => (layers[i]?.[depth] ?? []).map((name) => columnOf(name, member, window))),
  );
  const nested = computed.reduce(
    (below, columns) =>
      joined([below, ...columns], ([inner, ...added]) => `from (select *,\n  ${added.join(',\n  ')}\n${inner})`),
    base,
  );
  return computed.length === 0 ? base : { ...nested, sql: `${nested.sql}\nwhere true` };
}

/** What is computed once a row, each after all that it reads. Throws RuleDefect where it reads itself. */
function layersOf({ rule: { define, once = [] } }: Member): string[][] {
  const layers: string[][] = [];
  for (let left = [...once]; left.length > 0; ) {
    const free = left.filter((name) => !readsAny(define[name] ?? '', left, define));
    if (free.length === 0) throw new RuleDefect(`{{${left[0]}}} is defined by itself`);
    layers.push(free);
    left = left.filter((name) => !free.includes(name));
  }
  return layers;
}

function columnOf(name: string, member: Member, window: Window): Statement {
  const sql = member.rule.define[name];
  if (sql === undefined) throw new RuleDefect(`{{${name}}} is not defined`);
  const part = snippet(sql, member, window);
  return { ...part, sql: `${part.sql} as ${member.prefix}${name}` };
}

/** A piece of a rule's SQL over those rows, its names expanded. Throws RuleDefect. */
export function snippet(sql: string, member: Member, window: Window): Statement {
  const once = Object.fromEntries((member.rule.once ?? []).map((name) => [name, `${member.prefix}${name}`]));
  return bind(expand(sql, { ...member.rule.define, ...once }), member, window);
}

/** `select …`: SQL pieces under their names, over those rows of the member's relation that meet a condition. Throws RuleDefect. */
export function selection(
  member: Member,
  columns: Readonly<Record<string, string>>,
  condition: string,
  window: Window,
): Statement {
  const list = Object.entries(columns).map(([name, sql]) => {
    const part = snippet(sql, member, window);
    return { ...part, sql: `${part.sql} as "${name}"` };
  });
  const parts = [...list, rowsOf(member.rule.relation, [member], window), snippet(condition, member, window)];
  return joined(parts, (sql) => {
    const [from, where] = sql.splice(-2);
    return `select ${sql.join(', ')} ${from} and (${where})`;
  });
}

/** SQL with its parameters under the member's prefix. Throws RuleDefect for a parameter nobody gives. */
function bind(sql: string, { rule, parameters, prefix }: Member, window: Window): Statement {
  const context: Record<string, string> = { period_from: window.from, period_until: window.until, as_of: window.asOf };
  const bound: Record<string, FactValue | null> = {};
  const renamed = rename(sql, (name) => {
    if (Object.hasOwn(context, name)) return `${name}::timestamp`;
    const value = parameters[name];
    if (value === undefined) throw new RuleDefect(`${rule.kind}: $${name} is no parameter`);
    bound[`${prefix}${name}`] = value;
    return `${prefix}${name}`;
  });
  return { sql: renamed, parameters: bound };
}

/** Runs a statement; what the store refuses is a defect of the rule files that it was made from. Throws RuleDefect. */
export async function ask(
  store: Store,
  { sql, parameters }: Statement,
  kinds: string,
): Promise<Record<string, unknown>[]> {
  try {
    return await store.query(sql, parameters);
  } catch (error) {
    throw new RuleDefect(`${kinds}: ${firstLine(error as Error)}`);
  }
}
