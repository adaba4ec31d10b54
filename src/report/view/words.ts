import { type ReportWords, reportWords } from '../../locale/report.ts';
import type { Lang } from '../../locale/text.ts';
import { type Verdict, verdictNames } from '../../locale/verdicts.ts';

/** What every view is written with. */
export interface Voice extends ReportWords {
  lang: Lang;
}

export const voiceOf = (lang: Lang): Voice => ({ lang, ...reportWords[lang] });

/** A word with its shape and colour; `id` names the symbol and the style. */
export interface Badge {
  id: Verdict;
  word: string;
}

export const badge = (verdict: Verdict, { lang }: Voice): Badge => ({ id: verdict, word: verdictNames[verdict][lang] });

/** All verdicts, what needs action first. */
export const severity = [
  'breached',
  'at-risk',
  'disputed',
  'undetermined',
  'needs-attestation',
  'pending',
  'waived',
  'fulfilled',
  'not-triggered',
] as const satisfies readonly Verdict[];

/** "-12345.60" as "-12,345.60"; what is no decimal number stays as it is. */
export function grouped(number: string): string {
  const [, sign = '', whole, fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(number) ?? [];
  return whole === undefined ? number : `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}
