import { type Data, isData } from './template.ts';

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

/** The contract with its lists as lists, and where each path of the maps went: `charges.sms-package` is `charges.0`. */
export function listed(contract: Data): { contract: Data; at: (path: string) => string[] } {
  const places = new Map<string, string[]>();
  const walk = (value: unknown, path: readonly string[], to: readonly string[]): unknown => {
    places.set(path.join('.'), [...to]);
    if (!isData(value)) return value;
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
  return { contract: result, at: (path) => places.get(path) ?? path.split('.') };
}
