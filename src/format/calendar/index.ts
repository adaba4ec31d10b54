import type { DatesAhead } from '../../dates/due-date.ts';
import type { Lang } from '../../locale/text.ts';
import type { Receipt } from '../../rules/finding.ts';
import { inLanguage } from '../in-language.ts';
import { calendarIcs } from './ics.ts';
import { calendarPretty } from './pretty.ts';

/** The dates of a contract, and what they were computed from. */
export type Dated = DatesAhead & { receipt: Receipt };

type Format = (all: readonly Dated[], options: { lang: Lang; alarms: readonly string[] }) => string;

/** Every format in which dates ahead are shown; each ends its last line. */
export const calendarFormats = {
  pretty: (all, { lang }) => `${calendarPretty(all, lang)}\n`,
  ics: (all, { lang, alarms }) => calendarIcs(all, lang, alarms),
  json: (all, { lang }) => `${JSON.stringify(inLanguage({ contracts: all }, lang), null, 2)}\n`,
} satisfies Record<string, Format>;
