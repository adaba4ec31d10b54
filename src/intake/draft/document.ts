import { Document, isMap, isNode, isScalar, isSeq, visit } from 'yaml';
import { intakeWords } from '../../locale/intake.ts';
import type { Lang } from '../../locale/text.ts';
import type { Conflict } from '../assemble.ts';
import type { Found } from '../extract.ts';
import { keyOf } from './comments.ts';
import { type Draft, isAccepted, type Origin } from './draft.ts';
import { pointerTo } from './merge.ts';

/** So long may a map be to stand on one line. */
const lineLength = 100;

/** How a place of the draft and a value there are told to the reader. */
export interface Telling {
  place(pointer: string): string;
  value(value: unknown, pointer: string): string;
}

/**
 * The draft as a commented YAML document: behind each thing read its page, clause and confidence, a mark on every line
 * that a person must look at.
 */
export function documentOf(draft: Draft, lang: Lang, file: string, modeline: string, telling: Telling): Document {
  const words = intakeWords[lang];
  const document = new Document(draft.contract);
  visit(document, {
    Map(_key, node) {
      const short = JSON.stringify(node.toJSON()).length <= lineLength;
      const plain = node.items.every(
        ({ value }) =>
          isScalar(value) ||
          (isMap(value) && value.items.every((one) => isScalar(one.value))) ||
          (isSeq(value) && value.items.every(isScalar)),
      );
      if (short && plain) node.flow = true;
    },
    Seq(_key, node) {
      if (node.items.every(isScalar)) node.flow = true;
    },
  });
  for (const { at } of draft.origins) unfold(document, at);
  for (const origin of draft.origins) say(document, origin.at, commentOn(origin, draft, lang, telling));
  const [duty] = draft.duties;
  const obligations = document.get('obligations', true);
  const first = isSeq(obligations)
    ? obligations.items.findIndex((one) => isMap(one) && one.get('id') === duty?.id)
    : -1;
  if (first >= 0) say(document, ['obligations', String(first)], words.duties);
  say(document, ['clauses', '0'], words.gists);
  document.commentBefore = [modeline, ...words.opening(file)].join('\n');
  return document;
}

/** The text of a document, no line broken. */
export const yamlOf = (document: Document): string => document.toString({ lineWidth: 0 });

function commentOn(origin: Origin, draft: Draft, lang: Lang, telling: Telling): string {
  const words = intakeWords[lang];
  const { found, at } = origin;
  if (!found) return words.missing;
  const { page, ref } = found.clause;
  const sure = Math.round(found.sure * 100);
  const odds = draft.understood.conflicts
    .filter(({ kept }) => kept === found)
    .map((conflict) => {
      const pointer = conflictAt(at, conflict);
      const { keptValue, other, otherValue } = conflict;
      return words.odds(
        telling.place(pointer).split(words.within).at(-1) ?? '',
        telling.value(keptValue, pointer),
        words.review.at(other.clause.page, other.clause.ref),
        telling.value(otherValue, pointer),
      );
    });
  if (odds.length > 0) return words.conflict([...new Set(odds)].join(words.separator));
  return isAccepted(origin) ? words.read(page, ref, sure) : words.check(page, ref, sure, whyOf(found, lang));
}

/** Where in the draft two places of the paper differ: what was read may be a whole, of which one part differs. */
export function conflictAt(at: readonly string[], { path }: Conflict): string {
  const part = path.split('.').at(-1) ?? '';
  return pointerTo(at.at(-1) === part ? at : [...at, part]);
}

/** Why a finding is to be looked at. */
export function whyOf({ doubts, rule }: Found, lang: Lang): string {
  const words = intakeWords[lang];
  const why = doubts.map((one) => (one === 'look' && rule.look ? rule.look[lang] : words.doubts[one]));
  return why.length > 0 ? why.join(words.separator) : words.unsure;
}

/** A comment within brackets tears a line apart: what holds something with a comment stands in lines of its own. */
function unfold(document: Document, at: readonly string[]): void {
  for (let i = 1; i < at.length; i++) {
    const above = document.getIn(stepsOf(at.slice(0, i)), true);
    if (isMap(above) || isSeq(above)) above.flow = false;
  }
}

const stepsOf = (at: readonly string[]): (string | number)[] =>
  at.map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** Puts a comment where it reads best: behind a value on one line, over a block. */
function say(document: Document, at: readonly string[], comment: string): void {
  const steps = stepsOf(at);
  const node = document.getIn(steps, true);
  if (!isNode(node)) return;
  const text = ` ${comment}`;
  if (isScalar(node) || ((isMap(node) || isSeq(node)) && node.flow)) node.comment = text;
  else if (typeof steps.at(-1) === 'number') node.commentBefore = text;
  else {
    const key = keyOf(document, steps);
    if (key) key.commentBefore = text;
  }
}
