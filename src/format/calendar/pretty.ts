import stringWidth from 'string-width';
import type { DatesAhead, DueDate, Undated } from '../../dates/due-date.ts';
import { groupBy } from '../../group.ts';
import { calendarWords } from '../../locale/dates.ts';
import type { Lang } from '../../locale/text.ts';
import { daysBetween, mondayOf } from '../../time/day.ts';
import { dayOf } from '../../time/instant.ts';
import { harmless, pad, wrap } from '../width.ts';
import { notesOf, reasonOf } from './words.ts';

const width = 80;

/** For a terminal 80 columns wide: a contract after the other, what is overdue first. */
export const calendarPretty = (all: readonly DatesAhead[], lang: Lang): string =>
  all.map((one) => contractPretty(one, lang)).join('\n\n\n');

function contractPretty(ahead: DatesAhead, lang: Lang): string {
  const words = calendarWords[lang];
  const { contract, asOf, to, dates, undetermined, contractOnly } = ahead;
  const states = ['overdue', 'now', 'ahead'] as const;
  const blocks = [
    words.heading(contract, dayOf(asOf), to, asOf),
    contractOnly ? wrap(words.contractOnly, width) : '',
    ...states.map((state) => {
      const own = dates.filter((one) => one.state === state);
      return section(
        words.sections[state],
        own.length,
        together(own).map((group) => entry(group, asOf, lang)),
        lang,
      );
    }),
    dates.length === 0 ? words.none : '',
    section(
      words.sections.undetermined,
      undetermined.length,
      alike(undetermined).map((group) => undated(group, lang)),
      lang,
    ),
    wrap(words.noAdvice, width),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

const section = (title: string, count: number, lines: readonly string[], lang: Lang): string =>
  count === 0 ? '' : [calendarWords[lang].section(title, count), ...lines].join('\n');

/** From so many on, what one party must do at one instant for the same reason is one line. */
const many = 3;

const together = (dates: readonly DueDate[]): DueDate[][] =>
  rows(groupBy(dates, ({ at, bearer, title, waiver }) => `${at} ${bearer} ${title.en} ${waiver?.id}`));

/** What is told on a line each. */
const rows = <T>(groups: ReadonlyMap<string, T[]>): T[][] =>
  [...groups.values()].flatMap((group) => (group.length < many ? group.map((one) => [one]) : [group]));

function entry(group: readonly DueDate[], asOf: string, lang: Lang): string {
  const [first] = group;
  if (!first) return '';
  const words = calendarWords[lang];
  const join = lang === 'zh' ? '；' : '; ';
  const clauses = words.clauses([...new Set(group.map(({ clause }) => clause))]);
  const what = group.length > 1 ? words.several(first.title[lang], group.length) : first.todo[lang];
  const notes = notesOf(first, asOf, lang);
  const text = `${clauses} ${[what, ...notes].join(join)}`;
  return hung([when(first, lang), words.parties[first.bearer]], text, lang);
}

/** The day with its weekday, or with the time at which it ends. */
function when({ at, day, wholeDay, state }: DueDate, lang: Lang): string {
  const words = calendarWords[lang];
  const weekday = words.weekdays[daysBetween(mondayOf(day), day)] ?? '';
  const shown = state === 'now' ? words.now : `${day} ${wholeDay ? weekday : at.slice(11, 16)}`;
  return pad(shown, 'YYYY-MM-DD HH:MM'.length);
}

/** So many of a party without a date for the same reason are one line, too. */
const alike = (all: readonly Undated[]): Undated[][] =>
  rows(groupBy(all, ({ bearer, reason, labels }) => `${bearer} ${reason.en} ${labels.join()}`));

function undated(group: readonly Undated[], lang: Lang): string {
  const [first] = group;
  if (!first) return '';
  const words = calendarWords[lang];
  const clauses = words.clauses([...new Set(group.map(({ clause }) => clause))]);
  const what = group.length > 1 ? words.section(clauses, group.length) : `${clauses} ${first.todo[lang]}`;
  return hung([words.parties[first.bearer]], `${what}${lang === 'zh' ? '：' : ': '}${reasonOf(first, lang)}`, lang);
}

/** Columns, and text that hangs beside them. */
function hung(columns: readonly string[], text: string, lang: Lang): string {
  const parties = Math.max(...Object.values(calendarWords[lang].parties).map((name) => stringWidth(name)));
  const head = columns.map((column, i) => (i === columns.length - 1 ? pad(column, parties) : column));
  const start = `  ${head.join('  ')}  `;
  const lines = wrap(harmless(text), width, ' '.repeat(stringWidth(start)));
  return start + lines.trimStart();
}
