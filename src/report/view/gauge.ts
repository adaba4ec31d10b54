import type { Cap, Quota, Statement } from '../../billing/statement.ts';
import type { Contract } from '../../contract/schema.generated.ts';
import { capWords, quotaWords } from '../../format/bill/words.ts';
import { gaugeWords } from '../../locale/gauges.ts';
import type { Text } from '../../locale/text.ts';
import { add, compare, decimal, shortest, subtract, yuan, zero } from '../../money.ts';
import { share, usedPercent } from './chart.ts';
import { grouped, type Voice } from './words.ts';

/** How much of something is used up, as a bar and in words. */
export interface GaugeView {
  title: string;
  /** "43.2% used", or why there is no bar. */
  state: string;
  /** known; blank: the paper leaves it open; undetermined: how much is used cannot be told. */
  known: boolean;
  blank: boolean;
  /** Percent of the bar: used within, used beyond, where the whole ends. */
  within: number;
  beyond: number;
  mark: number;
  /** Under the bar: used, left, the whole; empty without a bar. */
  ends: readonly string[];
  /** The same as a sentence, with what follows from it. */
  sentence: string;
}

/** The cap; null where the contract has none. Money is yuan. */
export function capGauge(cap: Cap | null, { lang }: Voice): GaugeView | null {
  if (!cap) return null;
  const { amount, used } = cap;
  const over = amount !== null && used !== null && compare(decimal(used), decimal(amount)) > 0;
  const beyond = over ? yuan(subtract(decimal(used), decimal(amount))) : null;
  return gauge({
    title: gaugeWords.cap(cap.clause),
    ...{ whole: amount, used, left: cap.headroom, over: beyond, blank: amount === null, unit: gaugeWords.yuan },
    sentence: capWords(cap, lang),
    lang,
  });
}

/** The packages paid ahead, with what was bought beside them. */
export const quotaGauges = (all: Statement['prepaid'], { charges }: Contract, voice: Voice): GaugeView[] =>
  all.map((quota) => quotaGauge(quota, charges.find(({ id }) => id === quota.charge)?.title, voice));

function quotaGauge(quota: Quota, title: Text | undefined, { lang }: Voice): GaugeView {
  const { charge, from, to, included, toppedUp, used, left } = quota;
  const whole = toppedUp === null ? null : shortest(add(decimal(included), decimal(toppedUp)));
  const isOver = left !== null && compare(decimal(left), zero) < 0;
  const one = gauge({
    title: gaugeWords.prepaid(title ?? { zh: charge, en: charge }, from, to),
    ...{ whole, used, left: isOver ? null : left, over: isOver ? left.slice(1) : null, blank: false },
    unit: gaugeWords.units,
    sentence: quotaWords(quota, lang),
    lang,
  });
  const bought =
    toppedUp === null || compare(decimal(toppedUp), zero) === 0
      ? []
      : [gaugeWords.included(grouped(included), grouped(toppedUp))[lang]];
  return { ...one, ends: one.known ? [...one.ends, ...bought] : one.ends };
}

interface Gauged {
  title: Text;
  whole: string | null;
  used: string | null;
  left: string | null;
  over: string | null;
  blank: boolean;
  unit: (figures: string) => Text;
  sentence: string;
  lang: Voice['lang'];
}

function gauge({ title, whole, used, left, over, blank, unit, sentence, lang }: Gauged): GaugeView {
  const base = { title: title[lang], blank, sentence };
  if (whole === null || used === null) {
    const state = (blank ? gaugeWords.blank : gaugeWords.undetermined)[lang];
    return { ...base, state, known: false, within: 0, beyond: 0, mark: 100, ends: [] };
  }
  const [part, all] = [Number(used), Number(whole)];
  const most = Math.max(part, all);
  const say = (figures: string) => unit(grouped(figures))[lang];
  const rest = over === null ? gaugeWords.left(say(left ?? '0')) : gaugeWords.over(say(over));
  const percent = usedPercent(used, whole);
  return {
    ...base,
    state: percent === null ? '' : gaugeWords.percent(percent)[lang],
    known: true,
    within: share(Math.min(part, all), most),
    beyond: share(Math.max(0, part - all), most),
    mark: share(all, most),
    ends: [gaugeWords.used(say(used))[lang], rest[lang], gaugeWords.of(say(whole))[lang]],
  };
}
