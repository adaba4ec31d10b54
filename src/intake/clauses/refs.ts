import type { Node } from './node.ts';
import { chineseOf } from './numeral.ts';

/**
 * The references of clauses in the order of the paper, as the registers write them. Numerals stay as printed, but an
 * article of a body with decimals, or of one that other parts hold, is told in digits, and in an annex all are.
 */
export function refsOf(nodes: readonly Node[]): string[] {
  const refs: string[] = [];
  const chinese = articlesInChinese(nodes);
  for (const node of nodes) {
    const parent = refs[node.parent] ?? '';
    refs.push(refOf(node, node.numbers, parent, chinese));
  }
  return refs;
}

/** Whether 第三条 is 三: where plain numbers stand directly below articles, and no decimals. */
export function articlesInChinese(nodes: readonly Node[]): boolean {
  const body = nodes.filter(({ section }) => section.kind === 'body');
  if (body.some(({ kind, parent }) => kind === 'decimal' || kind === 'chapter' || (kind === 'article' && parent >= 0)))
    return false;
  return body.some(({ kind, parent }) => kind === 'digit' && nodes[parent]?.kind === 'article');
}

/** The reference of a clause with these numbers below a parent's. */
export function refOf(
  { kind, section, note }: Pick<Node, 'kind' | 'section' | 'note'>,
  numbers: readonly number[],
  parent: string,
  chinese: boolean,
): string {
  const annex = section.kind === 'annex' ? `附${section.annex}` : '';
  const own = numbers.at(-1) ?? 0;
  const han = annex === '' ? chineseOf(own) : String(own);
  switch (kind) {
    case 'head':
      return '首部';
    case 'recital':
      return '鉴于';
    case 'supplement':
      return '补充附页';
    case 'signature':
      return `${section.annex === undefined ? '' : `附${section.annex}`}签署页`;
    case 'annex':
      return `附${own}`;
    case 'row':
      return `${parent}#${own}`;
    case 'chapter':
    case 'article':
      if (annex !== '') return `${annex}.${own}`;
      return kind === 'article' && !chinese ? String(own) : chineseOf(own);
    case 'decimal':
      return annex === '' ? numbers.join('.') : `${annex}.${numbers.join('.')}`;
    case 'han':
      return below(parent, han, note);
    case 'hanInBrackets':
      return parent === '' ? han : `${parent}(${han})`;
    case 'digitInBrackets':
      return parent === '' ? String(own) : `${parent}${note ? '注' : ''}(${own})`;
    default:
      return below(parent, String(own), note);
  }
}

/** A number that is printed without brackets: they divide it from a digit before it. */
function below(parent: string, own: string, note: boolean): string {
  if (note) return `${parent}注(${own})`;
  if (parent === '') return own;
  if (parent.endsWith(')')) return parent + own;
  return /\d$/.test(parent) && !/^附\d+$/.test(parent) ? `${parent}(${own})` : `${parent}.${own}`;
}
