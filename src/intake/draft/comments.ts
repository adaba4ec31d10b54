import { type Document, isCollection, isMap, isNode, isPair, isScalar, type Node, visit } from 'yaml';

/** All comments in a part of a document, line by line, without the white space around them. */
export function commentsIn(part: Document | Node): string[] {
  const lines: string[] = [];
  const take = ({ comment, commentBefore }: { comment?: string | null; commentBefore?: string | null }) =>
    lines.push(...[commentBefore, comment].flatMap((one) => one?.split('\n') ?? []));
  if (!isNode(part)) take(part);
  visit(part, {
    Node: (_key, node) => void take(node),
  });
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Adds a person's comments to a part that was read anew: behind a value, over a block. */
export function withComments(part: Node, comments: readonly string[]): Node {
  if (comments.length === 0) return part;
  const block = isCollection(part) && !part.flow;
  const there = block ? part.commentBefore : part.comment;
  const lines = comments.map((line) => ` ${line}`);
  if (block) part.commentBefore = [...(there ? [there] : []), ...lines].join('\n');
  else part.comment = [there, ...lines].filter(Boolean).join(' ');
  return part;
}

/** Whether a part has an anchor, or an alias that repeats what stands elsewhere: neither can be written over. */
export function isShared(part: Node): boolean {
  let shared = false;
  visit(part, {
    Alias: () => {
      shared = true;
      return visit.BREAK;
    },
    Node: (_key, node) => {
      if (!('anchor' in node) || !node.anchor) return undefined;
      shared = true;
      return visit.BREAK;
    },
  });
  return shared;
}

/** The key of a map's entry, which bears the comment over a block. */
export function keyOf(document: Document, steps: readonly (string | number)[]): Node | undefined {
  const parent = document.getIn(steps.slice(0, -1), true);
  const pair = isMap(parent)
    ? parent.items.find((one) => isPair(one) && isScalar(one.key) && one.key.value === steps.at(-1))
    : undefined;
  return pair && isNode(pair.key) ? pair.key : undefined;
}
