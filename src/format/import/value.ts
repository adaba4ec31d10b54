import { isData } from '../../intake/template.ts';
import type { Lang } from '../../locale/text.ts';
import { limitWords } from '../../locale/words.ts';
import { termsTold } from '../terms.ts';

const units = ['hours', 'days', 'workdays', 'months'];

/** A value of a draft on one line, in the reader's words: of an obligation its parameters, of a limit its time. */
export function valueText(value: unknown, lang: Lang): string {
  if (Array.isArray(value)) return value.map((one) => valueText(one, lang)).join(', ');
  if (!isData(value)) return String(value);
  if (value.blank === true) return '▁';
  if (typeof value[lang] === 'string') return value[lang];
  const [[unit = '', amount] = [], ...more] = Object.entries(value);
  if (more.length === 0 && typeof amount === 'number' && units.includes(unit)) return limitWords(amount, unit)[lang];
  if (typeof value.kind === 'string' && isData(value.parameters)) {
    const told = termsTold(value.kind, value.parameters, lang);
    return told.map(({ name, value: one }) => `${name} ${one}`).join(lang === 'zh' ? '；' : '; ');
  }
  return Object.entries(value)
    .filter(([key]) => !['clause', 'title', 'kind', 'service', 'bearer', 'readings'].includes(key))
    .map(([key, one]) => `${key} ${valueText(one, lang)}`)
    .join(', ');
}
