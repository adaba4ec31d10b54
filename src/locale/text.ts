export type Lang = 'zh' | 'en';

/** A text in both languages. */
export type Text = Record<Lang, string>;

/** Of what schemas say, "中文 / English", the half in a language; empty where there is none. */
export function halfOf(both: string, lang: Lang): string {
  const [zh = '', ...en] = both.split(' / ');
  return lang === 'zh' ? zh : en.join(' / ');
}

/** Of what schemas say, "中文：更多 / English: more", the words in a language before the first of some signs. */
export const firstOf = (both: string, lang: Lang, signs: RegExp): string =>
  halfOf(both, lang).split(signs)[0]?.trim() ?? '';
