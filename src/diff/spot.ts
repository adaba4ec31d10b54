import { type Fields, isMap } from '../contract/values.ts';
import type { Step, Trail } from './change.ts';
import { isThings } from './values.ts';

/** A term on both sides, with the terms beside it. */
export interface Spot {
  before: unknown;
  after: unknown;
  beside: { before: Fields; after: Fields };
}

type Sided<T> = { before: T; after: T };

/** What a clause is under a reading: its terms, and over them those that the reading changes. */
const underReading = (holder: Fields, reading: Fields | undefined): Fields => ({
  ...(isMap(holder.parameters) ? holder.parameters : holder),
  ...(isMap(reading?.parameters) ? reading.parameters : {}),
});

/** A term as it stands. */
export function spotOf(trail: Trail): Spot {
  const { before, after } = trail.at(-1) as Step;
  const parent = trail.at(-2);
  return { before, after, beside: { before: fields(parent?.before), after: fields(parent?.after) } };
}

/** A term that a reading has of its own, which without it is that of its clause; undefined where it is none. */
export function ownOfReading(trail: Trail): { spot: Spot; reading: Fields } | undefined {
  const at = trail.findIndex(({ name }) => name === 'readings');
  const [holder, reading] = [trail[at - 1], trail[at + 1]];
  if (at < 0 || !holder || !reading || trail[at + 2]?.name !== 'parameters' || trail.length < at + 4) return undefined;
  const root = (side: keyof Sided<unknown>) => underReading(fields(holder[side]), fields(reading[side]));
  const spot = spotIn({ before: root('before'), after: root('after') }, trail.slice(at + 3));
  return { spot, reading: fields(reading.after ?? reading.before) };
}

/** The term under each reading of its clause that both sides know, but for those that have a term of their own instead. */
export function underEachReading(trail: Trail): { reading: Fields; spot: Spot }[] | undefined {
  const at = trail.findIndex(({ before, after }) => isRead(before) && isRead(after));
  const holder = trail[at];
  const inside = trail.slice(at + 1);
  const steps = isMap(fields(holder?.after).parameters) ? inside.slice(1) : inside;
  const isTerm = steps.length < inside.length ? inside[0]?.name === 'parameters' : true;
  if (!holder || !isTerm || steps.length === 0 || aside.has(steps[0]?.name ?? '')) return undefined;
  const all = { before: readingsOf(holder.before), after: readingsOf(holder.after) };
  return all.after.flatMap((reading) => {
    const earlier = all.before.find(({ id }) => id === reading.id);
    if (!earlier) return [];
    const root = {
      before: underReading(fields(holder.before), earlier),
      after: underReading(fields(holder.after), reading),
    };
    const key = steps[0]?.name ?? '';
    const isOwn = key in fields(earlier.parameters) && key in fields(reading.parameters);
    return isOwn ? [] : [{ reading, spot: spotIn(root, steps) }];
  });
}

/** Of a clause, what is no term. */
const aside: ReadonlySet<string> = new Set(['id', 'clause', 'title', 'note', 'readings', 'prefer', 'model', 'service']);

const isRead = (value: unknown): boolean => isMap(value) && isThings(value.readings);
const readingsOf = (value: unknown): Fields[] => fields(value).readings as Fields[];
const fields = (value: unknown): Fields => (isMap(value) ? value : {});

function spotIn(root: Sided<Fields>, steps: Trail): Spot {
  const follow = (side: keyof Sided<unknown>, path: Trail) =>
    path.reduce<unknown>((at, { key, name }) => (at as Fields | undefined)?.[key[side] ?? name], root[side]);
  const parent = steps.slice(0, -1);
  return {
    before: follow('before', steps),
    after: follow('after', steps),
    beside: { before: fields(follow('before', parent)), after: fields(follow('after', parent)) },
  };
}
