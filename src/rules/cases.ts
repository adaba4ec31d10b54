import type { Contract, Obligation } from '../contract/schema.generated.ts';
import type { Records } from '../records/open.ts';
import type { Rules } from './load.ts';
import { parametersOf, withUnit } from './parameters.ts';
import { ask, selection } from './statement.ts';
import { storeTerms } from './terms.ts';

/** All time: a row is a case of an obligation whatever the period of a statement. */
const always = { from: '1000-01-01 00:00:00', until: '9999-01-01 00:00:00' };

/**
 * The rows that are cases of an obligation at as-of, each with columns of its relation or pieces that its rule defines
 * (`{{due}}`, `{{late}}` …), by name, in the order of their ids: what the verdict rests on, for those who need it row by
 * row. Undefined where no rule file knows the kind. Throws RuleDefect.
 */
export async function casesOf(
  { records, rules, asOf }: { records: Records; rules: Rules; asOf: string },
  contract: Contract,
  obligation: Obligation,
  columns: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>[] | undefined> {
  const rule = rules.byKind.get(obligation.kind);
  if (!rule) return undefined;
  const window = { ...always, asOf };
  await storeTerms(records.store, contract, { from: asOf.slice(0, 10), to: asOf.slice(0, 10), label: '' });
  const parameters = withUnit(parametersOf(contract, obligation, rule, records.supplied));
  const member = { rule, parameters, prefix: 'd_' };
  const query = selection(member, columns, '{{mine}}', window);
  return ask(records.store, { ...query, sql: `${query.sql} order by id` }, obligation.kind);
}
