import { accepted } from '../../../src/intake/extract.ts';
import type { Draft } from './import.ts';

/** How a mutation was met: as expected; wrong but on the review list; not read (absent or blank); wrong and accepted. */
export type Verdict = 'exact' | 'noticed' | 'missing' | 'silent';

export interface Difference {
  path: string;
  expected: string | undefined;
  actual: string | undefined;
  verdict: Verdict;
}

/** What a draft says otherwise than it should. */
export function differences(expected: Draft, actual: Draft): Difference[] {
  const paths = new Set([...expected.data.keys(), ...actual.data.keys()]);
  const all = [...paths].flatMap((path): Difference[] => {
    const [wanted, got] = [expected.data.get(path), actual.data.get(path)];
    if (wanted !== got) return [{ path, expected: wanted, actual: got, verdict: seen(actual, path, got) }];
    // What a person should be shown must not be accepted.
    const [doubted, shown] = [isDoubted(expected, path), isDoubted(actual, path)];
    if (!doubted || shown) return [];
    const conflict = expected.understood.conflicts.find((one) => one.path === (expected.paths.get(path) ?? path));
    // The other place that says otherwise was not read: what is accepted is what the first place says.
    return [{ path, expected: `${wanted} in doubt`, actual: got, verdict: conflict ? 'missing' : 'silent' }];
  });
  const holes = unfilledIn(actual);
  for (const hole of unfilledIn(expected))
    if (!holes.includes(hole)) all.push({ path: hole, expected: 'unfilled', actual: undefined, verdict: 'missing' });
  // Where the paper says the same in two places, either may be named.
  if (all.every(({ path }) => /\.(?:clause|title|for)$/.test(path))) return [];
  // What no rule reads follows from what rules read: where a person is shown the one, the other comes with it.
  const told = all.some(({ verdict }) => verdict === 'noticed' || verdict === 'missing');
  const derived = ({ path }: Difference): boolean => !actual.understood.leaves.has(actual.paths.get(path) ?? path);
  return all.map((one) => (told && one.verdict === 'silent' && derived(one) ? { ...one, verdict: 'noticed' } : one));
}

function seen(draft: Draft, path: string, got: string | undefined): Verdict {
  if (isDoubted(draft, path)) return 'noticed';
  return got === undefined ? 'missing' : 'silent';
}

/** On the review list: not sure, contradicted, from the template, or a blank of the paper. */
function isDoubted({ understood: { leaves, conflicts }, defaults, data, paths }: Draft, name: string): boolean {
  const path = paths.get(name) ?? name;
  const leaf = leaves.get(path);
  const unsure = leaf !== undefined && leaf.found.sure < accepted;
  return unsure || conflicts.some((one) => one.path === path) || defaults.has(path) || isBlank(data.get(name));
}

/** What a blank of the paper kept out of the draft. */
const unfilledIn = ({ understood: { unfilled } }: Draft): string[] =>
  unfilled.map(({ put, clause }) => `${put.join('.')}@${clause.ref}`);

const isBlank = (json: string | undefined): boolean => json?.startsWith('{"blank":true') ?? false;

const order: readonly Verdict[] = ['silent', 'noticed', 'missing'];
export const verdictOf = (all: readonly Difference[]): Verdict =>
  order.find((verdict) => all.some((one) => one.verdict === verdict)) ?? 'exact';
