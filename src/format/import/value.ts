import { isData } from '../../intake/template.ts';
import type { Lang } from '../../locale/text.ts';

/** A value of a draft on one line, as a person reads it: `limit.hours 24`, text in the reader's language. */
export function valueText(value: unknown, lang: Lang): string {
  if (Array.isArray(value)) return value.map((one) => valueText(one, lang)).join(', ');
  if (!isData(value)) return String(value);
  if (value.blank === true) return '▁';
  if (typeof value[lang] === 'string') return value[lang];
  return Object.entries(value)
    .filter(([key]) => !['clause', 'title', 'kind', 'bearer', 'readings'].includes(key))
    .map(([key, one]) => `${key} ${valueText(one, lang)}`)
    .join(', ');
}
