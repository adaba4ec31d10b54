import type { Obligation } from '../contract/schema.generated.ts';
import { decimal, yuan } from '../money.ts';
import type { Store } from '../records/store.ts';
import { RuleDefect } from './decide.ts';
import type { EvidenceRow, Remedy, Shown } from './finding.ts';

type Agreed = NonNullable<Obligation['remedies']>[number];

/**
 * What a breach entitles to by as-of. A right that arises only so long after the time for performance (`after`) is
 * there from then on, and only while a case is still open; one without that, at once; one that hangs on a fact (`if`)
 * only where that is not zero. `from` is the Beijing instant up to which it has not arisen. Throws RuleDefect for a fact
 * that there is not.
 */
export async function remediesOf(
  { remedies = [], kind: ofKind }: Obligation,
  facts: Shown,
  evidence: readonly EvidenceRow[],
  store: Store,
  asOf: string,
): Promise<Remedy[]> {
  const found: Remedy[] = [];
  for (const remedy of remedies) {
    const { kind, party, clause, text, amount, after } = remedy;
    if (remedy.if !== undefined) {
      const fact = facts[remedy.if];
      if (typeof fact !== 'number')
        throw new RuleDefect(`${ofKind}: the remedy of ${clause} hangs on ${remedy.if}, no fact`);
      if (fact === 0) continue;
    }
    const plain = {
      kind,
      party,
      clause,
      text,
      amount: amount === undefined ? null : yuan(decimal(amount)),
    };
    const from = after && (await arises(after, evidence, store));
    if (!after || !evidence.some((row) => 'due_at' in row)) found.push(plain);
    else if (from && from < asOf) found.push({ ...plain, from });
  }
  return found;
}

/** So long after the earliest time for performance that passed and is still not met; undefined where there is none. */
async function arises(
  after: NonNullable<Agreed['after']>,
  evidence: readonly EvidenceRow[],
  store: Store,
): Promise<string | undefined> {
  const open = evidence.flatMap(({ due_at: due, done_at: done }) => (due && !done ? [String(due)] : [])).sort();
  const [first] = open;
  const [unit = '', n = 0] = Object.entries(after)[0] ?? [];
  if (first === undefined) return undefined;
  // A last day ends at midnight, which is the first instant of the next: counted is the day that ended.
  const [row] = await store.query(
    `select deadline($due::timestamp - interval 1 microsecond, $unit, $n::bigint) as at`,
    { due: first, unit, n: Number(n) },
  );
  return row?.at === null || row?.at === undefined ? undefined : String(row.at);
}
