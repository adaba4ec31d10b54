import type { Store } from '../records/store.ts';
import { RuleDefect } from './decide.ts';
import { ask, type Case, joined, rowsOf, type Statement, snippet, type Window } from './statement.ts';

/** A statement as it is put to the store: what it reads, and how many cases it answers. */
export interface Scan extends Statement {
  relation: string;
  cases: number;
}

/** The facts of every case, in order: one statement, and so one scan, for each relation however many cases read it. */
export async function gatherFacts(
  store: Store,
  cases: readonly Case[],
  window: Window,
  trace: (scan: Scan) => void = () => {},
): Promise<Record<string, number>[]> {
  const byRelation = new Map<string, number[]>();
  cases.forEach(({ rule }, i) => {
    const key = JSON.stringify(rule.relation);
    byRelation.set(key, [...(byRelation.get(key) ?? []), i]);
  });
  const facts: Record<string, number>[] = cases.map(() => ({}));
  for (const indexes of byRelation.values()) {
    const statement = fuse(cases, indexes, window);
    trace({ ...statement, relation: cases[indexes[0] ?? 0]?.rule.relation?.name ?? '', cases: indexes.length });
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

function fuse(cases: readonly Case[], indexes: readonly number[], window: Window): Statement {
  const members = indexes.flatMap((i) => (cases[i] ? [{ ...cases[i], prefix: `c${i}_` }] : []));
  const measures = members.flatMap((member) =>
    Object.entries(member.rule.measures).map(([name, sql]) => {
      const part = snippet(sql, member, window);
      return { ...part, sql: `${part.sql} as ${member.prefix}${name}` };
    }),
  );
  return joined([...measures, rowsOf(members, window)], (sql) => {
    const from = sql.pop();
    return `select\n  ${sql.join(',\n  ')}\n${from}`;
  });
}

/** Facts are whole numbers; anything else would be compared inexactly. Throws RuleDefect. */
function exact(value: unknown, name: string): number {
  const number = typeof value === 'string' || typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw new RuleDefect(`the measure "${name}" is no whole number: ${String(value)}`);
  }
  return number;
}
