import type { Edit } from '../problem.ts';

const half: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '、': ',',
  '。': '.',
  '\u00a0': ' ',
};

/** Text with every full-width letter, digit and mark as its half-width one; spaces that are two cells wide stay. */
export const toHalf = (text: string): string =>
  text.replace(/[\uff01-\uff5e“”‘’、。\u00a0]/g, (one) => half[one] ?? String.fromCharCode(one.charCodeAt(0) - 0xfee0));

/** The first character of a text that is wider than it need be, with its half-width one. */
export function firstWide(text: string): { character: string; halfwidth: string; at: number } | undefined {
  const at = text.search(/[\uff01-\uff5e“”‘’、。\u3000\u00a0]/);
  const character = text[at];
  return character === undefined ? undefined : { character, halfwidth: toHalf(character), at };
}

/** Full-width punctuation on the line of a fault, outside of quotes: most likely what caused it. */
export function widePunctuation(text: string, offset: number) {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = (text.slice(start).split('\n', 1)[0] ?? '').replace(/"[^"]*"|'[^']*'/g, (quoted) =>
    ' '.repeat(quoted.length),
  );
  const at = line.search(/[，：｛｝［］“”]/);
  const character = line[at];
  if (character === undefined) return undefined;
  const halfwidth = toHalf(character);
  const spaced = /[,:]/.test(halfwidth) && line[at + 1] !== ' ' ? `${halfwidth} ` : halfwidth;
  const edit: Edit = { start: start + at, end: start + at + 1, text: spaced };
  // Brackets come in pairs; a further comma may be part of a text.
  const pairs = [...line.matchAll(/[｛｝［］“”]/g)].map(({ index, 0: one }) => ({
    ...{ start: start + index, end: start + index + 1, text: toHalf(one) },
  }));
  return { character, halfwidth, offset: start + at, edits: /[，：]/.test(character) ? [edit] : pairs };
}
