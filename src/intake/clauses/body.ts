import { joined, type Passage } from '../passage.ts';
import type { Node, Piece } from './node.ts';

/** A heading is no longer than this: of a part or an annex, of any other clause. */
const longest = { part: 40, item: 24 };

/** The heading of a clause and its text, a paragraph a line. `holds` tells that other clauses lie in it. */
export function textOf(node: Node, holds: boolean): { title: string; body: Passage } {
  const { pieces } = node;
  if (node.kind === 'row')
    return {
      title: '',
      body: joined(
        pieces.map(({ passage }) => passage),
        '\t',
      ),
    };
  const count = headingOf(node, holds);
  return { title: joinedLines(pieces.slice(0, count)).text, body: joinedLines(pieces.slice(count)) };
}

const isPart = ({ kind }: Node) => kind === 'article' || kind === 'chapter' || kind === 'han' || kind === 'annex';

/** How many pieces are the heading: one, or two where a bracket of an annex's heading stays open. */
function headingOf(node: Node, holds: boolean): number {
  const { kind, pieces } = node;
  const [first, second] = pieces;
  if (first === undefined || kind === 'head' || kind === 'signature' || kind === 'recital' || kind === 'supplement')
    return 0;
  const { text } = first.passage;
  const isOpen = /[(（][^)）]*$/.test(text);
  if (kind === 'annex' && isOpen) return second === undefined ? 1 : 2;
  const isOnly = second === undefined && (holds || isPart(node));
  if (!first.alone && kind !== 'annex' && !isOnly) return 0;
  if (isOpen || /[。；，！？：;:!?”、]$|[。；，：]/.test(text)) return 0;
  if (!isPart(node) && value.test(second?.passage.text ?? '')) return 0;
  if (text.length > (isPart(node) ? longest.part : longest.item)) return 0;
  return second === undefined && !isOnly && kind !== 'annex' ? 0 : 1;
}

/** A fill-in or a long number: the end of a sentence, and not what stands below an item's heading. */
const value = /^(?:[【[_]|\d{3})/;

/** A number broken over two lines is one number; two words are two. */
const latin = /[A-Za-z]/;

/** Lines as paragraphs. What is put between two lines stands where the one before ends. */
function joinedLines(pieces: readonly Piece[]): Passage {
  const [only] = pieces;
  if (only === undefined || pieces.length === 1) return only?.passage ?? { text: '', at: [] };
  const at = new Int32Array(pieces.reduce((sum, { passage }) => sum + passage.text.length + 1, 0));
  let text = '';
  for (const [i, { passage, begins }] of pieces.entries()) {
    const gap =
      i === 0 ? '' : begins ? '\n' : latin.test(text.at(-1) ?? '') && latin.test(passage.text[0] ?? '') ? ' ' : '';
    if (gap !== '') at[text.length] = at[text.length - 1] ?? 0;
    text += gap;
    at.set(passage.at, text.length);
    text += passage.text;
  }
  return { text, at: at.subarray(0, text.length) };
}
