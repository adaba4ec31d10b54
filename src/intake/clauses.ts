import type { Anomaly, Clause, Clauses } from './clause.ts';
import { textOf } from './clauses/body.ts';
import { readItems } from './clauses/items.ts';
import { layoutOf } from './clauses/layout.ts';
import type { Node } from './clauses/node.ts';
import { articlesInChinese, refOf, refsOf } from './clauses/refs.ts';
import { sectionsOf } from './clauses/sections.ts';
import { settle } from './clauses/settled.ts';
import { clauseWords } from './clauses/words.ts';
import type { Line } from './paper.ts';

/**
 * The clauses of a contract's cleaned lines, in the order of the paper, and what is odd about their numbers. Lines before
 * the first numbered part are the head. Throws Stop with all that is wrong in rules/intake/clauses.yaml.
 */
export function clausesOf(lines: readonly Line[]): Clauses {
  const words = clauseWords();
  const layout = layoutOf(lines, words);
  const { sections, absent } = sectionsOf(lines, words, layout);
  const nodes: Node[] = [];
  for (const section of sections) readItems(lines, section, words, layout, nodes);
  settle(nodes);
  const refs = refsOf(nodes);
  const holds = new Set(nodes.map(({ parent }) => parent));
  const levels: number[] = [];
  const clauses = nodes.map((node, i): Clause => {
    levels.push(node.parent < 0 ? 0 : (levels[node.parent] ?? 0) + 1);
    const { marker, page, parent, cells } = node;
    const place = { ref: refs[i] ?? '', marker, ...textOf(node, holds.has(i)), page, level: levels[i] ?? 0, parent };
    return cells === undefined ? place : { ...place, cells };
  });
  const missing = absent.map(
    ({ annex, line }): Anomaly => ({
      ...{ kind: 'missing', ref: `附${annex}`, page: lines[line]?.page ?? 1, expected: `附${annex}` },
    }),
  );
  return { clauses, anomalies: [...anomaliesOf(nodes, refs), ...missing] };
}

function anomaliesOf(nodes: readonly Node[], refs: readonly string[]): Anomaly[] {
  const chinese = articlesInChinese(nodes);
  const seen = new Set<string>();
  return nodes.flatMap((node, i): Anomaly[] => {
    const ref = refs[i] ?? '';
    const again = seen.has(ref);
    seen.add(ref);
    const { expected, numbers, page } = node;
    if (expected === undefined) return again ? [{ kind: 'twice', ref, page, expected: ref }] : [];
    const kind = expected.missing ? 'missing' : numbers.at(-1) === 1 ? 'restart' : again ? 'twice' : 'order';
    return [{ kind, ref, page, expected: refOf(node, expected.numbers, refs[node.parent] ?? '', chinese) }];
  });
}
