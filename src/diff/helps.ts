import type { Contract } from '../contract/schema.generated.ts';
import { type Fields, isMap } from '../contract/values.ts';
import type { Meaning, Trail } from './change.ts';
import type { Effect, KeyRule } from './rules.ts';

/** Whom an effect helps, where it is one side: of a duty its bearer or the other side, of a right its holder or not. */
export function helpedBy(
  { helps }: Effect,
  rule: KeyRule | undefined,
  trail: Trail,
  contract: Contract,
): Meaning['helps'] {
  switch (helps) {
    case 'customer':
    case 'carrier':
      return helps;
    case 'bearer':
      return side(rule?.for ?? bearerOf(trail, contract));
    case 'other':
      return opponentOf(rule?.for ?? bearerOf(trail, contract));
    case 'holder':
      return side(holderOf(trail));
    case 'opponent':
      return opponentOf(holderOf(trail));
    case 'none':
      return null;
  }
}

const side = (party: unknown): Meaning['helps'] => (party === 'customer' || party === 'carrier' ? party : null);

const opponentOf = (party: unknown): Meaning['helps'] =>
  party === 'customer' ? 'carrier' : party === 'carrier' ? 'customer' : null;

/** Who bears the obligation that a change is about; undefined where the two sides differ in that. */
function bearerOf(trail: Trail, { obligations }: Contract): unknown {
  const [list, item] = trail;
  if (list?.name === 'obligations' && item) return agreed(item.before, item.after, 'bearer');
  const id =
    list?.name === 'waivers' && item
      ? agreed(item.before, item.after, 'obligation')
      : trail[3]?.name === 'obligations'
        ? trail[4]?.name
        : undefined;
  return obligations.find((one) => one.id === id)?.bearer;
}

/** Whose the right or the limit is: the `party` nearest to the change. */
function holderOf(trail: Trail): unknown {
  const step = trail.findLast(({ before, after }) => (isMap(before) && before.party) || (isMap(after) && after.party));
  return step && agreed(step.before, step.after, 'party');
}

function agreed(before: unknown, after: unknown, key: string): unknown {
  const [was, is] = [before ?? after, after ?? before].map((one) => (isMap(one) ? (one as Fields)[key] : undefined));
  return was === is ? is : undefined;
}
