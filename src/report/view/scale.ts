import { countWords, elapsedWords } from '../../locale/series.ts';
import type { Text } from '../../locale/text.ts';
import type { SeriesUnit } from '../../rules/rule.ts';
import { grouped, type Voice } from './words.ts';

/** Both ends of a chart's scale. For drawing only: no figure in the text comes from here. */
export interface Scale {
  bottom: number;
  top: number;
}

const second = 1_000_000;
const hours = [1, 2, 3, 4, 6, 8, 12, 18, 24, 30, 36, 48, 60, 72].map((n) => n * 3600);
const days = [4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 365].map(
  (n) => n * 86_400,
);
const times = [60, 120, 300, 600, 900, 1200, 1800, ...hours, ...days].map((n) => n * second);
const rates = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
const whole = 1_000_000;

/** Where a value is more than so many times the threshold, the scale ends before it: the others would vanish. */
const outlier = { time: 5, count: 20 };

/** A scale from zero with room above the threshold, its ends round numbers; of a rate, from a round number below to 100%. */
export function scaleOf(values: readonly number[], limits: readonly number[], unit: SeriesUnit): Scale {
  if (unit === 'ppm') {
    const gap = whole - Math.min(whole, ...values, ...limits);
    return { bottom: whole - (rates.find((one) => one > gap) ?? whole), top: whole };
  }
  const limit = Math.max(0, ...limits);
  const most = Math.max(1, ...values);
  const end =
    limit > 0 && most > limit * outlier[unit === 'microseconds' ? 'time' : 'count']
      ? 3 * limit
      : Math.max(most, Math.ceil(1.1 * limit));
  return { bottom: 0, top: unit === 'microseconds' ? roundTime(end) : roundCount(end) };
}

function roundTime(end: number): number {
  const year = 365 * 86_400 * second;
  return times.find((one) => one >= end) ?? Math.ceil(end / year) * year;
}

function roundCount(end: number): number {
  if (end <= 10) return end;
  const power = 10 ** Math.max(0, String(Math.trunc(end)).length - 2);
  return ([10, 12, 15, 20, 25, 30, 40, 50, 60, 80].find((n) => n * power >= end) ?? 100) * power;
}

/** A value in words; of a rate two decimals, rounded down, so that just below the threshold does not read as the threshold. */
export function valueWords(value: number, unit: SeriesUnit): Text {
  if (unit === 'microseconds') return elapsedWords(Math.ceil(value / 1_000_000));
  if (unit === 'ppm') return percentWords(value, 2);
  return countWords(grouped(String(value)), unit);
}

/** A threshold in words, to its last digit. */
export const limitValue = (value: number, unit: SeriesUnit): Text =>
  unit === 'ppm' ? percentWords(value, 4) : valueWords(value, unit);

function percentWords(ppm: number, digits: number): Text {
  const figures = String(ppm).padStart(5, '0');
  const fraction = figures.slice(-4).slice(0, digits).replace(/0+$/, '');
  const text = `${figures.slice(0, -4)}${fraction ? `.${fraction}` : ''}%`;
  return { zh: text, en: text };
}

/** Closer than this, in percent of the height, two labels would touch. */
const apart = 13;

/** Both ends of the scale and, where there is but one, the threshold. */
export function scaleLabels(
  scale: Scale,
  limits: readonly number[],
  unit: SeriesUnit,
  { lang }: Voice,
): readonly { y: number; text: string }[] {
  const place = (value: number) => Math.round((100 * (scale.top - value)) / (scale.top - scale.bottom));
  const [limit, ...others] = [...new Set(limits)].filter((one) => one > 0);
  const one = limit !== undefined && others.length === 0 ? [{ y: place(limit), text: labelOf(limit, unit)[lang] }] : [];
  const ends = [scale.top, scale.bottom].map((value) => ({
    y: place(value),
    text: labelOf(value, unit)[lang],
  }));
  return [...one, ...ends.filter(({ y }) => one.every((other) => Math.abs(other.y - y) >= apart))];
}

/** Beside the drawing a count stands without its unit, which the heading has. */
const labelOf = (value: number, unit: SeriesUnit): Text => {
  const figures = grouped(String(value));
  return unit === 'ppm' || (unit === 'microseconds' && value > 0)
    ? limitValue(value, unit)
    : { zh: figures, en: figures };
};
