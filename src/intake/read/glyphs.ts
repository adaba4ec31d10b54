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
const chinese = new Map([...',，:：;；'.matchAll(/(.)(.)/gu)].map(([, half = '', full = '']) => [half, full]));

/** A function of one character that works each out once. */
function remembered<T>(work: (one: string) => T): (one: string) => T {
  const known = new Map<string, T>();
  return (one) => {
    let found = known.get(one);
    if (found === undefined) {
      found = work(one);
      known.set(one, found);
    }
    return found;
  };
}

/** A character in its normal form, white space as a space. */
function plain(one: string): string {
  if (white.test(one)) return ' ';
  if (invisible.test(one)) return '';
  if (kept.test(one)) return one;
  return boxes.get(one) ?? dress.get(one) ?? ideographOf(one).replace(/\s/gu, '');
}
const normal = remembered(plain);

const isWide = (sign: string | undefined): boolean => sign !== undefined && isWideOf(sign.at(-1) ?? '');
const isWideOf = remembered((one) => wide.test(one));

/** The signs of a printed text, each in its normal form, with its place and the gap before it. */
interface Signs {
  text: string[];
  place: number[];
  gap: string[];
}

function signsOf({ text, at }: Passage, shift: number): Signs {
  const signs: Signs = { text: [], place: [], gap: [] };
  let gap = '';
  let i = 0;
  for (const one of text) {
    const what = normal(one);
    if (what === ' ') gap += one;
    else if (what !== '') {
      signs.text.push(what);
      signs.place.push((at[i] ?? 0) + shift);
      signs.gap.push(gap);
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
 *
 * @param shift is added to every place
 */
export function cleaned(passage: Passage, shift = 0): Passage {
  const signs = signsOf(passage, shift);
  for (let i = 0; i < signs.text.length; i++) {
    const meant = chinese.get(signs.text[i] ?? '');
    if (meant && (isWide(signs.text[i - 1]) || isWide(signs.text[i + 1]))) signs.text[i] = meant;
  }
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < signs.text.length; i++) {
    const sign = signs.text[i] ?? '';
    const put = i > 0 && signs.gap[i] !== '' && isKept(signs, i) ? ` ${sign}` : sign;
    text += put;
    for (let k = 0; k < put.length; k++) at.push(signs.place[i] ?? 0);
  }
  return { text, at };
}

/** Whether the gap before a sign is printed: between Latin words always, beside Han only a wide one between words. */
function isKept({ text, gap }: Signs, i: number): boolean {
  if (!isWide(text[i - 1]) && !isWide(text[i])) return true;
  if (!isWideGap(gap[i] ?? '')) return false;
  // A word of one letter on either side: the letters of a word are spread.
  const isLetter = (k: number): boolean =>
    han.test(text[k] ?? '') && (gap[k + 1] !== '' || !han.test(text[k + 1] ?? ''));
  const stands = i === 1 || gap[i - 1] !== '' || !han.test(text[i - 2] ?? '');
  return !(stands && isLetter(i - 1) && isLetter(i));
}
