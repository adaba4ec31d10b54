import type { Node } from './node.ts';

/**
 * Gives what follows a list back to the clause that holds it: where the text before a list ends with a colon, further
 * paragraphs behind its last item, which is a whole sentence by then, speak of all of it.
 */
export function settle(nodes: readonly Node[]): void {
  const lastBelow = new Map<number, number>();
  for (const [i, { parent }] of nodes.entries()) if (parent >= 0) lastBelow.set(parent, i);
  for (const [above, below] of lastBelow) {
    const holder = nodes[above];
    const last = nodes[below];
    if (holder === undefined || last === undefined || last.kind === 'row' || lastBelow.has(below)) continue;
    if (!/[：:]$/.test(endOf(holder.pieces.at(-1)))) continue;
    const ends = (i: number) => /[。；;]$/.test(endOf(last.pieces[i]));
    const from = last.pieces.findIndex(({ begins }, i) => i > 0 && begins && ends(i - 1));
    if (from > 0) holder.pieces.push(...last.pieces.splice(from));
  }
}

const endOf = (piece: Node['pieces'][number] | undefined): string => piece?.passage.text ?? '';
