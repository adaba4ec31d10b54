import { isBlank, isLimit } from '../contract/values.ts';
import { compare, decimal, divide, multiply, plain, subtract } from '../money.ts';
import { directionOf } from './direction.ts';
import type { DiffRules, KeyRule } from './rules.ts';
import type { Spot } from './spot.ts';
import { canonical, isNumber, isText } from './values.ts';

/** The rule whose conditions hold on both sides, of those for one place. */
export const ruleFor = (rules: readonly KeyRule[], { beside }: Spot): KeyRule | undefined =>
  rules.find(({ when = {} }) =>
    Object.entries(when).every(([key, value]) => beside.before[key] === value && beside.after[key] === value),
  );

/** What a change does in law, as the rule for its key says: an effect of rules/diff/effects.yaml. */
export function effectOf(rule: KeyRule | undefined, spot: Spot, { effects }: DiffRules): string {
  const { before, after, beside } = spot;
  const opposite = (effect: string) => effects[effect]?.opposite ?? effect;
  const gone = (effect: string) => (after === undefined ? opposite(effect) : effect);
  const isOneSided = before === undefined || after === undefined;
  if (isBlank(before) && isBlank(after)) return 'wording';
  // The contract is Chinese: a text in other English says the same.
  if (isText(before) && isText(after) && before.zh === after.zh) return 'wording';
  if (!isOneSided && isBlank(before)) return 'blank-filled';
  if (!isOneSided && isBlank(after)) return 'blanked';
  const onMore = rule?.larger ?? rule?.more ?? rule?.wider;
  const direction = rule && onMore !== undefined ? directionOf(rule, before, after, beside) : undefined;
  if (onMore !== undefined && direction !== undefined) {
    return direction === 'same' ? 'restated' : direction === 'more' ? onMore : opposite(onMore);
  }
  if (canonical(before ?? rule?.default) === canonical(after ?? rule?.default)) return 'restated';
  const changed = rule?.changed ?? 'changed';
  if (isOneSided) return gone(rule?.added ?? (changed === 'changed' ? 'added' : changed));
  return isLimit(before) && isLimit(after) ? 'unit-changed' : changed;
}

/** By how much an amount rises, in percent of what it was; undefined where it is no amount, or was nothing. */
export function percentOf(rule: KeyRule | undefined, { before, after }: Spot): string | undefined {
  if (rule?.unit !== 'yuan' || !isNumber(before) || !isNumber(after)) return undefined;
  const [was, is] = [decimal(before), decimal(after)];
  if (was.units === 0n || compare(was, is) === 0) return undefined;
  return plain(divide(multiply(subtract(is, was), decimal(100)), was, 2));
}
