import type { DatesAhead, DueDate, Undated } from '../../dates/due-date.ts';
import { calendarWords } from '../../locale/dates.ts';
import type { Lang } from '../../locale/text.ts';
import { daysBetween } from '../../time/day.ts';
import { dayOf } from '../../time/instant.ts';

/** What is said of a date behind what is to be done. */
export function notesOf(date: DueDate, asOf: string, lang: Lang): string[] {
  const words = calendarWords[lang];
  return [
    ...(date.state === 'overdue' ? [words.late(daysBetween(date.day, dayOf(asOf)))] : []),
    ...(date.from !== null && date.from > asOf ? [words.opens(dayOf(date.from))] : []),
    ...(date.readings.length > 0 ? [words.reading(date.readings.map(({ means }) => means[lang]))] : []),
    ...(date.ifRenewed ? [words.ifRenewed] : []),
    ...(date.waiver ? [words.waived(date.waiver.expires)] : []),
  ];
}

/** Why there is no date, and of what. */
export function reasonOf({ reason, cases, labels }: Undated, lang: Lang): string {
  return [reason[lang], ...(labels.length > 0 ? [calendarWords[lang].cases(cases, labels)] : [])].join(
    lang === 'zh' ? '' : ' ',
  );
}

/** A date that is to be kept: not waived. */
export const isDue = ({ waiver }: DueDate): boolean => waiver === null;

/** Whether something is overdue that nobody waived. */
export const isOverdue = ({ dates }: DatesAhead): boolean => dates.some((one) => one.state === 'overdue' && isDue(one));
