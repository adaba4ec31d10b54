import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { firstLine, type Place, type Problem, problem, stop } from '../problem.ts';
import { splitPointer } from './pointer.ts';
import { traps } from './traps.ts';

/** A YAML file as data, with a way back from a JSON pointer to the place in the text. */
export interface Source {
  file: string;
  text: string;
  /** Decimals are text exactly as written ("0.05"); whole numbers are numbers; dates are text. */
  data: unknown;
  /** All that is wrong with the text as YAML; `data` is undefined where it cannot be read for them. */
  problems: readonly Problem[];
  /** Where the value at a JSON pointer stands; with a key, where that key of the value stands. Falls back to the nearest parent. */
  locate(pointer: string, key?: string | undefined): Place;
  /** Where what an alias at a JSON pointer repeats stands; undefined where there is no alias. */
  repeats(pointer: string): Place | undefined;
  /** Where the last key before one that is missing ends: of the value at the pointer, the last of these keys that it has. */
  after(pointer: string, keys: readonly string[]): Place;
  /** Where the text of the plain value at a JSON pointer stands, with a key that of this key; undefined where there is none. */
  scalar(pointer: string, key?: string): { start: number; end: number } | undefined;
}

/** Reads a YAML file. Throws Stop when it cannot be read or is not UTF-8; everything wrong inside it is in `problems`. */
export function readYaml(file: string): Source {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    stop('file-unreadable', { detail: (error as NodeJS.ErrnoException).code ?? '' }, { file });
  }
  return parseBytes(bytes, file);
}

/** The same of bytes that were read elsewhere. Throws Stop where they are not UTF-8. */
export function parseBytes(bytes: Buffer, file: string): Source {
  if (!isUtf8(bytes) || bytes.includes(0)) stop('yaml-encoding', {}, { file });
  return parseYaml(bytes.toString('utf8'), file);
}

export function parseYaml(text: string, file: string): Source {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  let document: Document = new Document();
  let problems: Problem[];
  let data: unknown;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const trapped = traps(document, text, at);
    problems = trapped.problems;
    data = trapped.readable ? document.toJS() : undefined;
  } catch (error) {
    // Brackets nested, or aliases multiplied, beyond all measure.
    const [reason, detail] =
      error instanceof RangeError ? ['DEPTH', 'nested too deeply'] : ['ALIASES', firstLine(error as Error)];
    problems = [problem('yaml-syntax', { reason, detail }, { file, line: 1, column: 1 })];
  }
  /** Where the thing begins that an alias repeats. */
  const repeated = (node: Node | null) => (isAlias(node) ? node.resolve(document)?.range?.[0] : undefined);
  return {
    ...{ file, text, data, problems },
    locate: (pointer, key) => ({ ...at(find(document, pointer, key).start), pointer }),
    repeats(pointer) {
      const start = repeated(find(document, pointer).node);
      return start === undefined ? undefined : at(start);
    },
    after(pointer, keys) {
      const { node, start } = find(document, pointer);
      const before = keys.flatMap((key) => child(document, node, key) ?? []).at(-1);
      // What an alias lacks is missing where its anchor is.
      if (!before) return { ...at(repeated(node) ?? start), pointer };
      const [first, last] = [at(before.key), at(Math.max(before.key, (before.value?.range?.[1] ?? 0) - 1))];
      return { ...(first.line === last.line ? first : last), pointer };
    },
    scalar(pointer, key) {
      const { node, start, exact } = find(document, pointer, key);
      if (key !== undefined) return text.startsWith(key, start) ? { start, end: start + key.length } : undefined;
      return exact && isScalar(node) && node.range ? { start: node.range[0], end: node.range[1] } : undefined;
    },
  };
}

/** The node at a pointer, or the nearest of its parents; with a key, where that key of it stands. */
function find(document: Document, pointer: string, key?: string): { node: Node | null; start: number; exact: boolean } {
  let node = document.contents as Node | null;
  let start = node?.range?.[0] ?? 0;
  for (const step of splitPointer(pointer)) {
    const next = child(document, node, step);
    if (!next) return { node, start, exact: false };
    node = next.value;
    start = next.value?.range?.[0] ?? next.key;
  }
  return { node, start: key === undefined ? start : (child(document, node, key)?.key ?? start), exact: true };
}

interface Found {
  key: number;
  value: Node | null;
}

function child(document: Document, parent: Node | null, step: string): Found | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item ? { key: item.range?.[0] ?? 0, value: item } : undefined;
  }
  if (!isMap(node)) return undefined;
  for (const pair of node.items) {
    if (isScalar(pair.key) && String(pair.key.value) === step) {
      return { key: pair.key.range?.[0] ?? 0, value: pair.value as Node | null };
    }
  }
  return undefined;
}
