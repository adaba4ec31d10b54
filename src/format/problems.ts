import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import stringWidth from 'string-width';
import { type Lang, say } from '../locale/index.ts';
import { codeOf, type Problem } from '../problem.ts';

const marks: Record<Lang, Record<Problem['severity'], string>> = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' },
};

/** Every format a problem list can be printed in. */
export const problemFormats = { pretty, json, github } satisfies Record<
  string,
  (problems: readonly Problem[], lang: Lang) => string
>;

export const count = (problems: readonly Problem[], severity: Problem['severity']): number =>
  problems.filter((p) => p.severity === severity).length;

function pretty(problems: readonly Problem[], lang: Lang): string {
  return problems.map((p) => prettyOne(p, lang)).join('\n');
}

function prettyOne(problem: Problem, lang: Lang): string {
  const { message, help } = say(problem, lang);
  const file = problem.file ? shortPath(problem.file) : undefined;
  const place = [file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const head = `${place ? `${place}  ` : ''}${marks[lang][problem.severity]} [${codeOf(problem)}] ${message}`;
  return `${[head, ...frame(problem), `  ${lang === 'zh' ? '改法：' : 'Mend: '}${help}`].join('\n')}\n`;
}

/** The line itself with a caret under the place; widths are counted in cells so that it stands right under Chinese. */
function frame({ file, line, column }: Problem): string[] {
  if (!file || !line || !/\.(ya?ml|json)$/.test(file) || !existsSync(file)) return [];
  const text = readFileSync(file, 'utf8').split(/\r?\n/)[line - 1];
  if (text === undefined) return [];
  const gutter = `  ${line} | `;
  const before = text.slice(0, (column ?? 1) - 1).replaceAll('\t', ' ');
  return [gutter + text.replaceAll('\t', ' '), `${' '.repeat(gutter.length + stringWidth(before))}^`];
}

/** A problem in the shape of design.md §8. */
export function problemJson(problem: Problem, lang: Lang) {
  const { message, help } = say(problem, lang);
  const { severity, file, line, column, pointer } = problem;
  const code = codeOf(problem);
  return {
    ...{ code, severity, file: file ? shortPath(file) : null, line: line ?? null, column: column ?? null },
    ...{ pointer: pointer ?? null, message, help },
  };
}

function json(problems: readonly Problem[], lang: Lang): string {
  const list = problems.map((p) => problemJson(p, lang));
  const summary = { errors: count(problems, 'error'), warnings: count(problems, 'warning') };
  return JSON.stringify({ problems: list, summary }, null, 2);
}

/** GitHub's workflow commands: an annotation at the line. */
function github(problems: readonly Problem[], lang: Lang): string {
  const levels = { error: 'error', warning: 'warning', info: 'notice' };
  const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return problems
    .map((p) => {
      const { message, help } = say(p, lang);
      const place = { file: p.file && shortPath(p.file), line: p.line, col: p.column, title: codeOf(p) };
      const properties = Object.entries(place).flatMap(([k, v]) =>
        v === undefined ? [] : [`${k}=${escapeProperty(String(v))}`],
      );
      return `::${levels[p.severity]} ${properties.join(',')}::${escapeData(`${message} ${help}`)}`;
    })
    .join('\n');
}

/** Relative to here where the file lies below, as it was named elsewhere. */
function shortPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}
