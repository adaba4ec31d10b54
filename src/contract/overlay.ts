import { isBlank, isLimit, isMap } from './values.ts';

type Named = { id: string };

const isNamed = (value: unknown): value is Named[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isMap(one) && typeof one.id === 'string');

/** A map that is one value is replaced, not mixed with another. */
const isValue = (map: unknown): boolean => isBlank(map) || isLimit(map);

/**
 * The base with changes laid over it: maps key by key; a list of things with ids by their ids, where a new id is added
 * at the end and `null` takes one away; any other list, and every plain value, as a whole. The base is not touched.
 */
export function overlay<T>(base: T, changes: object): T {
  const merged: Record<string, unknown> = { ...(base as object) };
  for (const [key, change] of Object.entries(changes)) {
    merged[key] = laid(merged[key], change);
  }
  return merged as T;
}

function laid(base: unknown, change: unknown): unknown {
  if (!isMap(change) || change.blank === true) return change;
  if (!isNamed(base)) return isMap(base) && !isValue(base) ? overlay(base, change) : change;
  const known = new Set(base.map(({ id }) => id));
  const kept = base.flatMap((one) => {
    const own = change[one.id];
    if (own === null) return [];
    return [isMap(own) ? overlay(one, own) : one];
  });
  const added = Object.entries(change).filter(([id, own]) => !known.has(id) && isMap(own));
  return [...kept, ...added.map(([id, own]) => ({ id, ...(own as object) }))];
}
