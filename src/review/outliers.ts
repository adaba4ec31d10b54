import type { Contract } from '../contract/schema.generated.ts';
import { loadReviewRules } from './load.ts';
import { type Defect, defectsIn } from './review.ts';
import type { Expression, ReviewRule } from './rule.ts';

/** The review rules that compare, read once. */
let comparing: readonly ReviewRule[] | undefined;

/**
 * Where a contract's terms stand out from those of the others, by the review rules that compare; `asOf` is a Beijing
 * day. Throws like `loadReviewRules` and `defectsIn`.
 */
export async function outliersIn(contract: Contract, others: readonly Contract[], asOf: string): Promise<Defect[]> {
  comparing ??= loadReviewRules().filter(({ facts }) => Object.values(facts).some(asksOthers));
  return defectsIn(contract, others, asOf, comparing);
}

const asksOthers = (one: Expression): boolean =>
  Array.isArray(one) && (one[0] === 'others' || one.some((inner) => asksOthers(inner)));
