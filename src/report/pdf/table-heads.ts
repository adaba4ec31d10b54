import { dictionaryOf, type Parts, reference } from './parts.ts';

/** How Chromium names a cell that heads others; the number is where its thread happened to be. */
const name = /node\d{8}/g;

/** Numbers the heads of tables by where they stand, and lists them in one list instead of a tree. */
export function numberHeads({ objects, trailer }: Parts): void {
  const dictionary = (number: number | undefined, key: string): number | undefined =>
    number === undefined ? undefined : reference(dictionaryOf(objects.get(number) ?? Buffer.alloc(0)), key);
  const list = dictionary(dictionary(reference(trailer, 'Root'), 'StructTreeRoot'), 'IDTree');
  if (list === undefined) return;
  for (const number of nodesUnder(list, objects)) objects.delete(number);
  const sorted = [...objects]
    .sort(([a], [b]) => a - b)
    .filter(([, object]) => object.includes('node') && !object.includes('stream\n'));
  const numbers = new Map<string, string>();
  const heads: string[] = [];
  for (const [number, object] of sorted) {
    const own = /\/ID \((node\d{8})\)/.exec(object.toString('latin1'))?.[1];
    if (own === undefined) continue;
    const next = `node${String(heads.length + 1).padStart(8, '0')}`;
    numbers.set(own, next);
    heads.push(`(${next}) ${number} 0 R`);
  }
  for (const [number, object] of sorted) {
    const text = object.toString('latin1').replace(name, (old) => numbers.get(old) ?? old);
    objects.set(number, Buffer.from(text, 'latin1'));
  }
  objects.set(list, Buffer.from(`${list} 0 obj\n<</Names [${heads.join(' ')}]>>\nendobj\n`, 'latin1'));
}

/** The objects of a tree of names, from its root on. */
function nodesUnder(root: number, objects: Parts['objects']): number[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(objects.get(root)?.toString('latin1') ?? '')?.[1] ?? '';
  return [root, ...[...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => nodesUnder(Number(kid), objects))];
}
