import type { Change } from '../../diff/change.ts';
import { partNames } from '../../locale/diff.ts';
import type { Lang } from '../../locale/index.ts';
import { type DiffResult, type Told, told } from './words.ts';

interface Shown {
  change: Change;
  words: Told;
}

/** Changes of terms by part of the contract, and those without effect in law. */
export function byPart(result: DiffResult, lang: Lang): { parts: { title: string; items: Shown[] }[]; idle: Shown[] } {
  const all = result.changes.map((change) => ({ change, words: told(change, result, lang) }));
  const isLegal = ({ words }: Shown) => words.legal;
  const partOf = ({ words }: Shown) => (words.part in partNames ? words.part : 'id');
  const parts = Object.entries(partNames).flatMap(([part, title]) => {
    const items = all.filter((one) => isLegal(one) && partOf(one) === part);
    return items.length > 0 ? [{ title: title[lang], items }] : [];
  });
  return { parts, idle: all.filter((one) => !isLegal(one)) };
}
