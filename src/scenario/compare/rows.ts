import type { Anomaly } from '../../rules/anomalies.ts';
import type { Right } from '../../rules/rights.ts';
import { type Difference, differ } from './differ.ts';

/** The rows of each anomaly, or of each right, by its name; one that nobody expected is a difference too. */
export function compareRows(
  what: 'anomalies' | 'rights',
  expected: Readonly<Record<string, readonly string[]>>,
  actual: readonly (Pick<Anomaly, 'anomaly' | 'rows'> | Pick<Right, 'right' | 'rows'>)[],
  above = '/expect',
): Difference[] {
  const named = actual.map((one) => ({ name: 'right' in one ? one.right : one.anomaly, rows: one.rows }));
  const names = [...new Set([...Object.keys(expected), ...named.map(({ name }) => name)])].sort();
  return names.flatMap((name) => {
    const found = named.filter((one) => one.name === name);
    const ids = found.flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted();
    const at = expected[name] ? `${above}/${what}/${name}` : `${above}/${what}`;
    return differ(at, name, (expected[name] ?? []).toSorted().join(', ') || 'none', ids.join(', ') || 'none');
  });
}
