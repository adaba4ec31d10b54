import type { Line } from '../paper.ts';
import { markerAt } from './marker.ts';
import type { Words } from './words.ts';

/**
 * The line at which a signature block that ends a stretch begins, or `to` where there is none: fields and short lines
 * behind the last sentence, with a word of signing among them.
 */
export function signatureFrom(lines: readonly Line[], from: number, to: number, words: Words): number {
  let start = to;
  while (start > from && isField(lines[start - 1] as Line, words)) start--;
  while (start > from && words.confirming.test(lines[start - 1]?.text ?? '')) start--;
  // Nothing but fields: a form, signed where a word of signing stands.
  const signing = (line: Line | undefined) => words.signing.test(line?.text ?? '');
  if (start === from) while (start < to && !signing(lines[start])) start++;
  while (start < to && !/[：:]/.test(lines[start]?.text ?? '') && !words.signing.test(lines[start]?.text ?? ''))
    start++;
  if (!lines.slice(start, to).some(({ text }) => words.signing.test(text))) return to;
  return start;
}

function isField({ text, cells }: Line, words: Words): boolean {
  if (cells !== undefined) return words.signing.test(text);
  if (/[。；！？][”）)】\]]*$/.test(text) || text.length > 60 || /[。；，]/.test(text)) return false;
  const marker = markerAt(text);
  return (
    marker === undefined ||
    marker.kind === 'stem' ||
    (marker.kind === 'decimal' && marker.numbers.length > 2) ||
    /^\d{4}/.test(text)
  );
}
