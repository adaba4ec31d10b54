import { groupBy } from '../group.ts';
import type { Text } from '../locale/text.ts';
import type { Values } from './facts/evaluate.ts';

/** A place at which a rule holds. */
export interface Hit {
  clause: string | undefined;
  pointer: string;
  facts: Values;
}

/**
 * One hit where the same stands in one clause against each party: of all facts only `party` and the place differ. It is
 * at the first place, and its `party` names both.
 */
export function joined(hits: readonly Hit[]): Hit[] {
  return [...groupBy(hits, cause).values()].flatMap((group) => {
    const parties = new Map(group.map(({ facts }) => [JSON.stringify(facts.party), facts.party as Text | undefined]));
    const [first] = group;
    return first && parties.size > 1
      ? [{ ...first, facts: { ...first.facts, party: named([...parties.values()]) } }]
      : group;
  });
}

function cause({ clause, pointer, facts }: Hit): string {
  const { party, steps: _, key: __, index: ___, ...rest } = facts;
  return JSON.stringify(party === undefined ? [clause, pointer] : [clause, rest]);
}

const named = (parties: readonly (Text | undefined)[]): Text => ({
  zh: parties.map((party) => party?.zh).join('和'),
  en: parties.map((party) => party?.en).join(' and '),
});
