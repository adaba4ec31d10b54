import type { Waiver } from '../contract/schema.generated.ts';
import { type Verdict, verdictNames } from '../locale/verdicts.ts';
import { spanWords, waivedWords } from '../locale/words.ts';
import type { Finding } from './finding.ts';

/** The finding of an obligation for some days of the period, inclusive. */
export type Piece = Finding & { from: string; to: string };

/** What weighs more comes first: a period is no better than the worst of its parts. */
const weight: readonly Verdict[] = [
  ...(['breached', 'disputed', 'undetermined', 'needs-attestation', 'at-risk', 'pending'] as const),
  ...(['waived', 'fulfilled', 'not-triggered'] as const),
];

/** The finding under a waiver: what is kept anyway stands; anything else is waived, and gives the other side no remedy. */
export function waived(piece: Piece, waiver: Waiver | undefined): Piece {
  if (!waiver || piece.verdict === 'fulfilled' || piece.verdict === 'not-triggered') return piece;
  const { id, reason, role, expires } = waiver;
  const without = { verdict: verdictNames[piece.verdict], explanation: piece.explanation };
  return {
    ...piece,
    verdict: 'waived',
    waiver: { id, reason, role, expires },
    remedies: [],
    explanation: waivedWords(waiver, without),
  };
}

/** One finding from those of the parts of the period: the worst verdict with its facts and evidence, and every part named. */
export function combine(pieces: readonly Piece[]): Finding {
  const [worst] = pieces.toSorted((a, b) => weight.indexOf(a.verdict) - weight.indexOf(b.verdict));
  if (!worst) throw new Error('an obligation without a finding');
  const { from: _from, to: _to, ...finding } = worst;
  if (pieces.length === 1) return finding;
  const spans = pieces.map(({ from, to, verdict, explanation, waiver }) => ({
    ...{ from, to, verdict, explanation },
    ...(waiver && { waiver: waiver.id }),
  }));
  return { ...finding, spans, explanation: spanWords(spans) };
}
