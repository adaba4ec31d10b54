import type { Meaning } from './compile.ts';
import type { Value } from './values/kinds.ts';

/** A value as it was read. */
export const given = (value: unknown): Value => ({ is: 'given', value });

/** What a wording means; undefined where none of the known ones is it. */
export function meant(meanings: readonly Meaning[], text: string): Value | undefined {
  const known = meanings.find(({ pattern }) => pattern.test(text));
  return known && given(known.means === '=' ? text : known.means);
}

/** What all words in a text mean, in their order there; undefined where there is none. */
export function listIn(meanings: readonly Meaning[], text: string): Value | undefined {
  const all = meanings.flatMap(({ pattern, means }) =>
    [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ index, means: means === '=' ? word : means })),
  );
  const list = [...new Set(all.sort((a, b) => a.index - b.index).map(({ means }) => means))];
  return list.length > 0 ? given(list) : undefined;
}

/** Whether a list has an item in which no word is known, or goes on where nothing is known any more. */
export function hasUnknown(meanings: readonly Meaning[], text: string, before = ''): boolean {
  const known = meanings.reduce((rest, { pattern }) => rest.replaceAll(pattern, '\u0000'), text);
  if (before === '、' || /(?:[、或及和与]|或者)$/.test(text)) return true;
  return known.split(/[、，,/]|或者?|以?及|和|与/).some((item) => !item.includes('\u0000') && /\p{L}/u.test(item));
}
