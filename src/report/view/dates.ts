import type { DatesAhead, DueDate } from '../../dates/due-date.ts';
import { partyNames } from '../../locale/verdicts.ts';
import { anchor } from './finding.ts';
import type { Voice } from './words.ts';

export interface DateView {
  day: string;
  /** Empty for a whole day. */
  time: string;
  /** What to heed about it: overdue, due now, waived, or by which reading of the clause; empty where there is nothing. */
  state: string;
  /** It should have been done before as-of. */
  urgent: boolean;
  what: string;
  todo: string;
  bearer: string;
  clause: string;
  /** Of the finding on the compliance page; empty for the term of the contract. */
  anchor: string;
}

/** Dates not to miss, as they come. */
export const dateViews = (dates: readonly DueDate[], voice: Voice): DateView[] => dates.map((one) => view(one, voice));

function view(
  { day, at, wholeDay, state, title, todo, bearer, clause, obligation, waiver, readings }: DueDate,
  voice: Voice,
): DateView {
  const { lang, labels, say } = voice;
  const said = [
    ...(state === 'ahead' ? [] : [state === 'now' ? labels.dueNow : labels.overdue]),
    ...(waiver ? [say.waivedUntil(waiver.expires)] : []),
    ...readings.map(({ means }) => say.onlyReading(means[lang])),
  ];
  return {
    ...{
      day,
      time: wholeDay || state === 'now' ? '' : at.slice(11, 16),
      state: said.join(lang === 'zh' ? '；' : '; '),
    },
    urgent: state !== 'ahead' && !waiver,
    ...{ what: title[lang], todo: todo[lang], bearer: partyNames[bearer][lang], clause: say.clause(clause) },
    anchor: obligation === null ? '' : anchor({ obligation }),
  };
}

export interface UpcomingView {
  note: string;
  dates: readonly DateView[];
  /** What must be attested, now or soon. */
  attestations: readonly DateView[];
  undated: readonly { what: string; todo: string; reason: string }[];
}

/** What is due up to the last day that was looked at; null where nobody looked. */
export function upcomingView(ahead: DatesAhead | undefined, voice: Voice): UpcomingView | null {
  if (!ahead) return null;
  const { lang, say } = voice;
  const isAttested = ({ name }: DueDate) => name === 'attestation';
  return {
    note: say.datesTo(ahead.to),
    dates: dateViews(
      ahead.dates.filter((one) => !isAttested(one)),
      voice,
    ),
    attestations: dateViews(ahead.dates.filter(isAttested), voice),
    undated: ahead.undetermined.map(({ title, todo, reason }) => ({
      what: title[lang],
      todo: todo[lang],
      reason: reason[lang],
    })),
  };
}
