import { nearest } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import type { Source } from '../yaml/read.ts';
import type { Contract } from './schema.generated.ts';

type Items = readonly (Record<string, unknown> | null | undefined)[];

/** A contract without the parts that break the schema, so that one run tells what the other parts say of each other. */
export interface Sound {
  contract: Contract;
  /** Places as the file has them: the items that remain stand further up than there. */
  source: Source;
  /** The problems that do not only echo that a part was left out. */
  withoutEchoes(problems: readonly Problem[]): Problem[];
}

/** Lists of things that others refer to, and lists of those that only refer. */
const named = ['services', 'charges', 'obligations', 'clauses'];
const lists = [...named, 'amendments', 'waivers', 'wording'];

/**
 * What can be checked of data that breaks the schema at some pointers: lists keep their sound items, a broken part that
 * all contracts have stands empty. Undefined where a list is none at all.
 */
export function soundPart(data: unknown, broken: readonly Problem[], source: Source): Sound | undefined {
  const whole = data as Record<string, unknown> | null;
  if (typeof whole !== 'object' || whole === null) return undefined;
  const at = broken.map(({ pointer = '' }) => pointer.split('/').slice(1));
  if (at.some(([part, item]) => lists.includes(part ?? '') && item === undefined)) return undefined;
  if (['services', 'charges', 'obligations'].some((list) => !Array.isArray(whole[list]))) return undefined;

  const kept: Record<string, number[]> = {};
  const lost: (string | undefined)[] = [];
  const part: Record<string, unknown> = { ...whole };
  for (const [name = ''] of at) if (!lists.includes(name)) delete part[name];
  for (const name of ['term', 'settlement']) part[name] ??= {};
  for (const list of lists) {
    const items = whole[list] as Items | undefined;
    if (!items) continue;
    const bad = new Set(at.flatMap(([one, index]) => (one === list ? [Number(index)] : [])));
    kept[list] = items.flatMap((_, i) => (bad.has(i) ? [] : [i]));
    part[list] = kept[list].map((i) => items[i]);
    for (const i of named.includes(list) ? bad : []) {
      const isNamed = !at.some(
        ([one, index, key]) => one === list && Number(index) === i && /^(id|ref)$/.test(key ?? ''),
      );
      lost.push(isNamed ? nameOf(items[i]) : undefined);
    }
  }
  const names = lost.filter((name) => name !== undefined);
  return {
    contract: part as unknown as Contract,
    source: { ...source, locate: (pointer, key) => source.locate(original(pointer, kept), key) },
    withoutEchoes: (problems) =>
      problems.flatMap((one): Problem[] => {
        if (one.code !== 'reference-unknown') return [one];
        const { id, nearest: near } = one.data;
        const [head = ''] = id.split('.');
        const gone = at.some(([name]) => name === head || (name === undefined && !(head in whole)));
        if (gone || lost.includes(undefined) || lost.includes(id)) return [];
        const meant = near ?? nearest(id, names);
        return [{ ...one, data: { ...one.data, nearest: meant } }];
      }),
  };
}

const nameOf = (item: Items[number]): string | undefined => {
  const name = item?.id ?? item?.ref;
  return typeof name === 'string' ? name : undefined;
};

/** `/charges/0/price` of the sound part as the file counts it. */
function original(pointer: string, kept: Readonly<Record<string, readonly number[]>>): string {
  const [, list = '', index, ...rest] = pointer.split('/');
  const at = kept[list]?.[Number(index)];
  return at === undefined ? pointer : ['', list, at, ...rest].join('/');
}
