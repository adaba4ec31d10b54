import { diffWords } from '../../locale/diff.ts';
import type { Lang } from '../../locale/index.ts';
import { countsOf } from './counts.ts';
import { byPart } from './parts.ts';
import { type DiffResult, meaningTold, type Told } from './words.ts';

/** For a comment of a merge request: the count, a table a part, and what has no effect in law folded away. */
export function markdown(result: DiffResult, lang: Lang): string {
  const words = diffWords[lang];
  const { before, after, changes } = result;
  const names = `${words.from}${words.colon}${escaped(before.label)}<br>${words.to}${words.colon}${escaped(after.label)}`;
  const head = `### ${words.title}${words.colon}${escaped(after.contract.title[lang])}\n\n${names}`;
  if (changes.length === 0) return `${head}\n\n${words.same}`;
  const { parts, idle } = byPart(result, lang);
  const tables = parts.map(({ title, items }) => {
    const rows = items.map(({ words: one }) => row(one, lang));
    return [`#### ${title}`, '', line(words.heads), line(words.heads.map(() => '---')), ...rows].join('\n');
  });
  const rest = idle.map(
    ({ words: one }) => `- ${escaped([one.clause, one.what].filter(Boolean).join(' '))}${words.colon}${one.effect}`,
  );
  const folded = `<details><summary>${words.idle}${lang === 'zh' ? `（${idle.length}）` : ` (${idle.length})`}</summary>\n\n${rest.join('\n')}\n\n</details>`;
  const sum = `**${words.summary(countsOf(changes))}**`;
  return [head, sum, ...tables, ...(idle.length > 0 ? [folded] : [])].join('\n\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function row(one: Told, lang: Lang): string {
  const words = diffWords[lang];
  const inner = one.effects.map(
    (each) => `${escaped(each.what)} ${arrow(each)}${words.comma}${meaningTold(each, lang)}`,
  );
  const read = one.readings.map(
    (each) => `${escaped(words.reading(each.means))}${words.colon}${meaningTold(each, lang)}`,
  );
  return line([
    escaped(one.clause),
    [escaped(one.what), ...(inner.length > 0 ? [words.effects, ...inner] : [])].join('<br>'),
    arrow(one),
    [one.effect, ...read].join('<br>'),
    words.helped[one.helps ?? 'none'],
  ]);
}

const arrow = ({ before, after }: Told): string => `${escaped(before)} → **${escaped(after)}**`;

/** Text of a contract in a cell: no markup, no HTML, no mention of people or issues, no second line. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>@#]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()~|!$]/g, (sign) => `\\${sign}`)
    .replace(/\s+/g, ' ')
    .trim();
