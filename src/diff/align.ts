import type { Fields } from '../contract/values.ts';
import { canonical } from './values.ts';

/** Places of one thing in two lists; undefined where it is not there. */
export type Pair = readonly [before: number | undefined, after: number | undefined];

/** What names a thing among its like: its id, its clause reference, or the clause with what it is about. */
function namesOf(thing: Fields): readonly string[] {
  if (thing.id !== undefined) return ['id'];
  return thing.ref !== undefined ? ['ref'] : ['clause', 'kind', 'method', 'party'];
}

const nameOf = (thing: Fields): string => canonical(namesOf(thing).map((key) => `${key} ${String(thing[key])}`));

/** All but its name. */
function rest(thing: Fields): string {
  const names = namesOf(thing);
  return canonical(Object.fromEntries(Object.entries(thing).filter(([key]) => !names.includes(key))));
}

/** At least half of the keys that either has say the same. */
function alike(a: Fields, b: Fields): boolean {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const same = keys.filter((key) => key in a && key in b && canonical(a[key]) === canonical(b[key]));
  return same.length * 2 >= keys.length;
}

/**
 * The things of two lists side by side, wherever they stand: by name; else all the same but the name; and where a thing
 * has no id, at least half the same. In the order of the first list, then what the second adds.
 */
export function align(before: readonly Fields[], after: readonly Fields[]): Pair[] {
  const partner = new Map<number, number>();
  // What stands at its old place is found at once.
  for (const [i, one] of before.entries()) if (one === after[i]) partner.set(i, i);
  let left = [...before.keys()].filter((i) => !partner.has(i));
  const open = [...after.keys()].filter((j) => !partner.has(j));
  const match = (fits: (a: Fields, b: Fields) => boolean) => {
    left = left.filter((i) => {
      const at = open.findIndex((j) => fits(before[i] as Fields, after[j] as Fields));
      if (at >= 0) partner.set(i, open.splice(at, 1)[0] as number);
      return at < 0;
    });
  };
  const [name, other] = [onceEach(nameOf), onceEach(rest)];
  const isTwice = (names: readonly string[]) => new Set(names).size < names.length;
  const hasNamesakes =
    isTwice(left.map((i) => name(before[i] as Fields))) || isTwice(open.map((j) => name(after[j] as Fields)));
  match((a, b) => a === b);
  // Of namesakes the equal ones first.
  if (hasNamesakes) match((a, b) => name(a) === name(b) && canonical(a) === canonical(b));
  match((a, b) => name(a) === name(b));
  match((a, b) => other(a) === other(b));
  match((a, b) => a.id === undefined && a.ref === undefined && alike(a, b));
  const kept = before.map((_, i): Pair => [i, partner.get(i)]);
  return [...kept, ...open.map((j): Pair => [undefined, j])];
}

/** The same function, that works each thing out once. */
function onceEach(tell: (thing: Fields) => string): (thing: Fields) => string {
  const known = new Map<Fields, string>();
  return (thing) => {
    const told = known.get(thing) ?? tell(thing);
    known.set(thing, told);
    return told;
  };
}
