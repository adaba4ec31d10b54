import type { Verdict } from '../locale/verdicts.ts';
import type { Store } from '../records/store.ts';
import type { EvidenceRow } from './finding.ts';
import { bind, type Case, source, type Window, windowParameters } from './scan.ts';
import { expand } from './sql.ts';

export interface EvidenceFound {
  rows: readonly EvidenceRow[];
  total: number;
}

/** The records behind a verdict: the first `limit` rows in the rule's order, and how many there are. None for a verdict that needs none. */
export async function gatherEvidence(
  store: Store,
  one: Case,
  verdict: Verdict,
  window: Window,
  limit: number,
): Promise<EvidenceFound> {
  const { rule } = one;
  const rows = rule.evidence[verdict];
  if (rows === undefined) return { rows: [], total: 0 };
  const snippet = (sql: string) => bind(expand(sql, rule.define), one, 'e_', window);
  const condition = snippet(rows);
  const columns = Object.entries(rule.evidence.columns ?? {}).map(([name, sql]) => ({ name, ...snippet(sql) }));
  const order = [...(rule.evidence.order ?? ['id'])].map(snippet);
  const parameters = Object.assign(
    { ...windowParameters(window) },
    ...[condition, ...columns, ...order].map((part) => part.parameters),
  );
  const where = `${source(rule.relation)} and (${condition.sql})`;
  const list = ['"table"', 'id', ...columns.map((column) => `${column.sql} as "${column.name}"`)].join(', ');
  const by = order.map((part) => part.sql).join(', ');
  const found = await store.query(`select ${list} ${where} order by ${by} limit ${limit}`, parameters);
  if (found.length < limit) return { rows: found as EvidenceRow[], total: found.length };
  const own = { ...windowParameters(window), ...condition.parameters };
  const [count] = await store.query(`select count(*) as total ${where}`, own);
  return { rows: found as EvidenceRow[], total: Number(count?.total) };
}
