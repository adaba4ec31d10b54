import { portStates, rateWords, trackWords } from '../../locale/ports.ts';
import { seriesWords } from '../../locale/series.ts';
import type { Text } from '../../locale/text.ts';
import { bucketOf, bucketsOf } from '../../rules/buckets.ts';
import type { Detail, Shown } from '../../rules/finding.ts';
import { daysBetween } from '../../time/day.ts';
import type { EvidenceTable } from './evidence.ts';
import { type Plotted, placing, plotOf } from './plot.ts';
import { scaleLabels, scaleOf } from './scale.ts';
import type { TrendView } from './series.ts';
import type { Voice } from './words.ts';

export interface TrackView {
  title: string;
  more: string;
  ports: readonly PortView[];
}

export interface PortView extends TrendView {
  /** From day to day, with the rate allowed. */
  states: EvidenceTable;
}

/** Ports drawn; those whose states changed come first. */
const shownPorts = 6;

/** The states of the ports day by day with their complaints, drawn from a finding's track; null where it has none. */
export function trackView(facts: Shown, voice: Voice): TrackView | null {
  const { lang } = voice;
  const spans = detail(facts.track).map((one): Span => ({ ...one, from: String(one.from), to: String(one.to) }));
  if (spans.length === 0) return null;
  const names = [...new Set(spans.map(({ port }) => String(port)))];
  const changed = names.filter((name) => spans.some(({ port, state }) => port === name && state !== 'normal'));
  const ordered = [...changed, ...names.filter((name) => !changed.includes(name))];
  const daily = detail(facts.daily);
  const limit = Number(facts.day_complaints ?? 0);
  const top = Math.max(1, ...daily.map(({ complaints }) => Number(complaints)));
  const ports = ordered.slice(0, shownPorts).map((name) => {
    const own = spans.filter(({ port }) => port === name);
    const counts = new Map(
      daily.flatMap(({ port, day, complaints }) => (port === name ? [[String(day), Number(complaints)] as const] : [])),
    );
    return portView({ name, spans: own, counts, limit, top }, voice);
  });
  const left = ordered.length - ports.length;
  return { title: trackWords.title[lang], more: left > 0 ? trackWords.more(left)[lang] : '', ports };
}

type Span = Detail[number] & { from: string; to: string };

interface Port {
  name: string;
  spans: readonly Span[];
  counts: ReadonlyMap<string, number>;
  limit: number;
  /** The most complaints of any port on a day: all are drawn on one scale. */
  top: number;
}

function portView({ name, spans, counts, limit, top }: Port, voice: Voice): PortView {
  const { lang } = voice;
  const days = { from: spans[0]?.from ?? '', to: spans.at(-1)?.to ?? '' };
  const bucket = bucketOf(days);
  const points = bucketsOf(days, bucket).map((one): Plotted => {
    const [most] = [...counts].filter(([day]) => day >= one.from && day <= one.to).toSorted(([, a], [, b]) => b - a);
    const value = most?.[1] ?? 0;
    const text = trackWords.day(most?.[0] ?? one.from, value)[lang];
    return { ...one, value, limit, beyond: value >= limit, unknown: false, text };
  });
  const scale = scaleOf([top], [limit], 'complaints');
  const plot = plotOf(points, scale, { zeros: false });
  const states = [...new Set(spans.map(({ state }) => String(state)))];
  const place = placing(days);
  return {
    ...plot,
    title: `${trackWords.port[lang]} ${name}${lang === 'zh' ? '：' : ': '}${trackWords.complaints[bucket][lang]}`,
    sentence: sentenceOf(spans, counts, limit)[lang],
    note: trackWords.note[lang],
    scale: scaleLabels(scale, [limit], 'complaints', voice),
    band: spans.map(({ from, to, state }) => ({
      ...place({ from, to }),
      id: String(state),
      text: trackWords.span(from, to, stateWord(state))[lang],
    })),
    legend: [
      { id: 'limit', text: trackWords.agreed(limit)[lang] },
      ...(plot.bars.some(({ id }) => id === 'within') ? [{ id: 'within', text: seriesWords.short[lang] }] : []),
      ...(plot.beyond.length > 0 ? [{ id: 'beyond', text: seriesWords.reached[lang] }] : []),
      ...(plot.bars.some(({ cut }) => cut) ? [{ id: 'cut', text: seriesWords.cut[lang] }] : []),
      ...states.map((state) => ({ id: state, text: stateWord(state)[lang] })),
    ],
    tableTitle: seriesWords.table[lang],
    table: dailyTable(counts, limit, lang),
    states: statesTable(name, spans, lang),
  };
}

function sentenceOf(spans: readonly Span[], counts: ReadonlyMap<string, number>, limit: number): Text {
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  const lasted = (state: string) =>
    spans.filter((one) => one.state === state).reduce((all, { from, to }) => all + daysBetween(from, to) + 1, 0);
  const states = [...new Set(spans.map(({ state }) => String(state)))].filter((state) => state !== 'normal');
  return trackWords.sentence({
    total: [...counts.values()].reduce((all, n) => all + n, 0),
    most: most && { day: most[0], complaints: most[1] },
    reached: [...counts.values()].filter((n) => n >= limit).length,
    states: states.map((state) => ({ state: stateWord(state), days: lasted(state) })),
  });
}

const stateWord = (state: Detail[number][string] | undefined): Text =>
  portStates[String(state)] ?? { zh: String(state), en: String(state) };

/** A fact that lists things with details; none where it is of another kind. */
export const detail = (value: Shown[string] | undefined): Detail =>
  Array.isArray(value) ? (value.filter((one) => typeof one === 'object') as Detail) : [];

const text = (word: string) => ({ text: word, number: false, long: false });

function dailyTable(counts: ReadonlyMap<string, number>, limit: number, lang: Voice['lang']): EvidenceTable {
  return {
    caption: trackWords.daily[lang],
    columns: [trackWords.date, trackWords.number, seriesWords.remark].map((one, i) => ({
      name: one[lang],
      number: i === 1,
    })),
    rows: [...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, n]) => [
        text(day),
        { ...text(String(n)), number: true },
        text(n >= limit ? seriesWords.reached[lang] : ''),
      ]),
  };
}

function statesTable(name: string, spans: readonly Span[], lang: Voice['lang']): EvidenceTable {
  const columns = [trackWords.from, trackWords.to, trackWords.state, trackWords.rate];
  const rows = spans.map(({ from, to, state, rate, optIn }) => {
    const word = stateWord(state)[lang];
    const said = optIn ? `${word}${lang === 'zh' ? '，' : ', '}${trackWords.optIn[lang]}` : word;
    return [from, to, said, rateWords(String(rate))[lang]].map(text);
  });
  return {
    caption: `${trackWords.port[lang]} ${name}`,
    columns: columns.map((one) => ({ name: one[lang], number: false })),
    rows,
  };
}
