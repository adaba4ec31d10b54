import { stop } from '../problem.ts';
import { simulatorOf } from './kinds.ts';
import { random } from './random.ts';
import type { Duty, World } from './world.ts';

/** Which obligations are to be broken. */
export interface Wanted {
  ids: readonly string[];
  wrongBill: boolean;
  /** The duty with the month in which it is broken, if it is wanted and possible under all of its readings. */
  plant(duty: Duty): Duty;
}

const words = ['default', 'all', 'none', 'bill'];

/**
 * `default` breaks about a third of the obligations and overcharges one bill; `all` breaks what can be broken; else
 * the list names ids or kinds, and `bill` for the overcharged bill. Throws Stop for an id that cannot be simulated.
 */
export function choose(duties: readonly Duty[], world: World, breaches: readonly string[]): Wanted {
  const ids = duties.map(({ obligation }) => obligation.id);
  const kinds = new Set(duties.map(({ obligation }) => obligation.kind));
  const named = [...new Set([...words, ...ids, ...kinds])];
  const unknown = breaches.find((name) => !named.includes(name));
  if (unknown !== undefined) {
    stop('flag-invalid', { flag: '--breaches', value: unknown, expected: named.join(', ') });
  }
  const possible = duties.filter((duty) => openings(duty, world).length > 0).map(({ obligation }) => obligation.id);
  const chosen = breaches.includes('all')
    ? possible
    : breaches.includes('default')
      ? third(possible, world)
      : duties.flatMap(({ obligation: { id, kind } }) =>
          breaches.includes(id) || breaches.includes(kind) ? [id] : [],
        );
  return {
    ids: chosen,
    wrongBill: breaches.some((word) => ['default', 'all', 'bill'].includes(word)),
    plant(duty) {
      const open = chosen.includes(duty.obligation.id) ? openings(duty, world) : [];
      if (open.length === 0) return duty;
      return { ...duty, broken: random(world.seed, `breach/${duty.obligation.id}`).pick(open) };
    },
  };
}

/** The months in which an obligation can be broken under each of its readings. */
function openings(duty: Duty, world: World): string[] {
  const months = world.months.map(({ label }) => label);
  const simulator = simulatorOf(duty.obligation.kind);
  const each = duty.readings.map((parameters) => simulator?.openings(parameters, duty, world) ?? []);
  return months.filter((month) => each.every((open) => open.includes(month)));
}

/** A third, at least one, by the seed; in the contract's order. */
function third(ids: readonly string[], world: World): string[] {
  const rng = random(world.seed, 'breaches');
  const left = [...ids];
  const taken = new Set<string>();
  for (let n = Math.max(1, Math.round(ids.length / 3)); n > 0 && left.length > 0; n--) {
    taken.add(left.splice(rng.int(0, left.length - 1), 1)[0] ?? '');
  }
  return ids.filter((id) => taken.has(id));
}
