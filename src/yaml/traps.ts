import { type Document, isMap, isScalar, type Scalar, visit, type YAMLError } from 'yaml';
import { type Place, type Problem, problem } from '../problem.ts';

type At = (offset: number) => Place;

/** What YAML itself rejects, and what it accepts but nobody means: the traps of typing on a Chinese keyboard. */
export function traps(document: Document, text: string, at: At): Problem[] {
  if (document.contents === null && document.errors.length === 0) return [problem('yaml-empty', {}, at(0))];
  const found = [...widthTraps(document, text, at), ...longNumbers(document, at), ...aliases(document, at)];
  // A full-width colon makes YAML complain somewhere later: name the cause, not its echo.
  return found.length > 0 ? found : syntax(document, text, at);
}

function syntax(document: Document, text: string, at: At): Problem[] {
  // After the first fault in the structure the rest are echoes of it; keys that stand twice are faults of their own.
  const first = document.errors.find((error) => error.code !== 'DUPLICATE_KEY');
  const told = document.errors.filter((error) => error === first || error.code === 'DUPLICATE_KEY');
  return told.map((error) => syntaxProblem(error, text, at(error.pos[0])));
}

function syntaxProblem(error: YAMLError, text: string, place: Place): Problem {
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\s]*/.exec(text.slice(error.pos[0]))?.[0] ?? '';
    return problem('yaml-duplicate-key', { key }, place);
  }
  const wide = widePunctuation(text, error.pos[0]);
  if (wide) return problem('yaml-fullwidth', wide.data, { ...place, column: wide.column });
  if (error.code === 'TAB_AS_INDENT') return problem('yaml-indent', { character: 'tab' }, place);
  return problem('yaml-syntax', { reason: error.code, detail: error.message }, place);
}

const wideColon = /(?:^|\n)([\u3000\u00a0 ]*[A-Za-z_][\w-]*[ ]*)：/;
const wideSpace = /(?:^|\n)[ ]*([\u3000\u00a0])[\u3000\u00a0 ]*[A-Za-z_-]/;

function widthTraps(document: Document, text: string, at: At): Problem[] {
  const found: Problem[] = [];
  const look = (node: Scalar) => {
    if (node.type !== 'PLAIN' || !node.range) return;
    const source = text.slice(node.range[0], node.range[1]);
    const colon = wideColon.exec(source);
    if (colon) {
      const offset = node.range[0] + colon.index + colon[0].length - 1;
      found.push(problem('yaml-fullwidth', { character: '：', halfwidth: ':' }, at(offset)));
      return;
    }
    const space = wideSpace.exec(source);
    if (space?.[1]) {
      const offset = node.range[0] + space.index + space[0].indexOf(space[1]);
      found.push(problem('yaml-indent', { character: space[1] === '\u3000' ? 'wide-space' : 'nbsp' }, at(offset)));
    }
  };
  visit(document, {
    Scalar: (_key, node) => look(node),
    Map(_key, map) {
      if (isMap(map)) for (const pair of map.items) if (isScalar(pair.key)) look(pair.key);
    },
  });
  // A key is visited as a scalar too: one place, one problem.
  return found.filter((p, i) => found.findIndex((q) => q.line === p.line && q.column === p.column) === i);
}

/** A number that binary floating point cannot keep, or one whose leading zero would vanish: a code that lost its quotes. */
function longNumbers(document: Document, at: At): Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Scalar(_key, node) {
      const source = node.source ?? '';
      if (node.type !== 'PLAIN' || typeof node.value !== 'number' || !node.range) return;
      const unsafe = /^[+-]?\d+$/.test(source) && !Number.isSafeInteger(node.value);
      if (unsafe || /^0\d/.test(source)) found.push(problem('yaml-long-number', { source }, at(node.range[0])));
    },
  });
  return found;
}

const halfwidth: Record<string, string> = {
  '，': ',',
  '：': ':',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '“': '"',
  '”': '"',
};

/** Full-width punctuation on the line of a fault, outside of quotes: most likely what caused it. */
function widePunctuation(text: string, offset: number) {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line =
    text
      .slice(start)
      .split('\n', 1)[0]
      ?.replace(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length)) ?? '';
  const at = line.search(/[，：｛｝［］“”]/);
  const character = line[at];
  return character === undefined
    ? undefined
    : { data: { character, halfwidth: halfwidth[character] ?? '' }, column: at + 1 };
}

/** An alias whose anchor stands nowhere above it. One walk for all: an alias that resolves itself walks the document. */
function aliases(document: Document, at: At): Problem[] {
  const found: Problem[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Alias(_key, node) {
      if (!anchors.has(node.source) && node.range) {
        found.push(problem('yaml-alias', { alias: node.source }, at(node.range[0])));
      }
    },
    Value(_key, node) {
      if (node.anchor) anchors.add(node.anchor);
    },
  });
  return found;
}
