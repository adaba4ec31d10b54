import type { Change } from '../../diff/change.ts';
import { groupBy } from '../../group.ts';
import { diffWords, partNames } from '../../locale/diff.ts';
import type { Lang } from '../../locale/index.ts';
import { type DiffResult, joined, type Told, told } from './words.ts';

/** A change, or one that several things share. */
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
    return items.length > 0 ? [{ title: title[lang], items: together(items, lang) }] : [];
  });
  return {
    parts,
    idle: together(
      all.filter((one) => !isLegal(one)),
      lang,
    ),
  };
}

/** So many owners are named. */
const most = 3;

/** The same change of several things, as one anchor of YAML makes it, is told once. */
function together(items: readonly Shown[], lang: Lang): Shown[] {
  const groups = groupBy(items, ({ words: { names, what: _, ...rest } }) =>
    JSON.stringify([names.slice(1), names.length > 1 || names[0], rest]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1 || first.words.names.length < 2) return group;
    const owners = group.slice(0, most).map(({ words }) => words.names[0] ?? '');
    const [, ...term] = first.words.names;
    const what = joined([diffWords[lang].shared(owners, group.length), ...term], lang);
    return [{ ...first, words: { ...first.words, what } }];
  });
}
