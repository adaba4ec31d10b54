import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';

/** One change to the text of a contract. */
export interface Mutation {
  how: 'deleted' | 'misspelt' | 'emptied' | 'wrong-type';
  /** Keys from the top to the one that is changed, with indexes. */
  path: string;
  /** 1-based line of the key. */
  line: number;
  text: string;
}

/** Every key of a YAML text deleted, misspelt and given a value of a wrong type in turn; made one by one. */
export function* mutations(text: string): Generator<Mutation> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const cut = (start: number, end: number, put = '') => text.slice(0, start) + put + text.slice(end);
  function* walk(node: Node | null, path: string): Generator<Mutation> {
    if (isSeq(node)) for (const [i, item] of node.items.entries()) yield* walk(item as Node, `${path}/${i}`);
    if (!isMap(node) || isAlias(node)) return;
    for (const [i, pair] of node.items.entries()) {
      const [start, end] = ends(pair);
      const at = { path: `${path}/${keyOf(pair)}`, line: lines.linePos(start).line };
      const [next, before] = [node.items[i + 1], node.items[i - 1]];
      // With what divides it from its neighbours; one that is alone leaves nothing behind, and what follows its own line.
      const from = before && !next ? ends(before)[1] : start;
      const to = next ? ends(next)[0] : end;
      const ended = !next && text[to - 1] === '\n' && text[from - 1] !== '\n';
      const deleted = cut(from, to, ended ? '\n' : '');
      yield { how: 'deleted', ...at, text: deleted };
      const keyEnd = (pair.key as Node).range?.[1] ?? start;
      yield { how: 'misspelt', ...at, text: cut(keyEnd, keyEnd, 'x') };
      const value = pair.value as Node | null;
      if (value?.range) {
        yield { how: 'emptied', ...at, text: cut(value.range[0], value.range[1], isScalar(value) ? '' : '~') };
        yield {
          how: 'wrong-type',
          ...at,
          text: cut(value.range[0], value.range[1], isScalar(value) ? '{ no: [] }' : '7'),
        };
        yield* walk(value, at.path);
      }
    }
  }
  yield* walk(document.contents as Node | null, '');
}

const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

function ends(pair: Pair): [number, number] {
  const [key, value] = [pair.key as Node, pair.value as Node | null];
  return [key.range?.[0] ?? 0, value?.range?.[1] ?? key.range?.[1] ?? 0];
}
