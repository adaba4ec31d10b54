import { ident } from '../../records/sql.ts';
import type { Store } from '../../records/store.ts';
import { RuleDefect } from '../../rules/decide.ts';
import type { AllEvidence } from '../../rules/evidence.ts';
import type { EvidenceRow, Finding } from '../../rules/finding.ts';
import { ask } from '../../rules/statement.ts';

/** What is told of a part of the period beside its rows; inclusive Beijing days. */
type Part = Pick<Finding, 'obligation' | 'kind' | 'verdict'> & { from: string; to: string };

/** All evidence of one part, kept in the store under a name of its own. */
export interface Kept extends Part {
  table: string;
}

/**
 * Keeps all evidence of a check in its store, as a hundred thousand rows are better not held here: `keep` is what
 * `check` is given as `evidenceTo`, `all` what there is then, by obligation in the order in which it came.
 */
export function keepEvidence(store: Store): {
  keep(part: Part, evidence: AllEvidence): Promise<void>;
  all: ReadonlyMap<string, readonly Kept[]>;
} {
  const all = new Map<string, Kept[]>();
  let tables = 0;
  return {
    all,
    async keep({ obligation, kind, verdict, from, to }, evidence) {
      const table = `evidence_of_${tables++}`;
      if ('rows' in evidence) await insert(store, table, evidence.rows);
      else {
        const { sql, parameters } = evidence.statement;
        await ask(store, { sql: `create or replace table ${ident(table)} as ${sql}`, parameters }, kind);
      }
      all.set(obligation, [...(all.get(obligation) ?? []), { obligation, kind, verdict, from, to, table }]);
    },
  };
}

const AT_ONCE = 10_000;

/** Rows that were computed here: whole numbers and truth values stay what they are, all else is text. */
async function insert(store: Store, table: string, rows: readonly EvidenceRow[]): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const types = names.map((name) => typeOf(rows.map((row) => row[name] ?? null)));
  const list = names.map((name, i) => `${ident(name)} ${types[i]}`);
  await store.query(`create or replace table ${ident(table)} (${list.join(', ')})`);
  const shape = JSON.stringify([Object.fromEntries(names.map((name, i) => [name, types[i]]))]);
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    await store.query(
      `insert into ${ident(table)} by name select one.* from (select unnest(from_json($rows, $shape)) as one)`,
      { rows: JSON.stringify(rows.slice(i, i + AT_ONCE)), shape },
    );
  }
}

function typeOf(values: readonly EvidenceRow[string][]): 'BIGINT' | 'BOOLEAN' | 'VARCHAR' {
  const given = values.filter((value) => value !== null);
  if (given.length === 0) return 'VARCHAR';
  if (given.every((value) => typeof value === 'boolean')) return 'BOOLEAN';
  if (given.every((value) => typeof value === 'string')) return 'VARCHAR';
  if (given.every((value) => typeof value === 'number' && Number.isSafeInteger(value))) return 'BIGINT';
  throw new RuleDefect('computed evidence has a column that is neither text nor whole numbers nor truth values');
}
