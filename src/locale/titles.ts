import type { ProblemCode } from '../problem.ts';
import { titles as en } from './en/titles.ts';
import type { Lang } from './text.ts';
import { titles as zh } from './zh/titles.ts';

/** What each problem code is about, in a few words. */
export const problemTitles = (lang: Lang): Readonly<Record<ProblemCode, string>> => (lang === 'zh' ? zh : en);
