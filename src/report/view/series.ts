import { agreedWords, seriesWords, trendSentence } from '../../locale/series.ts';
import type { Text } from '../../locale/text.ts';
import type { Bucket, Days } from '../../rules/buckets.ts';
import type { Point } from '../../rules/points.ts';
import type { Series } from '../../rules/series.ts';
import { addDays } from '../../time/day.ts';
import type { EvidenceTable } from './evidence.ts';
import { type Plot, type Plotted, plotOf } from './plot.ts';
import { limitValue, scaleLabels, scaleOf, valueWords } from './scale.ts';
import type { Voice } from './words.ts';

/** A chart over time as plain data, free of HTML. */
export interface TrendView extends Plot {
  title: string;
  /** The chart in words; also what a screen reader says of it. */
  sentence: string;
  note: string;
  /** Values beside the chart, at percent of its height. */
  scale: readonly { y: number; text: string }[];
  /** Of ports: their states below the bars. */
  band: readonly { x: number; width: number; id: string; text: string }[];
  legend: readonly { id: string; text: string }[];
  /** What is drawn, in figures. */
  tableTitle: string;
  table: EvidenceTable;
}

/** The series of an obligation as charts. */
export const trendViews = (all: readonly Series[], voice: Voice): TrendView[] =>
  all.map((one) => trendView(one, voice));

function trendView(series: Series, voice: Voice): TrendView {
  const { lang } = voice;
  const { points, unit, counts, undetermined } = series;
  const drawn = points.map(
    (point): Plotted => ({ ...point, unknown: point.unknown > 0, text: pointWords(point, series, voice) }),
  );
  const limits = points.flatMap(({ limit }) => limit ?? []);
  const scale = scaleOf(
    points.flatMap(({ value }) => value ?? []),
    limits,
    unit,
  );
  const plot = plotOf(drawn, scale, { zeros: !counts, blanks: undetermined });
  return {
    ...plot,
    title: series.title[lang],
    sentence: sentenceOf(series, voice),
    note: series.note[lang],
    scale: scaleLabels(scale, limits, unit, voice),
    band: [],
    legend: legendOf(series, plot, voice),
    tableTitle: seriesWords.table[lang],
    table: tableOf(series, voice),
  };
}

/** "2024-05", "2024-05-10", "2024-05-06 至 2024-05-12". */
function daysWords(days: Days, bucket: Bucket): Text {
  const { from, to } = days;
  if (from === to) return { zh: from, en: from };
  if (bucket === 'week' && addDays(from, 6) === to) return seriesWords.week(from);
  const isMonth = bucket === 'month' && from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  return isMonth ? { zh: from.slice(0, 7), en: from.slice(0, 7) } : seriesWords.span(from, to);
}

function pointWords({ value, unknown, ...days }: Point, { unit, bucket }: Series, { lang, labels }: Voice): string {
  const said = value === null ? labels.unknown : valueWords(value, unit)[lang];
  const doubt = unknown > 0 ? `${lang === 'zh' ? '，' : ', '}${seriesWords.unknownRows(unknown)[lang]}` : '';
  return `${daysWords(days, bucket)[lang]}${lang === 'zh' ? '：' : ': '}${said}${doubt}`;
}

type Told = Point & { value: number };
const hasValue = (point: Point): point is Told => point.value !== null;

function sentenceOf(series: Series, { lang }: Voice): string {
  const { points, unit, bucket, running, counts, wrong, agreed, undetermined } = series;
  const least = wrong === 'below';
  const told = points.filter(hasValue).filter(({ value }) => !counts || value > 0);
  const [extreme] = told.toSorted((a, b) => (least ? a.value - b.value : b.value - a.value));
  const sum = told.reduce((all, { value }) => all + value, 0);
  const limited = wrong && points.some(({ limit }) => limit !== null && limit > 0);
  return trendSentence({
    ...{ unit, bucket, running, told: told.length },
    total: counts && !running ? valueWords(sum, unit) : undefined,
    extreme: extreme && {
      ...{ least, value: valueWords(extreme.value, unit), when: daysWords(extreme, bucket) },
      limit: isVarying(series) && extreme.limit !== null ? limitValue(extreme.limit, unit) : undefined,
    },
    beyond: limited
      ? { side: wrong, count: points.filter(({ beyond }) => beyond).length, agreed: agreedWords(agreed) }
      : undefined,
    unknown: points.reduce((all, point) => all + point.unknown, series.unplaced),
    undetermined: undetermined.map((days) => seriesWords.span(days.from, days.to)),
  })[lang];
}

/** Under the same words the threshold is not always the same. */
const isVarying = ({ points, agreed }: Series): boolean =>
  new Set(points.flatMap(({ limit }) => limit ?? [])).size > agreed.length;

function legendOf(series: Series, plot: Plot, { lang }: Voice): TrendView['legend'] {
  const { wrong, agreed, points, counts, undetermined } = series;
  const threshold = isVarying(series) ? seriesWords.varying(agreedWords(agreed)) : agreedWords(agreed);
  const none = points.every(({ limit }) => limit === 0);
  const isEmpty = points.some(({ value, unknown }) => value === null && unknown === 0);
  const entries: [string, boolean, Text][] = [
    ['limit', plot.limits.length > 0, threshold],
    ['within', plot.bars.some(({ id }) => id === 'within'), seriesWords.within],
    ['step', plot.steps.length > 0, seriesWords.value],
    ['beyond', plot.bars.some(({ id }) => id === 'beyond'), none ? seriesWords.plain : seriesWords[wrong ?? 'above']],
    ['unknown', plot.unknown.length > 0, seriesWords.unknown],
    ['cut', plot.bars.some(({ cut }) => cut), seriesWords.cut],
    ['blank', undetermined.length > 0, seriesWords.undetermined],
    ['empty', !counts && isEmpty, seriesWords.empty],
  ];
  return entries.flatMap(([id, there, text]) => (there ? [{ id, text: text[lang] }] : []));
}

function tableOf({ title, points, unit, bucket, counts, wrong }: Series, voice: Voice): EvidenceTable {
  const { lang } = voice;
  const shown = points.filter(({ value, unknown }) => unknown > 0 || (counts ? (value ?? 0) > 0 : value !== null));
  const limited = shown.some(({ limit }) => limit !== null && limit > 0);
  const remark = ({ beyond, unknown }: Point) =>
    [
      beyond && limited ? seriesWords[wrong ?? 'above'][lang] : '',
      unknown > 0 ? seriesWords.unknownRows(unknown)[lang] : '',
    ]
      .filter(Boolean)
      .join(lang === 'zh' ? '，' : ', ');
  const cells = shown.map((point) => [
    daysWords(point, bucket)[lang],
    point.value === null ? '—' : valueWords(point.value, unit)[lang],
    ...(limited ? [point.limit === null ? '—' : limitValue(point.limit, unit)[lang]] : []),
    remark(point),
  ]);
  const isRemarked = shown.some((point) => remark(point) !== '');
  const heads = [
    seriesWords.bucket[bucket],
    seriesWords.value,
    ...(limited ? [seriesWords.limit] : []),
    seriesWords.remark,
  ];
  const width = heads.length - (isRemarked ? 0 : 1);
  const others =
    shown.length < points.length ? ` (${(counts ? seriesWords.othersZero : seriesWords.othersNone)[lang]})` : '';
  return {
    caption: `${title[lang]}${lang === 'zh' ? others.replace(' (', '（').replace(/\)$/, '）') : others}`,
    columns: heads.slice(0, width).map((head, i) => ({ name: head[lang], number: i === 1 || (i === 2 && limited) })),
    rows: cells.map((row) =>
      row.slice(0, width).map((text, i) => ({ text, number: i === 1 || (i === 2 && limited), long: false })),
    ),
  };
}
