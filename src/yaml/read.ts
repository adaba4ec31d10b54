import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { type Place, type Problem, problem, stop } from '../problem.ts';
import { traps } from './traps.ts';

/** A YAML file as data, with a way back from a JSON pointer to the place in the text. */
export interface Source {
  file: string;
  text: string;
  /** Decimals are text exactly as written ("0.05"); whole numbers are numbers; dates are text. */
  data: unknown;
  problems: readonly Problem[];
  /** Where the value at a JSON pointer stands; with a key, where that key of the value stands. Falls back to the nearest parent. */
  locate(pointer: string, key?: string | undefined): Place;
}

/** Reads a YAML file. Throws Stop when it cannot be read or is not UTF-8; everything wrong inside it is in `problems`. */
export function readYaml(file: string): Source {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    stop('file-unreadable', { detail: (error as NodeJS.ErrnoException).code ?? '' }, { file });
  }
  if (!isUtf8(bytes) || bytes.includes(0)) stop('yaml-encoding', {}, { file });
  return parseYaml(bytes.toString('utf8'), file);
}

export function parseYaml(text: string, file: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const problems = traps(document, text, at);
  keepDecimals(document);
  let data: unknown;
  try {
    data = problems.length > 0 ? undefined : document.toJS();
  } catch (error) {
    // Aliases that multiply beyond all measure.
    problems.push(problem('yaml-syntax', { reason: 'ALIASES', detail: (error as Error).message }, at(0)));
  }
  return {
    file,
    text,
    data,
    problems,
    locate: (pointer, key) => ({ ...at(offsetOf(document, pointer, key)), pointer }),
  };
}

/** Binary floats never enter: a decimal scalar becomes its own source text. */
function keepDecimals(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'number' && !Number.isSafeInteger(node.value) && node.source) node.value = node.source;
    },
  });
}

export const splitPointer = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

function offsetOf(document: Document, pointer: string, key?: string): number {
  let node: Node | null = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const step of splitPointer(pointer)) {
    const next: Found | undefined = child(document, node, step);
    if (!next) return offset;
    node = next.value;
    offset = next.value?.range?.[0] ?? next.key;
  }
  if (key === undefined) return offset;
  return child(document, node, key)?.key ?? offset;
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
