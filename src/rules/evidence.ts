import type { Store } from '../records/store.ts';
import type { EvidenceRow } from './finding.ts';
import { ask, type Case, joined, type Member, rowsOf, snippet, type Window } from './statement.ts';

export interface EvidenceFound {
  rows: readonly EvidenceRow[];
  total: number;
}

/** The rows that meet an SQL condition, with the rule's columns: the first `limit` in the rule's order, and how many there are. */
export async function gatherEvidence(
  store: Store,
  one: Case,
  rows: string | undefined,
  window: Window,
  limit: number,
): Promise<EvidenceFound> {
  const { evidence } = one.rule;
  if (rows === undefined) return { rows: [], total: 0 };
  const member: Member = { ...one, prefix: 'e_' };
  const of = (sql: string) => snippet(sql, member, window);
  const from = joined(
    [rowsOf(one.rule.relation, [member], window), of(rows)],
    ([source, condition]) => `${source} and (${condition})`,
  );
  const columns = Object.entries(evidence.columns ?? {}).map(([name, sql]) => {
    const part = of(sql);
    return { ...part, sql: `${part.sql} as "${name}"` };
  });
  const list = joined(columns, (sql) => ['"table"', 'id', ...sql].join(', '));
  const order = joined((evidence.order ?? ['id']).map(of), (sql) => sql.join(', '));
  const page = joined(
    [list, from, order],
    ([what, where, by]) => `select ${what} ${where} order by ${by} limit ${limit}`,
  );
  const found = (await ask(store, page, one.rule.kind)) as EvidenceRow[];
  if (found.length < limit) return { rows: found, total: found.length };
  const [count] = await store.query(`select count(*) as total ${from.sql}`, from.parameters);
  return { rows: found, total: Number(count?.total) };
}
