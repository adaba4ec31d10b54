import type { Store } from '../records/store.ts';
import type { EvidenceRow } from './finding.ts';
import { ask, type Case, joined, type Member, type Statement, selection, snippet, type Window } from './statement.ts';

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
  const all = selection(memberOf(one), { total: 'count(*)' }, rows, window);
  const [count] = await store.query(all.sql, all.parameters);
  return { rows: found, total: Number(count?.total) };
}

/**
 * The rows that meet an SQL condition, with the rule's columns, in the rule's order; where that leaves two rows equal, by
 * table, id and columns, so that the order is always the same.
 */
export function evidenceStatement(one: Case, rows: string, window: Window): Statement {
  const { evidence } = one.rule;
  const columns = { table: '"table"', id: 'id', ...evidence.columns };
  const order = (evidence.order ?? ['id']).map((sql) => snippet(sql, memberOf(one), window));
  const places = Object.keys(columns).map((_, i) => i + 1);
  return joined([selection(memberOf(one), columns, rows, window), ...order], ([select, ...by]) => {
    return `${select} order by ${[...by, ...places].join(', ')}`;
  });
}

const memberOf = (one: Case): Member => ({ ...one, prefix: 'e_' });
