import { createHash } from 'node:crypto';
import ical, {
  ICalAlarmType,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { DatesAhead, DueDate } from '../../dates/due-date.ts';
import { calendarWords } from '../../locale/dates.ts';
import type { Lang } from '../../locale/text.ts';
import { dayOf, formatInstant, secondsBetween } from '../../time/instant.ts';
import { clockLines } from '../clock.ts';
import { tableWord } from '../evidence.ts';
import { harmless } from '../width.ts';
import { isDue, notesOf, reasonOf } from './words.ts';

/** Reminders where neither the rule nor the user says otherwise. */
const usual = { day: ['7d', '1d'], instant: ['4h', '1h'] };

/** On a day of reminding, at nine in the morning. */
const morning = 9 * 3600;

/**
 * iCalendar (RFC 5545). The same thing has the same UID in every export, and a later as-of a higher SEQUENCE, so that an
 * import updates what an earlier one brought. Days are days, instants UTC; same dates, same bytes. `alarms` (7d, 4h)
 * take the place of all others.
 */
export function calendarIcs(all: readonly DatesAhead[], lang: Lang, alarms: readonly string[]): string {
  const words = calendarWords[lang];
  const calendar = ical({
    prodId: { company: 'lvyue', product: 'lvyue', language: lang.toUpperCase() },
    name: words.name(all.map(({ contract }) => contract)),
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const ahead of all) {
    digests(calendar, ahead, lang);
    const single = ahead.dates.filter(({ state }) => state !== 'now');
    for (const date of single) event(calendar, date, ahead.asOf, lang, alarms);
  }
  return `${calendar.toString()}\r\n`;
}

function event(calendar: ICalCalendar, date: DueDate, asOf: string, lang: Lang, alarms: readonly string[]): void {
  const words = calendarWords[lang];
  const { todo, bearer, at, day, wholeDay, state, clock, ref } = date;
  const overdue = state === 'overdue' ? `[${words.sections.overdue}] ` : '';
  const created = calendar.createEvent({
    ...common(date.contract, date.id, asOf, lang),
    ...(wholeDay ? { start: day, allDay: true } : { start: instant(at) }),
    summary: plain(`${overdue}${words.parties[bearer]}${lang === 'zh' ? '：' : ': '}${todo[lang]}`),
    description: [
      words.lastInstant(date.title[lang], formatInstant(at, 'end')),
      words.of(date.contract),
      words.clause(date.clause),
      ...notesOf(date, asOf, lang),
      ref ? words.record(tableWord(ref.table, lang), ref.id) : words.byContract,
      // What became of it, the last line, is said above where it is known.
      ...(clock
        ? [
            words.counted,
            ...clockLines(clock, asOf, lang)
              .slice(0, -1)
              .map((line) => `· ${line}`),
          ]
        : []),
      '',
      words.noAdvice,
    ]
      .map(plain)
      .join('\n'),
    ...(isDue(date) ? {} : { status: ICalEventStatus.CANCELLED }),
  });
  if (state === 'overdue' || !isDue(date)) return;
  const own = date.alarms.length > 0 ? date.alarms : wholeDay ? usual.day : usual.instant;
  for (const alarm of alarms.length > 0 ? alarms : own) {
    created.createAlarm({ type: ICalAlarmType.display, triggerBefore: secondsBefore(alarm, wholeDay) });
  }
}

/** What stands on the day of as-of: all that is overdue, due now or without a date, one event each. */
function digests(calendar: ICalCalendar, { contract, asOf, dates, undetermined }: DatesAhead, lang: Lang): void {
  const words = calendarWords[lang];
  const line = (one: { bearer: DueDate['bearer']; todo: DueDate['todo']; clause: string }, told: readonly string[]) =>
    `· ${words.parties[one.bearer]} [${one.clause}] ${[one.todo[lang], ...told].join(lang === 'zh' ? '；' : '; ')}`;
  const due = (state: DueDate['state']) => dates.filter((one) => one.state === state && isDue(one));
  const lists = {
    overdue: due('overdue').map((one) => line(one, [formatInstant(one.at, 'end'), ...notesOf(one, asOf, lang)])),
    now: due('now').map((one) => line(one, notesOf(one, asOf, lang))),
    undetermined: undetermined.map((one) => line(one, [reasonOf(one, lang)])),
  };
  for (const [name, lines] of Object.entries(lists)) {
    if (lines.length === 0) continue;
    const title = words.sections[name as keyof typeof lists];
    calendar.createEvent({
      ...common(contract, `digest/${name}`, asOf, lang),
      ...{ start: dayOf(asOf), allDay: true },
      summary: plain(`${words.section(title, lines.length)} ${contract}`),
      description: [...lines, '', words.of(contract), words.noAdvice].map(plain).join('\n'),
    });
  }
}

function common(
  contract: string,
  id: string,
  asOf: string,
  lang: Lang,
): Pick<ICalEventData, 'id'> & Partial<ICalEventData> {
  const moment = instant(asOf);
  return {
    id: uid(contract, id),
    stamp: moment,
    transparency: ICalEventTransparency.TRANSPARENT,
    lastModified: moment,
    sequence: Math.max(0, secondsBetween('2020-01-01 00:00:00', asOf)),
    categories: [{ name: calendarWords[lang].category }, { name: contract }],
  };
}

/** The same for the same thing, whatever its id holds. It names no host (RFC 7986, 5.3). */
const uid = (contract: string, id: string): string =>
  `lvyue-${createHash('sha256').update(`${contract}\0${id}`).digest('hex').slice(0, 32)}`;

/** Seconds before the start of the event: of a day, whose end is the limit, in the morning so many days before. */
function secondsBefore(alarm: string, wholeDay: boolean): number {
  const n = Number.parseInt(alarm, 10);
  if (alarm.endsWith('d')) return n * 86_400 - (wholeDay ? morning : 0);
  return n * 3600 - (wholeDay ? 86_400 : 0);
}

const instant = (beijing: string): Date => new Date(`${beijing.slice(0, 19).replace(' ', 'T')}+08:00`);

/** One line of text, in which nothing turns or hides what follows. */
const plain = (text: string): string => harmless(text).replace(/\p{Cs}/gu, '\ufffd');
