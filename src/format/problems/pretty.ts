import { existsSync, readFileSync } from 'node:fs';
import stringWidth from 'string-width';
import { type Lang, say } from '../../locale/index.ts';
import { codeOf, type Problem } from '../../problem.ts';
import { harmless } from '../width.ts';
import { type Shown, shortPath } from './shown.ts';

const marks: Record<Lang, Record<Problem['severity'], string>> = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' },
};

/** For a reader: place, message, the line with a caret, and how to mend it. */
export function pretty({ problems }: Pick<Shown, 'problems'>, lang: Lang): string {
  const known = new Map<string, readonly string[]>();
  const linesOf = (file: string) => {
    const lines = known.get(file) ?? (existsSync(file) ? readFileSync(file, 'utf8').split(/\r?\n/) : []);
    known.set(file, lines);
    return lines;
  };
  return problems.map((p) => prettyOne(p, lang, linesOf)).join('\n');
}

type LinesOf = (file: string) => readonly string[];

function prettyOne(problem: Problem, lang: Lang, linesOf: LinesOf): string {
  const { message, help } = say(problem, lang);
  const file = problem.file ? shortPath(problem.file) : undefined;
  const place = [file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const head = `${place ? `${place}  ` : ''}${marks[lang][problem.severity]} [${codeOf(problem)}] ${message}`;
  const mend = `  ${lang === 'zh' ? '改法：' : 'Mend: '}${help}`;
  return `${[head, ...frame(problem, linesOf), mend].map(harmless).join('\n')}\n`;
}

/** How much of a long line is shown, in cells. */
const most = 72;

/** The line itself with a caret under the place; widths are counted in cells so that it stands right under Chinese. */
function frame({ file, line, column = 1 }: Problem, linesOf: LinesOf): string[] {
  if (!file || !line || !/\.(ya?ml|json)$/.test(file)) return [];
  const text = linesOf(file)[line - 1]?.replaceAll('\t', ' ');
  if (text === undefined) return [];
  const [shown, before] = part(text, column - 1);
  const gutter = `  ${line} | `;
  return [gutter + shown, `${' '.repeat(gutter.length + stringWidth(before))}^`];
}

/** A line, or of a long one the part about a place, with what of it stands before the place. */
function part(text: string, at: number): [shown: string, before: string] {
  if (stringWidth(text) <= most) return [text, text.slice(0, at)];
  const before = within([...text.slice(0, at)].reverse(), most / 2)
    .reverse()
    .join('');
  const lead = before.length < at ? `…${before}` : before;
  const after = within([...text.slice(at)], most - stringWidth(lead)).join('');
  return [lead + after + (at + after.length < text.length ? '…' : ''), lead];
}

/** As many characters as fit into so many cells. */
function within(characters: readonly string[], cells: number): string[] {
  let used = 0;
  const end = characters.findIndex((one) => {
    used += stringWidth(one);
    return used > cells;
  });
  return characters.slice(0, end < 0 ? characters.length : end);
}
