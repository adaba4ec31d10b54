import { numberOf } from './numeral.ts';

/**
 * How numbers are printed: chapter 第一章, article 第一条, han 一、, hanInBrackets (一), decimal 1.1, digit 1、,
 * digitInBrackets (1), halfBracket 1), circle ①, stem 甲、, colon 1： (in notes only).
 */
export type Kind =
  | 'chapter'
  | 'article'
  | 'han'
  | 'hanInBrackets'
  | 'decimal'
  | 'digit'
  | 'digitInBrackets'
  | 'halfBracket'
  | 'circle'
  | 'stem'
  | 'colon';

/** Of two kinds, neither in use yet, the one of lower rank holds the other. */
export const rank: Readonly<Record<Kind, number>> = {
  ...{ chapter: 0, article: 1, han: 1, hanInBrackets: 2, decimal: 3, digit: 4, digitInBrackets: 5, halfBracket: 5 },
  ...{ stem: 5, circle: 6, colon: 7 },
};

export interface Marker {
  kind: Kind;
  /** One number; a decimal has as many as it has parts. */
  numbers: readonly number[];
  /** As printed, decoration and white space behind it included. */
  printed: string;
}

const decoration = '(?:#{1,6}\\s?|[-*•·]\\s?)?';
const han = '[〇零一二三四五六七八九十]{1,3}';
const forms: readonly [Kind, RegExp][] = [
  ['chapter', new RegExp(`^${decoration}第\\s?(${han}|\\d{1,2})\\s?[章编]\\s?`)],
  ['article', new RegExp(`^${decoration}第\\s?(${han}|\\d{1,2})\\s?条\\s?[、：]?\\s?`)],
  ['han', new RegExp(`^${decoration}(${han})\\s?[、.]\\s?`)],
  ['hanInBrackets', new RegExp(`^${decoration}[(（]\\s?(${han})\\s?[)）]\\s?[、.]?\\s?`)],
  ['decimal', new RegExp(`^${decoration}(\\d{1,2}(?: \\. \\d(?: ?\\d)?){1,3})(?!\\d)\\s?[.、]?\\s?`)],
  ['decimal', new RegExp(`^${decoration}(\\d{1,2}(?:\\. ?\\d{1,2}){1,3})(?!\\d)\\s?[.、]?\\s?`)],
  ['digit', new RegExp(`^${decoration}(\\d{1,2})\\s?(?:、|[.．](?!\\s?\\d))\\s?`)],
  ['digitInBrackets', new RegExp(`^${decoration}[(（]\\s?(\\d{1,2})\\s?[)）]\\s?[、.]?\\s?`)],
  ['halfBracket', new RegExp(`^${decoration}(\\d{1,2})\\s?[)）]\\s?`)],
  ['circle', new RegExp(`^${decoration}([①-⑳])\\s?`)],
  ['stem', new RegExp(`^${decoration}([甲乙丙丁戊己庚辛壬癸])\\s?、\\s?(?![甲乙丙丁])`)],
];
const stems = '甲乙丙丁戊己庚辛壬癸';

/** What a numeral of a kind is as numbers. */
function numbersOf(kind: Kind, text: string): number[] {
  if (kind === 'circle') return [(text.codePointAt(0) ?? 0) - 0x245f];
  if (kind === 'stem') return [stems.indexOf(text) + 1];
  if (kind === 'decimal') return text.replaceAll(' ', '').split('.').map(Number);
  return [numberOf(text)];
}

/** A character with which a marker can begin, so that most lines need no pattern at all. */
const opening = /^[-#*•·第(（〇零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸\d①-⑳]/;

/** The enumerator with which a text begins. */
export function markerAt(text: string): Marker | undefined {
  if (!opening.test(text)) return undefined;
  for (const [kind, form] of forms) {
    const [printed, numeral] = form.exec(text) ?? [];
    if (printed === undefined || numeral === undefined) continue;
    const numbers = numbersOf(kind, numeral);
    if (numbers.every((number) => number > 0)) return { kind, numbers, printed };
  }
  return undefined;
}

const running =
  /([：:；;。，,、])\s?((?:[(（]\s?\d{1,2}\s?[)）]|\d{1,2}(?:[、：:]|\.(?!\d))|[①-⑳]|\d{1,2}\.\d{1,2}(?![\d元%]))\s?)/g;

export interface Running extends Marker {
  /** Where it begins in the line. */
  from: number;
  /** The punctuation before it. */
  after: string;
}

/** The enumerators that stand within a line, behind punctuation. */
export function runningIn(text: string): Running[] {
  const found: Running[] = [];
  for (const match of text.matchAll(running)) {
    const [whole, after = '', printed = ''] = match;
    const from = match.index + whole.length - printed.length;
    const [, colon] = /^(\d{1,2})[：:]\s?$/.exec(printed) ?? [];
    const marker: Marker | undefined =
      colon === undefined ? markerAt(printed) : { kind: 'colon', numbers: [Number(colon)], printed };
    if (marker !== undefined) found.push({ ...marker, printed, from, after });
  }
  return found;
}
