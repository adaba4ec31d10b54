import stringWidth from 'string-width';
import { placeOf } from '../../diff/place.ts';
import { diffWords } from '../../locale/diff.ts';
import type { Lang } from '../../locale/index.ts';
import { pad, wrap } from '../width.ts';
import { countsOf } from './counts.ts';
import { byPart } from './parts.ts';
import { type DiffResult, meaningTold, type Told } from './words.ts';

/** 80 columns wide: the count, then the changes of terms by part, then what has no effect in law. */
export function pretty(result: DiffResult, lang: Lang): string {
  const words = diffWords[lang];
  const { before, after, changes } = result;
  const names = [`${words.from}${words.colon}${before.label}`, `${words.to}${words.colon}${after.label}`];
  if (changes.length === 0) return [...names, '', words.same].join('\n');
  const { parts, idle } = byPart(result, lang);
  const sections = parts.map(({ title, items }) => {
    const width = Math.max(...items.map((one) => stringWidth(one.words.clause)));
    const line = (which: 'before' | 'after', { change }: (typeof items)[number]) =>
      placeOf(change.trail, which, result[which]).line ?? 1;
    const list = items.map((one) => {
      const place = words.lines(line('before', one), line('after', one));
      return entry(one.words, width, lang, lang === 'zh' ? `（${place}）` : ` (${place})`);
    });
    return [`■ ${title}`, ...list].join('\n');
  });
  const rest = idle.map(({ words: one }) => wrap(`${lead(one)}${one.what}${words.comma}${one.effect}`, 80, '  '));
  const last = idle.length > 0 ? [[`□ ${words.idle}`, ...rest].join('\n')] : [];
  const head = [...names, '', wrap(words.summary(countsOf(changes)), 80)].join('\n');
  return [head, ...sections, ...last].join('\n\n');
}

const lead = ({ clause }: Told): string => (clause === '' ? '' : `${clause}  `);

function entry(one: Told, width: number, lang: Lang, place: string): string {
  const words = diffWords[lang];
  const indent = ' '.repeat(width + (width > 0 ? 4 : 2));
  const hang = (text: string, more = '') => wrap(text, 80, indent + more);
  const first = hang(changeTold(one)).slice(indent.length);
  const effects = one.effects.map((inner) =>
    hang(`${changeTold(inner)}${words.colon}${meaningTold(inner, lang)}`, '  '),
  );
  return [
    `  ${width > 0 ? `${pad(one.clause, width)}  ` : ''}${first}`,
    hang(`⇒ ${meaningTold(one, lang)}${place}`),
    ...one.readings.map((each) => hang(`· ${words.reading(each.means)}${words.colon}${meaningTold(each, lang)}`, '  ')),
    ...(effects.length > 0 ? [hang(words.effects), ...effects] : []),
  ].join('\n');
}

const changeTold = ({ what, before, after }: Told): string => `${what}  ${before} → ${after}`;
