import { ideographOf } from '../../radicals.ts';
import type { Passage } from '../passage.ts';

/** Punctuation and signs that say something in a contract and that NFKC would take apart: ，is no comma of a number, ① no 1. */
const kept = /[，：；！？…‥①-⑳㉑-㉟㊱-㊿❶-❿º°¼-¾′″]/u;
const invisible = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u;
const white = /\s/u;
/** Boxes of the symbol fonts that word processors put into private codes: ticked, crossed, empty. */
const boxes = new Map(
  [...'\uF0FE☑\uF052☑\uF0FD☒\uF0FC√\uF0A8□\uF06F□\uF0A3□\uF02A□'.matchAll(/(.)(.)/gu)].map(([, a = '', b = '']) => [
    a,
    b,
  ]),
);
/** The same sign in several dresses. */
const dress = new Map([...'․.‧·・·〜~∼~'.matchAll(/(.)(.)/gu)].map(([, a = '', b = '']) => [a, b]));

const han = /\p{Script=Han}/u;
const wide = /[\p{Script=Han}\u3000-\u303F，：；！？“”‘’…—①-⑳㉑-㉟㊱-㊿]/u;
const isWideGap = (gap: string): boolean => /[\t\u3000]/u.test(gap) || gap.length >= 3;
const chinese: Record<string, string> = { ',': '，', ':': '：', ';': '；' };

/** A character in its normal form, white space as a space. */
function plain(one: string): string {
  if (white.test(one)) return ' ';
  if (invisible.test(one)) return '';
  if (kept.test(one)) return one;
  return boxes.get(one) ?? dress.get(one) ?? ideographOf(one).replace(/\s/gu, '');
}
const known = new Map<string, string>();
function normal(one: string): string {
  let found = known.get(one);
  if (found === undefined) {
    found = plain(one);
    known.set(one, found);
  }
  return found;
}

const isWide = (sign: { text: string } | undefined): boolean => wide.test(sign?.text.at(-1) ?? '');

interface Sign {
  text: string;
  /** Where it was printed. */
  place: number;
  /** The white space before it. */
  gap: string;
}

/** The signs of a printed text, each in its normal form, and the gap before each. */
function signsOf({ text, at }: Passage): Sign[] {
  const signs: Sign[] = [];
  let gap = '';
  let i = 0;
  for (const one of text) {
    const what = normal(one);
    if (what === ' ') gap += one;
    else if (what !== '') {
      signs.push({ text: what, place: at[i] ?? 0, gap });
      gap = '';
    }
    i += one.length;
  }
  return signs;
}

/**
 * A printed text in the one form that all later stages read, each character with the place where it was printed:
 *
 * - characters as NFKC has them (letters, digits, brackets, %, / half-width; ⑴ is (1)), radicals as their ideographs, boxes of
 *   symbol fonts as ☑ ☒ □; nothing invisible. ① … ㊿ stay, and so do 【】 〔〕 《》 “” and … ;
 * - `，：；！？。、` are Chinese. A half-width `,` `:` `;` becomes Chinese where a Han character or Chinese sign stands on either
 *   side of it (`1,000`, `8:00` and `https:` stay);
 * - white space is one space, and none beside a Han character or Chinese sign, nor at the ends: `云 MAS` is `云MAS`. A wide gap
 *   (a tab, three spaces, a full-width space) stays as one space there too, unless it only spreads the letters of a word
 *   (`地    址`, `甲　　方`).
 */
export function cleaned(passage: Passage): Passage {
  const signs = signsOf(passage);
  for (const [i, sign] of signs.entries()) {
    const meant = chinese[sign.text];
    if (meant && (isWide(signs[i - 1]) || isWide(signs[i + 1]))) sign.text = meant;
  }
  let text = '';
  const at: number[] = [];
  for (const [i, sign] of signs.entries()) {
    const put = i > 0 && sign.gap !== '' && isKept(signs, i) ? ` ${sign.text}` : sign.text;
    text += put;
    for (let k = 0; k < put.length; k++) at.push(sign.place);
  }
  return { text, at };
}

/** Whether the gap before a sign is printed: between Latin words always, beside Han only a wide one between words. */
function isKept(signs: readonly Sign[], i: number): boolean {
  const [before, sign] = [signs[i - 1], signs[i]];
  if (!isWide(before) && !isWide(sign)) return true;
  if (!isWideGap(sign?.gap ?? '')) return false;
  // A word of one letter on either side: the letters of a word are spread.
  const isLetter = (k: number, next: Sign | undefined): boolean =>
    han.test(signs[k]?.text ?? '') && (next?.gap !== '' || !han.test(next.text));
  const stands = i === 1 || signs[i - 1]?.gap !== '' || !han.test(signs[i - 2]?.text ?? '');
  return !(stands && isLetter(i - 1, sign) && isLetter(i, signs[i + 1]));
}
