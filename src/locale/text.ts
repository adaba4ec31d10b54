export type Lang = 'zh' | 'en';

/** A text in both languages. */
export type Text = Record<Lang, string>;
