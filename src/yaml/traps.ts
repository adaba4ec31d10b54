import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLError,
  type YAMLWarning,
} from 'yaml';
import { type Edit, type Place, type Problem, problem } from '../problem.ts';
import { toHalf, widePunctuation } from './width.ts';

export type At = (offset: number) => Place;

/** What is wrong with a text as YAML, and whether what it says can still be read. */
export interface Trapped {
  problems: Problem[];
  readable: boolean;
}

/**
 * What YAML itself rejects, and what it accepts but nobody means: the traps of typing on a Chinese keyboard. On the
 * way every decimal becomes its own source text, so that no binary float enters.
 */
export function traps(document: Document, text: string, at: At): Trapped {
  if (document.contents === null && document.errors.length === 0) {
    return { problems: [problem('yaml-empty', {}, at(0))], readable: false };
  }
  const { structure, local } = inspect(document, text, at);
  const doubled = document.errors
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map((one) => doubledKey(one, text, at));
  const faults = [...document.errors, ...document.warnings];
  const first = faults.find(({ code }) => code !== 'DUPLICATE_KEY');
  const broken = structure.length > 0 ? structure : first ? [syntaxProblem(first, text, at)] : [];
  // After a fault in the structure the rest is read otherwise than it was meant: what is odd there echoes it.
  const until = Math.min(...broken.map(({ line = 0 }) => line));
  const found = [...broken, ...[...doubled, ...local].filter(({ line = 0 }) => line < until)];
  const readable = broken.length === 0 && !local.some(({ code }) => code === 'yaml-alias');
  return { problems: found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), readable };
}

function doubledKey({ pos }: YAMLError, text: string, at: At): Problem {
  return problem('yaml-duplicate-key', { key: /^[^:\s]*/.exec(text.slice(pos[0]))?.[0] ?? '' }, at(pos[0]));
}

function syntaxProblem(error: YAMLError | YAMLWarning, text: string, at: At): Problem {
  const wide = widePunctuation(text, error.pos[0]);
  if (wide) {
    const { character, halfwidth, offset, edits } = wide;
    return { ...problem('yaml-fullwidth', { character, halfwidth }, at(offset)), edits };
  }
  if (error.code === 'TAB_AS_INDENT') {
    return { ...problem('yaml-indent', { character: 'tab' }, at(error.pos[0])), edits: tabs(text, error.pos[0]) };
  }
  // How deep is too deep depends on the machine: the place says nothing.
  if (/call stack/.test(error.message)) {
    return problem('yaml-syntax', { reason: 'DEPTH', detail: 'nested too deeply' }, at(0));
  }
  return problem('yaml-syntax', { reason: error.code, detail: error.message }, at(error.pos[0]));
}

/**
 * Spaces for the tabs that begin a line: two for each where no line is indented otherwise; else on the line of the
 * fault alone, where a tab elsewhere may be text, as many as put it in line with what stands above.
 */
function tabs(text: string, offset: number): Edit[] {
  const lines = [...text.matchAll(/^[ \t]*\t[ \t]*(?=\S)/gm)];
  if (!/^ +\S/m.test(text)) {
    return lines.flatMap(({ index, 0: space }) =>
      /^\t+$/.test(space) ? [{ start: index, end: index + space.length, text: '  '.repeat(space.length) }] : [],
    );
  }
  const line = lines.find(({ index, 0: space }) => index <= offset && offset <= index + space.length);
  if (!line) return [];
  const above = text.slice(0, line.index).trimEnd().split('\n').at(-1) ?? '';
  const column = (/^ *(- +)*/.exec(above)?.[0] ?? '').length;
  const depth = /:$/.test(above) ? column + 2 : column;
  return [{ start: line.index, end: line.index + line[0].length, text: ' '.repeat(depth) }];
}

/** One walk over all nodes, in their order in the text. */
function inspect(document: Document, text: string, at: At): { structure: Problem[]; local: Problem[] } {
  const [structure, local]: [Problem[], Problem[]] = [[], []];
  const anchors = new Set<string>();
  const look = (node: unknown, isKey: boolean): void => {
    if (isAlias(node)) {
      // An alias whose anchor stands nowhere above it.
      if (!anchors.has(node.source) && node.range) {
        // What is missing is the anchor: one problem, at the first that looks for it.
        anchors.add(node.source);
        local.push(problem('yaml-alias', { alias: node.source }, at(node.range[0])));
      }
      return;
    }
    const { anchor } = (node ?? {}) as { anchor?: string };
    if (anchor) anchors.add(anchor);
    if (isScalar(node)) {
      if (node.type !== 'PLAIN' || !node.range) return;
      const source = text.slice(node.range[0], node.range[1]);
      const isText = !isKey && followsKey(text, node.range[0]);
      const wide = isText || !/[：\u3000\u00a0]/.test(source) ? undefined : wideTrap(source, node.range[0], text, at);
      if (wide) structure.push(wide);
      else if (typeof node.value === 'number') local.push(...number(node, source, at));
    } else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key) || key.value === null) structure.push(noKey(key, at));
        look(key, true);
        look(value, false);
      }
    } else if (isSeq(node)) {
      for (const item of node.items) look(item, false);
    }
  };
  look(document.contents, false);
  return { structure, local };
}

/** A list, a group or nothing where a key is due; an alias is named as one. */
function noKey(key: unknown, at: At): Problem {
  const [offset = 0] = (key as Node | null)?.range ?? [];
  return problem('yaml-syntax', { reason: 'NO_KEY', detail: 'a key must be a word' }, at(offset));
}

/**
 * A number that binary floating point cannot keep, or one whose leading zero would vanish: a code that lost its quotes.
 * Other ways of writing a number, such as 0x10 or 1e3, stay text, and what is due there says so.
 */
function number(node: Scalar, source: string, at: At): Problem[] {
  const whole = Number.isSafeInteger(node.value);
  const lost = (/^[+-]?\d+$/.test(source) && !whole) || /^0\d/.test(source);
  if (!whole || !/^[+-]?\d+$/.test(source)) node.value = source;
  const [start, end] = node.range ?? [0, 0];
  if (!lost) return [];
  return [
    { ...problem('yaml-long-number', { source }, at(start)), edits: [{ start, end, text: JSON.stringify(source) }] },
  ];
}

/** On the line of its key a value may well be Chinese text with a colon in it. */
const followsKey = (text: string, offset: number): boolean =>
  /\S:[ ]+$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));

const wideColon = /(?:^|\n)[\u3000\u00a0 ]*[A-Za-z_][\w-]*[ ]*：/;
const wideSpace = /(?:^|\n)[ ]*([\u3000\u00a0])[\u3000\u00a0 ]*[A-Za-z_-]/;

/** A plain text on lines of its own that was meant to be a key: YAML reads on until something that it knows. */
function wideTrap(source: string, start: number, text: string, at: At): Problem | undefined {
  const colon = wideColon.exec(source);
  if (colon) {
    const offset = start + colon.index + colon[0].length - 1;
    const edit = { start: offset, end: offset + 1, text: /\s/.test(text[offset + 1] ?? '') ? ':' : ': ' };
    return { ...problem('yaml-fullwidth', { character: '：', halfwidth: ':' }, at(offset)), edits: [edit] };
  }
  const space = wideSpace.exec(source);
  const character = space?.[1];
  if (!space || !character) return undefined;
  const offset = start + space.index + space[0].indexOf(character);
  const run = /^[\u3000\u00a0 ]*/.exec(source.slice(offset - start))?.[0] ?? '';
  const edit = { start: offset, end: offset + run.length, text: toHalf(run).replaceAll('\u3000', '  ') };
  const named = character === '\u3000' ? 'wide-space' : 'nbsp';
  return { ...problem('yaml-indent', { character: named }, at(offset)), edits: [edit] };
}
