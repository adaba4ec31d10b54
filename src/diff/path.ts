import type { Contract } from '../contract/schema.generated.ts';
import { type Fields, isMap } from '../contract/values.ts';
import type { Trail } from './change.ts';

const lists = { charges: 'model', services: 'kind', obligations: 'kind' } as const;

/**
 * The path by which schemas and rules know a term: that of an amendment's changes is the one of the term that they
 * change, that of a reading's own terms the one of the term as it stands without readings.
 */
export function pathOf(trail: Trail, contract: Contract): readonly string[] {
  const names = trail.map(({ name }) => name);
  const isChange = names[0] === 'amendments' && names[2] === 'changes' && names.length > 3;
  const path = isChange ? inChanges(trail, contract) : names;
  const at = path.indexOf('readings');
  if (at < 0 || path[at + 2] !== 'parameters' || path.length < at + 4) return path;
  const kept = path[0] === 'obligations' ? ['parameters'] : [];
  return [...path.slice(0, at), ...kept, ...path.slice(at + 3)];
}

/** `amendments`, which one, `changes`, and then the term; of a list the id of the thing. */
function inChanges(trail: Trail, contract: Contract): readonly string[] {
  const [part = '', id, ...rest] = trail.slice(3).map(({ name }) => name);
  const tag = lists[part as keyof typeof lists];
  if (tag === undefined || id === undefined) return [part, ...(id === undefined ? [] : [id]), ...rest];
  const own = contract[part as keyof typeof lists].find((one) => one.id === id) as Fields | undefined;
  const { before, after } = trail[4] ?? {};
  const found = [own, after, before].find((one) => isMap(one) && typeof one[tag] === 'string') as Fields | undefined;
  return [part, found ? String(found[tag]) : '*', ...rest];
}
