import { Document, isMap, isNode, isScalar, isSeq, visit } from 'yaml';
import { intakeWords } from '../../locale/intake.ts';
import type { Lang } from '../../locale/text.ts';
import type { Conflict } from '../assemble.ts';
import type { Found } from '../extract.ts';
import { keyOf } from './comments.ts';
import { type Draft, isAccepted, type Origin } from './draft.ts';

/** So long may a map be to stand on one line. */
const lineLength = 100;

/**
 * The draft as a commented YAML document: behind each thing read its page, clause and confidence, a mark on every line
 * that a person must look at.
 */
export function documentOf(draft: Draft, lang: Lang, file: string, modeline: string): Document {
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
  for (const origin of draft.origins) say(document, origin.at, commentOn(origin, draft.understood.conflicts, lang));
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

function commentOn(origin: Origin, conflicts: readonly Conflict[], lang: Lang): string {
  const words = intakeWords[lang];
  const { found } = origin;
  if (!found) return words.missing;
  const { page, ref } = found.clause;
  const sure = Math.round(found.sure * 100);
  const odds = conflicts
    .filter(({ kept }) => kept === found)
    .map(({ other, otherValue }) => words.conflict(other.clause.page, other.clause.ref, shown(otherValue)));
  if (odds.length > 0) return odds.join(words.separator);
  return isAccepted(origin) ? words.read(page, ref, sure) : words.check(page, ref, sure, whyOf(found, lang));
}

/** Why a finding is to be looked at. */
export function whyOf({ doubts, rule }: Found, lang: Lang): string {
  const words = intakeWords[lang];
  const why = doubts.map((one) => (one === 'look' && rule.look ? rule.look[lang] : words.doubts[one]));
  return why.length > 0 ? why.join(words.separator) : words.unsure;
}

/** A value on one line. */
export const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Puts a comment where it reads best: behind a value on one line, over a block. */
function say(document: Document, at: readonly string[], comment: string): void {
  const steps = at.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const node = document.getIn(steps, true);
  if (!isNode(node)) return;
  const text = ` ${comment}`;
  // Comments within brackets tear a line apart.
  for (let i = 1; i < steps.length; i++) {
    const above = document.getIn(steps.slice(0, i), true);
    if (isMap(above) || isSeq(above)) above.flow = false;
  }
  if (isScalar(node) || ((isMap(node) || isSeq(node)) && node.flow)) node.comment = text;
  else if (typeof steps.at(-1) === 'number') node.commentBefore = text;
  else {
    const key = keyOf(document, steps);
    if (key) key.commentBefore = text;
  }
}
