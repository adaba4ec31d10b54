import type { Store } from '../records/store.ts';
import { RuleDefect } from './decide.ts';
import type { Relation } from './rule.ts';
import { ask, type Case, joined, rowsOf, type Statement, snippet, type Window } from './statement.ts';

/** A statement as it is put to the store: what it reads, and how many cases it answers. */
export interface Scan extends Statement {
  relation: string;
  cases: number;
}

/**
 * The facts of every case, in order: one statement, and so one scan, for each relation however many cases read it, and
 * none for a record table that another relation extends.
 */
export async function gatherFacts(
  store: Store,
  cases: readonly Case[],
  window: Window,
  trace: (scan: Scan) => void = () => {},
): Promise<Record<string, number>[]> {
  const facts: Record<string, number>[] = cases.map(() => ({}));
  for (const { relation, indexes } of readings(cases)) {
    const statement = fuse(relation, cases, indexes, window);
    trace({ ...statement, relation: relation?.name ?? '', cases: indexes.length });
    const kinds = [...new Set(indexes.map((i) => cases[i]?.rule.kind))].join(', ');
    const [row] = await ask(store, statement, kinds);
    for (const [column, value] of Object.entries(row ?? {})) {
      const [, index, name] = /^c(\d+)_(.+)$/.exec(column) ?? [];
      const target = facts[Number(index)];
      if (target && name) target[name] = exact(value, name);
    }
  }
  return facts;
}

interface Reading {
  relation: Relation | undefined;
  /** The cases asked of it. */
  indexes: number[];
}

/** Each relation to read, with the cases that it answers: those over a table go where the same rows are read anyway. */
function readings(cases: readonly Case[]): Reading[] {
  const all = cases.map(({ rule }) => rule.relation);
  const found = new Map<string, Reading>();
  for (const [i, own] of all.entries()) {
    const relation = all.find((other) => own && other && isExtended(own, other)) ?? own;
    const key = JSON.stringify(relation);
    const reading = found.get(key) ?? { relation, indexes: [] };
    reading.indexes.push(i);
    found.set(key, reading);
  }
  return [...found.values()];
}

/** Does `other` hold the rows of the table that is asked, under the same clock? */
const isExtended = ({ name, sql, time, ahead }: Relation, other: Relation): boolean =>
  sql === undefined && other.extends === name && other.time === time && other.ahead === ahead;

function fuse(
  relation: Relation | undefined,
  cases: readonly Case[],
  indexes: readonly number[],
  window: Window,
): Statement {
  const members = indexes.flatMap((i) => (cases[i] ? [{ ...cases[i], prefix: `c${i}_` }] : []));
  const measures = members.flatMap((member) =>
    Object.entries(member.rule.measures).map(([name, sql]) => {
      const part = snippet(sql, member, window);
      return { ...part, sql: `${part.sql} as ${member.prefix}${name}` };
    }),
  );
  return joined([...measures, rowsOf(relation, members, window)], (sql) => {
    const from = sql.pop();
    return `select\n  ${sql.join(',\n  ')}\n${from}`;
  });
}

/** Facts are whole numbers; anything else would be compared inexactly. Throws RuleDefect. */
export function exact(value: unknown, name: string): number {
  const number = typeof value === 'string' || typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw new RuleDefect(`the measure "${name}" is no whole number: ${String(value)}`);
  }
  return number;
}
