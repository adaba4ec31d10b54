import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RuleText, Shown, Suppressed } from '../format/problems/shown.ts';
import type { Lang } from '../locale/text.ts';
import { count, type Problem, stop } from '../problem.ts';
import type { Source } from '../yaml/read.ts';
import { type Flag, flags, type Io, langOf, type Options, text, texts } from './command.ts';
import { writeWhole } from './output.ts';

const formats = ['pretty', 'json', 'sarif', 'junit', 'github'] as const;
type Format = (typeof formats)[number];

/** What every command takes whose result is a list of problems. */
export const problemFlags: readonly Flag[] = [
  { syntax: '--format <format>', choices: formats, default: 'pretty' },
  { syntax: '--output <format=file>', repeat: true },
  flags.asOf,
  flags.lang,
];

/** What was found in a file. */
export interface Looked {
  file: string;
  readable: boolean;
  problems: readonly Problem[];
  /** Kept only where it suppresses something: thousands of files are looked at in one run. */
  source: Source | undefined;
}

/** What was found in a source. */
export const found = (source: Source, problems: readonly Problem[]): Looked => {
  const { suppressions } = (source.data ?? {}) as { suppressions?: unknown };
  return { file: source.file, readable: true, problems, source: suppressions === undefined ? undefined : source };
};

/** Rules beside the checks of validation that have run, by their codes. */
export interface RulesRun {
  texts: ReadonlyMap<string, RuleText>;
  /** Severities that make the exit code 1. */
  failOn: readonly Problem['severity'][];
}

/**
 * Shows problems as the flags ask, each suppressed one only in the tally, with a line of summary. Returns the exit
 * code: 2 where a file could not be read, else 1 where a problem is grave enough. Throws Stop for a wrong flag or a file
 * that cannot be written.
 */
export async function showProblems(
  looked: readonly Looked[],
  options: Options,
  io: Io,
  rules: RulesRun = { texts: new Map(), failOn: ['error'] },
): Promise<number> {
  const lang = langOf(options);
  const outputs = outputsOf(options, looked);
  const shown = { ...(await sifted(looked, rules, options, lang)), files: looked.map(({ file }) => file) };
  const format = (text(options, 'format') ?? 'pretty') as Format;
  // Nothing to tell needs no words.
  if (shown.problems.length > 0 || format !== 'pretty' || outputs.length > 0) {
    const { problemFormats } = await import('../format/problems/index.ts');
    const all: Shown = { ...shown, texts: rules.texts };
    for (const { as, file } of outputs) writeWhole(file, `${problemFormats[as](all, lang)}\n`);
    const told = problemFormats[format](all, lang);
    if (told) io.out(`${told}\n`);
  }
  if (format === 'pretty') io.err(`${summary(shown, lang)}\n`);
  if (looked.some(({ readable }) => !readable)) return 2;
  return shown.problems.some(({ severity }) => rules.failOn.includes(severity)) ? 1 : 0;
}

/** `--output sarif=out.sarif`, as often as wanted. */
function outputsOf(options: Options, looked: readonly Looked[]): { as: Format; file: string }[] {
  const given = texts(options, 'output').map((value) => {
    const at = value.indexOf('=');
    const [as, file] = [value.slice(0, at), value.slice(at + 1)];
    if (at < 0 || file === '' || !formats.includes(as as Format)) refused(value);
    return { as: as as Format, file, value };
  });
  const taken = new Set(looked.map(({ file }) => real(file)));
  for (const { file } of given) {
    if (taken.has(real(file))) stop('output-taken', {}, { file });
    taken.add(real(file));
  }
  return given;
}

const real = (file: string): string => (existsSync(file) ? realpathSync(file) : resolve(file));

const refused = (value: string): never =>
  stop('flag-invalid', { flag: '--output', value, expected: `${formats.join('|')}=FILE` });

async function sifted(
  looked: readonly Looked[],
  { texts: ran }: RulesRun,
  options: Options,
  lang: Lang,
): Promise<{ problems: Problem[]; suppressed: Suppressed[] }> {
  if (!looked.some(({ source }) => source)) return { problems: looked.flatMap((one) => one.problems), suppressed: [] };
  const [{ sift }, { asOfFlag }, { codesOf }] = await Promise.all([
    import('../contract/suppressions.ts'),
    import('./as-of.ts'),
    import('./codes.ts'),
  ]);
  const [day, codes] = [asOfFlag(options).slice(0, 10), codesOf([...ran.keys()])];
  const each = looked.map(({ source, problems }) =>
    source ? sift(problems, source, day, codes) : { problems: [...problems], suppressed: [] },
  );
  const suppressed = each.flatMap((one) => one.suppressed);
  return {
    problems: each.flatMap((one) => one.problems),
    suppressed: suppressed.map(({ problem, suppression: { reason, expires } }) => ({
      problem,
      reason: reason[lang],
      expires,
    })),
  };
}

function summary({ problems, suppressed, files }: Shown, lang: Lang): string {
  const [errors, warnings, hints] = [count(problems, 'error'), count(problems, 'warning'), count(problems, 'info')];
  if (lang === 'zh') {
    const more = `${hints > 0 ? `，${hints} 个提示` : ''}${suppressed.length > 0 ? `；另有 ${suppressed.length} 项已按 suppressions 略去` : ''}`;
    return `检查了 ${files.length} 个文件：${errors} 个错误，${warnings} 个警告${more}。`;
  }
  const more = `${hints > 0 ? `, ${hints} hint(s)` : ''}${suppressed.length > 0 ? `; ${suppressed.length} suppressed` : ''}`;
  return `${files.length} file(s) checked: ${errors} error(s), ${warnings} warning(s)${more}.`;
}
