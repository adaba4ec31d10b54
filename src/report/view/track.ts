import { portStates, rateWords, trackWords } from '../../locale/ports.ts';
import type { Detail, Shown } from '../../rules/finding.ts';
import { addDays, daysBetween } from '../../time/day.ts';
import { share } from './chart.ts';
import type { EvidenceTable } from './evidence.ts';
import type { Voice } from './words.ts';

export interface TrackDay {
  /** Percent of the chart's width and, for the bar of complaints, of its height. */
  x: number;
  width: number;
  top: number;
  height: number;
  state: string;
  text: string;
}

export interface TrackView {
  title: string;
  note: string;
  more: string;
  ports: readonly { name: string; label: string; days: readonly TrackDay[]; threshold: number; table: EvidenceTable }[];
}

/** Ports drawn; those whose states changed come first. */
const shownPorts = 6;

/** The states of the ports day by day, drawn from a finding's track; null where it has none. */
export function trackView(facts: Shown, { lang }: Voice): TrackView | null {
  const spans = detail(facts.track);
  if (spans.length === 0) return null;
  const counts = new Map(
    detail(facts.daily).map(({ port, day, complaints }) => [`${port} ${day}`, Number(complaints)]),
  );
  const limit = Number(facts.day_complaints ?? 0);
  const names = [...new Set(spans.map(({ port }) => String(port)))];
  const changed = names.filter((name) => spans.some(({ port, state }) => port === name && state !== 'normal'));
  const ordered = [...changed, ...names.filter((name) => !changed.includes(name))];
  const most = Math.max(limit, ...counts.values(), 1);
  const ports = ordered.slice(0, shownPorts).map((name) => {
    const own = spans.filter(({ port }) => port === name);
    const days = own.flatMap(({ from, to, state }) =>
      daysOf(String(from), String(to)).map((day) => ({ day, state: String(state) })),
    );
    return {
      name,
      label: `${trackWords.port[lang]} ${name}`,
      threshold: 100 - share(limit, most),
      days: days.map(({ day, state }, i) => {
        const complaints = counts.get(`${name} ${day}`) ?? 0;
        const height = share(complaints, most);
        const text = trackWords.day(day, complaints, portStates[state] ?? { zh: state, en: state })[lang];
        return { x: share(i, days.length), width: share(1, days.length), top: 100 - height, height, state, text };
      }),
      table: tableOf(name, own, lang),
    };
  });
  const left = ordered.length - ports.length;
  return {
    title: trackWords.title[lang],
    note: trackWords.note[lang],
    more: left > 0 ? trackWords.more(left)[lang] : '',
    ports,
  };
}

const detail = (value: Shown[string] | undefined): Detail =>
  Array.isArray(value) ? (value.filter((one) => typeof one === 'object') as Detail) : [];

const daysOf = (from: string, to: string): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));

function tableOf(name: string, spans: Detail, lang: Voice['lang']): EvidenceTable {
  const columns = [trackWords.from, trackWords.to, trackWords.state, trackWords.rate];
  const rows = spans.map(({ from, to, state, rate, optIn }) => {
    const word = portStates[String(state)]?.[lang] ?? String(state);
    const said = optIn ? `${word}${lang === 'zh' ? '，' : ', '}${trackWords.optIn[lang]}` : word;
    return [String(from), String(to), said, rateWords(String(rate))[lang]].map((text) => ({
      text,
      number: false,
      long: false,
    }));
  });
  return {
    caption: `${trackWords.port[lang]} ${name}`,
    columns: columns.map((one) => ({ name: one[lang], number: false })),
    rows,
  };
}
