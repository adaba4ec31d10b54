import { joined, type Passage } from '../passage.ts';
import type { Node, Piece } from './node.ts';

/** A heading is no longer than this. */
const headingLength = 40;

/** The heading of a clause and its text, a paragraph a line. */
export function textOf(node: Node, holds: boolean): { title: string; body: Passage } {
  const { kind, pieces } = node;
  if (kind === 'row')
    return {
      title: '',
      body: joined(
        pieces.map(({ passage }) => passage),
        '\t',
      ),
    };
  const count =
    kind === 'head' || kind === 'signature' || kind === 'recital' ? 0 : headingOf(pieces, kind === 'annex', holds);
  const title = joinedLines(pieces.slice(0, count)).text.replace(/[：:]$/, '');
  return { title, body: joinedLines(pieces.slice(count)) };
}

/** How many pieces are the heading: one, or more where a bracket stays open or an annex has two lines. */
function headingOf(pieces: readonly Piece[], annex: boolean, holds: boolean): number {
  const [first, ...rest] = pieces;
  if (first === undefined) return 0;
  const isTitle = ({ passage: { text }, alone }: Piece) =>
    text.length <= headingLength && !/[。；，]/.test(text) && !/[：:]./.test(text) && (alone || annex);
  if (/[(（][^)）]*$/.test(first.passage.text) && rest[0] && annex) return 2;
  if (!isTitle(first) || /[：:]$/.test(first.passage.text) || /[。；！？;!?”]$/.test(first.passage.text)) return 0;
  if (rest.length === 0 && !holds) return 0;
  return 1;
}

const latin = /[A-Za-z0-9]/;

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
