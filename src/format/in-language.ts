import type { Lang } from '../locale/index.ts';

/** A value for JSON, with every text of two languages as the one that is asked for. */
export function inLanguage(value: unknown, lang: Lang): unknown {
  if (Array.isArray(value)) return value.map((one) => inLanguage(one, lang));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 2 && 'zh' in value && 'en' in value) return value[lang];
  return Object.fromEntries(entries.map(([key, one]) => [key, inLanguage(one, lang)]));
}
