import { count, problemFormats } from '../format/problems.ts';
import type { Problem, Severity } from '../problem.ts';
import { type Flag, flags, type Io, langOf, type Options } from './command.ts';

/** What every command takes whose result is a list of problems. */
export const problemFlags: readonly Flag[] = [
  { syntax: '--format <format>', choices: Object.keys(problemFormats), default: 'pretty' },
  flags.lang,
];

/** Shows problems as the flags ask, with a line of summary. Returns the exit code: 1 where one is of a severity that counts. */
export function showProblems(
  problems: readonly Problem[],
  files: number,
  options: Options,
  io: Io,
  counting: readonly Severity[] = ['error'],
): number {
  const lang = langOf(options);
  const format = options.format as keyof typeof problemFormats;
  const shown = problemFormats[format](problems, lang);
  if (shown) io.out(`${shown}\n`);
  const errors = count(problems, 'error');
  if (format === 'pretty') io.err(`${summary(files, errors, count(problems, 'warning'), lang)}\n`);
  return problems.some(({ severity }) => counting.includes(severity)) ? 1 : 0;
}

function summary(files: number, errors: number, warnings: number, lang: 'zh' | 'en'): string {
  return lang === 'zh'
    ? `检查了 ${files} 份合同：${errors} 个错误，${warnings} 个警告。`
    : `${files} contract(s) checked: ${errors} error(s), ${warnings} warning(s).`;
}
