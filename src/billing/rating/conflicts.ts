import type { Contract, Text } from '../../contract/schema.generated.ts';
import { conflictsOf, effectiveDay, inOrder } from '../../contract/versions.ts';

/** A charge of which nobody can say what was agreed: two amendments of one day change it. */
export interface Conflict {
  id: string;
  from: string;
  /** The day on which a later amendment says what holds; undefined where none does. */
  until: string | undefined;
  reason: Text;
}

export function conflicts(contract: Contract): Conflict[] {
  return conflictsOf(contract).flatMap(({ one, other, term }) => {
    const [list, id] = term.split('.');
    if (list !== 'charges' || id === undefined) return [];
    const reason = {
      zh: `补充协议 ${other.id} 和 ${one.id} 同日生效，都改了这项费用，以哪一份为准不明：不计费`,
      en: `Amendments ${other.id} and ${one.id} take effect on one day and both change this charge; which of them stands is unknown: not billed`,
    };
    const from = effectiveDay(one, contract);
    return [{ id, from, until: settled(term, from, contract), reason }];
  });
}

/** The day after `from` on which an amendment states the term itself, or what it is part of, anew. */
function settled(term: string, from: string, contract: Contract): string | undefined {
  const states = inOrder(contract).find(
    (one) => effectiveDay(one, contract) > from && has(one.changes, term.split('.')),
  );
  return states && effectiveDay(states, contract);
}

function has(changes: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined || changes === null) return true;
  return typeof changes === 'object' && key in changes && has((changes as Record<string, unknown>)[key], rest);
}

/** The contract in which no disputed amendment takes a charge away: it stays there to be said of that it is disputed. */
export function keptDisputed(contract: Contract): Contract {
  const disputed = conflicts(contract);
  const amendments = contract.amendments?.map((one) => {
    const own = disputed.filter(({ from }) => from === effectiveDay(one, contract)).map(({ id }) => id);
    const charges = Object.entries(one.changes.charges ?? {}).filter(([id, to]) => to !== null || !own.includes(id));
    return { ...one, changes: { ...one.changes, charges: Object.fromEntries(charges) } };
  });
  return disputed.length === 0 || !amendments ? contract : { ...contract, amendments };
}
