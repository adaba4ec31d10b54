import { relative } from 'node:path';
import { type Lang, say } from '../../locale/index.ts';
import { codeOf, type Problem } from '../../problem.ts';

/** A problem that the contract itself says may stand, and until when. */
export interface Suppressed {
  problem: Problem;
  reason: string;
  /** The last day on which it may stand. */
  expires: string;
}

/** What a reader is told of a code that comes from a rule file. */
export interface RuleText {
  title: string;
  help: string;
}

/** What a format shows: problems, those that were suppressed, and the files that were looked at. */
export interface Shown {
  problems: readonly Problem[];
  suppressed: readonly Suppressed[];
  files: readonly string[];
  texts?: ReadonlyMap<string, RuleText>;
}

/** Relative to here where the file lies below, as it was named elsewhere. */
export function shortPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}

/** A problem in the shape of design.md §8. */
export function problemJson(problem: Problem, lang: Lang) {
  const { message, help } = say(problem, lang);
  const { severity, file, line, column, pointer } = problem;
  return {
    ...{ code: codeOf(problem), severity, file: file ? shortPath(file) : null },
    ...{ line: line ?? null, column: column ?? null, pointer: pointer ?? null, message, help },
  };
}
