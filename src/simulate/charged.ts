import type { Contract } from '../contract/schema.generated.ts';
import { inForce, stated } from '../contract/term.ts';

/** The term; where the paper leaves its first day blank, from the first day that is charged. Undefined where it has neither. */
export function chargedTerm(contract: Contract): { from: string; to: string } | undefined {
  const { to } = inForce(contract);
  const [charged] = contract.charges.flatMap((charge) => charge.from ?? []).sort();
  const from = stated(contract.term.from) ?? charged;
  return from === undefined ? undefined : { from, to };
}
