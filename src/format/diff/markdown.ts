import { diffWords } from '../../locale/diff.ts';
import type { Lang } from '../../locale/index.ts';
import { markdownText } from '../markdown.ts';
import { countsOf } from './counts.ts';
import { byPart } from './parts.ts';
import { type DiffResult, meaningTold, type Told } from './words.ts';

/** For a comment of a merge request: the count, a table a part, and what has no effect in law folded away. */
export function markdown(result: DiffResult, lang: Lang): string {
  const words = diffWords[lang];
  const { before, after, changes } = result;
  const names = `${words.from}${words.colon}${markdownText(before.label)}<br>${words.to}${words.colon}${markdownText(after.label)}`;
  const head = `### ${words.title}${words.colon}${markdownText(after.contract.title[lang])}\n\n${names}`;
  if (changes.length === 0) return `${head}\n\n${words.same}`;
  const { parts, idle } = byPart(result, lang);
  const tables = parts.map(({ title, items }) => {
    const rows = items.map(({ words: one }) => row(one, lang));
    return [`#### ${title}`, '', line(words.heads), line(words.heads.map(() => '---')), ...rows].join('\n');
  });
  const rest = idle.map(
    ({ words: one }) =>
      `- ${markdownText([one.clause, one.what].filter(Boolean).join(' '))}${words.colon}${one.effect}`,
  );
  const folded = `<details><summary>${words.idle}${lang === 'zh' ? `（${idle.length}）` : ` (${idle.length})`}</summary>\n\n${rest.join('\n')}\n\n</details>`;
  const sum = `**${words.summary(countsOf(changes))}**`;
  return [head, sum, ...tables, ...(idle.length > 0 ? [folded] : [])].join('\n\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function row(one: Told, lang: Lang): string {
  const words = diffWords[lang];
  const inner = one.effects.map(
    (each) => `${markdownText(each.what)} ${arrow(each)}${words.comma}${meaningTold(each, lang)}`,
  );
  const read = one.readings.map(
    (each) => `${markdownText(words.reading(each.means))}${words.colon}${meaningTold(each, lang)}`,
  );
  return line([
    markdownText(one.clause),
    [markdownText(one.what), ...(inner.length > 0 ? [words.effects, ...inner] : [])].join('<br>'),
    arrow(one),
    [one.effect, ...read].join('<br>'),
    words.helped[one.helps ?? 'none'],
  ]);
}

const arrow = ({ before, after }: Told): string => `${markdownText(before)} → **${markdownText(after)}**`;
