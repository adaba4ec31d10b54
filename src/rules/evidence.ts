import type { Store } from '../records/store.ts';
import type { EvidenceRow } from './finding.ts';
import { ask, type Case, joined, type Member, rowsOf, type Statement, snippet, type Window } from './statement.ts';

export interface EvidenceFound {
  rows: readonly EvidenceRow[];
  total: number;
}

/** All evidence of a finding: a statement to put to the store that gives its rows, or the rows where they were computed. */
export type AllEvidence = { statement: Statement } | { rows: readonly EvidenceRow[] };

/** The rows that meet an SQL condition, with the rule's columns: the first `limit` in the rule's order, and how many there are. */
export async function gatherEvidence(
  store: Store,
  one: Case,
  rows: string | undefined,
  window: Window,
  limit: number,
): Promise<EvidenceFound> {
  if (rows === undefined) return { rows: [], total: 0 };
  const { sql, parameters } = evidenceStatement(one, rows, window);
  const page = { sql: `${sql} limit ${limit}`, parameters };
  const found = (await ask(store, page, one.rule.kind)) as EvidenceRow[];
  if (found.length < limit) return { rows: found, total: found.length };
  const from = source(one, rows, window);
  const [count] = await store.query(`select count(*) as total ${from.sql}`, from.parameters);
  return { rows: found, total: Number(count?.total) };
}

/**
 * The rows that meet an SQL condition, with the rule's columns, in the rule's order; where that leaves two rows equal, by
 * table, id and columns, so that the order is always the same.
 */
export function evidenceStatement(one: Case, rows: string, window: Window): Statement {
  const { evidence } = one.rule;
  const of = (sql: string) => snippet(sql, memberOf(one), window);
  const columns = Object.entries(evidence.columns ?? {}).map(([name, sql]) => {
    const part = of(sql);
    return { ...part, sql: `${part.sql} as "${name}"` };
  });
  const list = joined(columns, (sql) => ['"table"', 'id', ...sql].join(', '));
  const places = [...columns.keys(), columns.length, columns.length + 1].map((i) => String(i + 1));
  const order = joined((evidence.order ?? ['id']).map(of), (sql) => [...sql, ...places].join(', '));
  return joined(
    [list, source(one, rows, window), order],
    ([what, from, by]) => `select ${what} ${from} order by ${by}`,
  );
}

const memberOf = (one: Case): Member => ({ ...one, prefix: 'e_' });

/** `from … where …`: the rows of the relation that meet the condition. */
function source(one: Case, rows: string, window: Window): Statement {
  const member = memberOf(one);
  return joined(
    [rowsOf(one.rule.relation, [member], window), snippet(rows, member, window)],
    ([from, condition]) => `${from} and (${condition})`,
  );
}
