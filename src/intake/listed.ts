import { isMap } from '../contract/values.ts';
import type { Data } from './template.ts';

/** Lists that are maps by names while a draft is put together: `*` any step; with `id`, the name is the item's own id. */
const lists: readonly { at: readonly string[]; id?: true }[] = [
  { at: ['services'], id: true },
  { at: ['charges'], id: true },
  { at: ['obligations'], id: true },
  { at: ['liability'] },
  { at: ['notices', 'delivery'] },
  { at: ['parties', '*', 'accounts'] },
  { at: ['parties', '*', 'hotlines'] },
];

export interface Listed {
  contract: Data;
  /** Where a path of the maps went: `charges.sms-package.fee` is at `charges`, `0`, `fee`. */
  at: (path: string) => string[];
  /** The path of the maps that is at such steps. */
  from: (steps: readonly string[]) => string;
}

/** The contract with its lists as lists. */
export function listed(contract: Data): Listed {
  const places = new Map<string, string[]>();
  const walk = (value: unknown, path: readonly string[], to: readonly string[]): unknown => {
    places.set(path.join('.'), [...to]);
    if (!isMap(value)) return value;
    const list = lists.find(
      ({ at }) => at.length === path.length && at.every((step, i) => step === '*' || step === path[i]),
    );
    const entries = Object.entries(value);
    if (list && value.blank !== true) {
      return entries.map(([name, item], i) => {
        const data = walk(item, [...path, name], [...to, String(i)]) as Data;
        return list.id ? { id: name, ...data } : data;
      });
    }
    return Object.fromEntries(entries.map(([key, inner]) => [key, walk(inner, [...path, key], [...to, key])]));
  };
  const result = walk(contract, [], []) as Data;
  const paths = new Map([...places].map(([path, steps]) => [steps.join('/'), path]));
  return {
    contract: result,
    at: (path) => nearest(places, path),
    from: (steps) => paths.get(steps.join('/')) ?? steps.join('.'),
  };
}

/** Where a path went, or the nearest part that it lies in: values may be written otherwise than they were read. */
function nearest(places: ReadonlyMap<string, string[]>, path: string): string[] {
  for (let steps = path.split('.'); steps.length > 0; steps = steps.slice(0, -1)) {
    const place = places.get(steps.join('.'));
    if (place) return place;
  }
  return [];
}
