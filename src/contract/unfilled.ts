import { Lexer } from 'yaml';
import { type Problem, problem } from '../problem.ts';
import type { Source } from '../yaml/read.ts';

/** What `lvyue new` writes behind a line that a person must look at, alone or before a hint. */
export const marks = { zh: '待填', en: 'to fill' } as const;

const anyMark = Object.values(marks).join('|');
const anywhere = new RegExp(anyMark);
const marked = new RegExp(`^#\\s*(${anyMark})(?![\\p{L}])[：:]?\\s*(.*)`, 'u');

/** A warning for each comment that still says that its line is to be filled. */
export function unfilled({ file, text }: Pick<Source, 'file' | 'text'>): Problem[] {
  if (!anywhere.test(text)) return [];
  return comments(text).flatMap(({ comment, offset }) => {
    const found = marked.exec(comment);
    if (!found) return [];
    const before = text.slice(0, offset).split('\n');
    const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return [problem('to-fill', { hint: found[2]?.trim() ?? '' }, place, 'warning')];
  });
}

/** For those who work with a contract and do not write it: the lines to be filled as one warning, at the first of them. */
export function inSum(problems: readonly Problem[]): readonly Problem[] {
  const open = problems.filter(({ code }) => code === 'to-fill');
  const [first] = open;
  if (!first) return problems;
  const { file, line, column } = first;
  const sum = problem('still-to-fill', { lines: open.length }, { file, line, column }, 'warning');
  return [...problems.filter(({ code }) => code !== 'to-fill'), sum];
}

/** The comments of a YAML text: a `#` within a value is none. */
function comments(text: string): { comment: string; offset: number }[] {
  const found = [];
  let offset = 0;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    // The lexer's own signs, which do not stand in the text: a document, a plain scalar, an error in a flow.
    if (['\u0002', '\u001f', '\u0018'].includes(token)) {
      scalar = token === '\u001f';
      continue;
    }
    if (token.startsWith('#') && !scalar) found.push({ comment: token, offset });
    scalar = false;
    offset += token.length;
  }
  return found;
}
