import type { Contract } from '../contract/schema.generated.ts';
import type { Text } from '../locale/text.ts';
import type { Records } from '../records/open.ts';
import type { Store } from '../records/store.ts';
import { gatherEvidence } from './evidence.ts';
import type { EvidenceRow, Remedy } from './finding.ts';
import { flat, type Parameters } from './parameters.ts';
import type { Asking, Rule } from './rule.ts';

/** What a file of rules/rights says: rights that hang on no breach, and the rows from which they arise. SQL as in rule files. */
export interface RightRule extends Pick<Rule, 'relation'> {
  /** The term of the contract that gives the rights. */
  of: string;
  needs: readonly string[];
  define?: Rule['define'];
  columns: Record<string, string>;
  order: readonly string[];
  rights: Readonly<
    Record<string, { party: Remedy['party']; since: string; unless: string; given: readonly string[]; means: Text }>
  >;
}

/** A right that has arisen by as-of, with what it arose from. */
export interface Right {
  right: string;
  party: Remedy['party'];
  clause: string;
  means: Text;
  /** Each with `since`, the Beijing instant up to which it had not arisen. */
  rows: readonly EvidenceRow[];
}

const rowsShown = 5;

/** The rights that have arisen by as-of, whenever what they arose from happened. A term that is blank gives none. */
export async function rightsOf(
  rules: readonly RightRule[],
  contract: Contract,
  { store, tables }: Records,
  asOf: string,
): Promise<Right[]> {
  const window = { from: '0001-01-01 00:00:00', until: '9999-12-31 00:00:00', asOf };
  const found: Right[] = [];
  for (const rule of rules) {
    const term = contract[rule.of as keyof Contract] as { clause: string } | undefined;
    if (!term || !rule.needs.every((table) => tables.get(table)?.present)) continue;
    if (!(await happened(rule, store))) continue;
    const parameters: Parameters = { ...flat(term), notice_forms: contract.notices.forms };
    for (const [right, { party, since, unless, given, means }] of Object.entries(rule.rights)) {
      if (!given.every((key) => (parameters[key] ?? null) !== null)) continue;
      const arisen = `{{since}} < $as_of and coalesce((${unless}) > {{since}}, true)`;
      const { rows } = await gatherEvidence(
        store,
        { rule: asking(rule, since), parameters },
        arisen,
        window,
        rowsShown,
      );
      if (rows.length > 0) found.push({ right, party, clause: term.clause, means, rows });
    }
  }
  return found;
}

/** Whether there is anything from which a right might arise: counting time limits is dear, even for no row. */
async function happened({ relation }: RightRule, store: Store): Promise<boolean> {
  const rows = relation?.sql === undefined ? [] : await store.query(`select 1 as one from (${relation.sql}) limit 1`);
  return rows.length > 0;
}

const asking = ({ of, relation, define = {}, columns, order }: RightRule, since: string): Asking => ({
  kind: `rights/${of}`,
  ...(relation && { relation }),
  define: { ...define, since },
  once: ['since'],
  measures: {},
  evidence: { columns: { since: '{{since}}', ...columns }, order },
});
