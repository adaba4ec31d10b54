import { type Fields, isMap } from '../contract/values.ts';
import type { Place } from '../problem.ts';
import { pointerStep } from '../yaml/pointer.ts';
import type { Trail } from './change.ts';
import type { Side } from './side.ts';

/** Where a change stands on one side: the value, or the nearest part that is there. In force by an amendment, its change. */
export function placeOf(trail: Trail, which: 'before' | 'after', side: Side): Place {
  const gone = trail.findIndex(({ key }) => key[which] === undefined);
  const keys = trail.slice(0, gone < 0 ? undefined : gone).map(({ key }) => pointerStep(key[which] ?? ''));
  if (side.contract === side.written) return side.source.locate(pointer(keys));
  const byId = idsOf(trail.slice(0, keys.length), which);
  for (const one of side.amendments.toReversed()) {
    if (!has(one.changes, byId)) continue;
    const at = side.written.amendments?.indexOf(one) ?? 0;
    return side.source.locate(pointer(['amendments', String(at), 'changes', ...byId.map(pointerStep)]));
  }
  return side.source.locate(pointer(written(side.written, byId)));
}

const pointer = (keys: readonly string[]): string => keys.map((key) => `/${key}`).join('');

/** The way by the ids of things instead of their places, as changes are written. */
const idsOf = (trail: Trail, which: 'before' | 'after'): string[] =>
  trail.map((step) => {
    const id = isMap(step[which]) ? (step[which] as Fields).id : undefined;
    return typeof id === 'string' ? id : (step.key[which] ?? '');
  });

const has = (changes: unknown, [key, ...rest]: readonly string[]): boolean =>
  key === undefined || (isMap(changes) && key in changes && has(changes[key], rest));

/** The same way in the contract as written, where a thing may have another place. */
function written(contract: unknown, ids: readonly string[]): string[] {
  let at = contract;
  return ids.map((id) => {
    const place = Array.isArray(at) ? at.findIndex((one) => isMap(one) && one.id === id) : -1;
    const key = place < 0 ? id : String(place);
    at = (at as Fields | undefined)?.[key];
    return pointerStep(key);
  });
}
