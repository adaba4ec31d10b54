import type { Problem, ProblemCode, ProblemData } from '../problem.ts';
import * as en from './en/index.ts';
import type { Lang } from './text.ts';
import * as zh from './zh/index.ts';

export type { Lang } from './text.ts';

export interface Said {
  message: string;
  /** How to mend it. */
  help: string;
}

/** A locale must speak every problem code: a missing one does not compile. */
export type ProblemTexts = { [C in ProblemCode]: (data: ProblemData[C]) => Said };

const locales = { zh, en };

export function say(problem: Problem, lang: Lang): Said {
  const texts: Record<string, (data: never) => Said> = locales[lang].problems;
  const text = texts[problem.code] as (data: Problem['data']) => Said;
  return text(problem.data);
}
