import type { Amendment, Contract } from '../contract/schema.generated.ts';
import type { Fields } from '../contract/values.ts';
import { amended, inOrder } from '../contract/versions.ts';
import type { Change, Meaning, Trail } from './change.ts';
import { effectOf, percentOf, ruleFor } from './effect.ts';
import { helpedBy } from './helps.ts';
import { pathOf } from './path.ts';
import type { DiffRules } from './rules.ts';
import { ownOfReading, type Spot, spotOf, underEachReading } from './spot.ts';
import { differences } from './walk.ts';

/** All that changed from one contract to another, in the order of the first, with what it means in law. */
export function diff(before: Contract, after: Contract, rules: DiffRules): Change[] {
  return differences(before as unknown as Fields, after as unknown as Fields).flatMap((trail) =>
    isIdleOrder(trail) ? [] : [changeOf(trail, before, after, rules)],
  );
}

/** Another reading comes first, where the order of readings says nothing: only of a charge without a preferred one it does. */
function isIdleOrder(trail: Trail): boolean {
  const [last, holder] = [trail.at(-1), trail.at(-2)];
  if (last?.name !== 'readings' || !Array.isArray(last.before) || !Array.isArray(last.after)) return false;
  const isPreferred = [holder?.before, holder?.after].some((one) => (one as Fields | undefined)?.prefer !== undefined);
  return trail[0]?.name !== 'charges' || isPreferred;
}

function changeOf(trail: Trail, before: Contract, after: Contract, rules: DiffRules): Change {
  const path = pathOf(trail, after);
  const own = ownOfReading(trail);
  const spot = own?.spot ?? spotOf(trail);
  const means = (where: Spot): Meaning => meaningOf(where, path, trail, after, rules);
  const readings = own ? [] : (underEachReading(trail) ?? []).map((one) => ({ ...one, meaning: means(one.spot) }));
  return {
    ...{ trail, path, before: spot.before, after: spot.after },
    meaning: own || !underEachReading(trail) ? means(spot) : overall(readings, path, means(spot)),
    ...(own && { reading: own.reading }),
    readings: readings.map(({ reading, meaning }) => ({ reading, meaning })),
    effects: amendmentEffects(trail, before, after, rules),
  };
}

/** One meaning for all readings, where they agree; where each has a term of its own instead, the printed one is idle. */
function overall(readings: readonly { meaning: Meaning }[], path: readonly string[], asPrinted: Meaning): Meaning {
  const [first] = readings;
  // The printed late fee rules unless a reading is preferred.
  if (!first) return path[0] === 'settlement' ? asPrinted : { effect: 'restated', helps: null, legal: false };
  if (readings.every(({ meaning }) => meaning.effect === first.meaning.effect)) return first.meaning;
  return { effect: 'by-reading', helps: null, legal: readings.some(({ meaning }) => meaning.legal) };
}

function meaningOf(spot: Spot, path: readonly string[], trail: Trail, contract: Contract, rules: DiffRules): Meaning {
  const rule = ruleFor(rules.rulesOf(path), spot);
  const effect = rule?.first ?? effectOf(rule, spot, rules);
  const known = rules.effects[effect];
  if (!known) throw new RangeError(`rules/diff: no effect ${effect}`);
  const percent = percentOf(rule, spot);
  const helps = helpedBy(known, rule, trail, contract);
  return { effect, helps, legal: known.legal ?? true, ...(percent !== undefined && { percent }) };
}

/** Of an amendment that came, or went, what it changes in the terms that are in force before it, or brings back. */
function amendmentEffects(trail: Trail, before: Contract, after: Contract, rules: DiffRules): Change[] {
  const [list, item] = trail;
  if (list?.name !== 'amendments' || trail.length !== 2 || !item) return [];
  const [whole, one] = (item.after ? [after, item.after] : [before, item.before]) as [Contract, Amendment];
  const all = inOrder(whole);
  const earlier = amended(whole, all.slice(0, all.indexOf(one)));
  const later = amended(earlier, [one]);
  return item.after ? diff(earlier, later, rules) : diff(later, earlier, rules);
}
