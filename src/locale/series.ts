import type { Text } from './text.ts';

/** The words of charts over time. */

type Unit = 'microseconds' | 'ppm' | 'complaints' | 'messages' | 'records';
type Bucket = 'day' | 'week' | 'month';
type Lang = keyof Text;

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const buckets = {
  day: { zh: (n: number) => `${n} 天`, en: (n: number) => plural(n, 'day') },
  week: { zh: (n: number) => `${n} 周`, en: (n: number) => plural(n, 'week') },
  month: { zh: (n: number) => `${n} 个月`, en: (n: number) => plural(n, 'month') },
} as const;
const none = {
  day: { zh: '没有一天', en: 'no day' },
  week: { zh: '没有一周', en: 'no week' },
  month: { zh: '没有一个月', en: 'no month' },
};

const counted: Partial<Record<Unit, { zh: string; en: string }>> = {
  complaints: { zh: '起', en: 'complaint' },
  messages: { zh: '条', en: 'message' },
  records: { zh: '条', en: 'record' },
};
const most: Record<Unit, Text> = {
  microseconds: { zh: '最长', en: 'longest' },
  ppm: { zh: '最高', en: 'highest' },
  complaints: { zh: '最多', en: 'most' },
  messages: { zh: '最多', en: 'most' },
  records: { zh: '最多', en: 'most' },
};

/** A number of things, its digits as given: "1,200 起", "1 complaint". */
export const countWords = (digits: string, unit: Unit): Text => {
  const word = counted[unit];
  return { zh: `${digits} ${word?.zh ?? ''}`.trim(), en: `${digits} ${word?.en ?? ''}${digits === '1' ? '' : 's'}` };
};

/** Whole seconds as people say them; days from three days on: "2 小时 30 分", "15 天 6 小时 1 秒". */
export function elapsedWords(seconds: number): Text {
  const days = seconds < 3 * 86_400 ? 0 : Math.trunc(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const parts = [
    [days, '天', 'd'],
    [Math.trunc(rest / 3600), '小时', 'h'],
    [Math.trunc((rest % 3600) / 60), '分', 'min'],
    [rest % 60, '秒', 's'],
  ] as const;
  const said = parts.filter(([n]) => n > 0);
  const [all, last] = [said.length > 0 ? said : [[0, '分', 'min'] as const], said.at(-1)];
  // A bare "30 分" is an amount of minutes, not a time of day.
  const minutes = all.length === 1 && (last?.[1] ?? '分') === '分' ? '分钟' : undefined;
  return {
    zh: all.map(([n, zh]) => `${n} ${minutes ?? zh}`).join(' '),
    en: all.map(([n, , en]) => `${n} ${en}`).join(' '),
  };
}

/** What a chart tells, all numbers already in words. */
export interface Told {
  unit: Unit;
  bucket: Bucket;
  /** Everything together, where it adds up. */
  total: Text | undefined;
  running: boolean;
  /** Buckets that hold something. */
  told: number;
  extreme: { least: boolean; value: Text; when: Text; limit: Text | undefined } | undefined;
  /** How many lie on the wrong side of which threshold; absent where nothing at all is allowed. */
  beyond: { side: 'above' | 'below'; count: number; agreed: Text } | undefined;
  unknown: number;
  undetermined: readonly Text[];
}

/** The chart in a sentence or two: the extreme, when, how many are beyond. */
export const trendSentence = (of: Told): Text => ({
  zh: [head(of, 'zh'), beyondWords(of, 'zh'), rest(of, 'zh')].filter(Boolean).join(''),
  en: [head(of, 'en'), beyondWords(of, 'en'), rest(of, 'en')].filter(Boolean).join(' '),
});

function head({ unit, bucket, total, running, told, extreme }: Told, lang: Lang): string {
  const zh = lang === 'zh';
  if (!extreme) return zh ? '没有可以画出的数。' : 'There is nothing to draw.';
  const { when, least, limit } = extreme;
  const value = limit ? inLimit(extreme.value, limit) : extreme.value;
  const superlative = least ? { zh: '最低', en: 'lowest' }[lang] : most[unit][lang];
  if (running) {
    return zh
      ? `逐日为当月累计，最多到 ${value.zh}（${when.zh}）。`
      : `Each day is the month so far: at most ${value.en} (${when.en}).`;
  }
  const n = buckets[bucket][lang](told);
  if (total) {
    return zh
      ? `共 ${total.zh}，分布在 ${n}；最多的是 ${when.zh}，${value.zh}。`
      : `${total.en} in all, in ${n}; at most ${value.en} (${when.en}).`;
  }
  return zh
    ? `${n}有记录；${superlative}的是 ${when.zh}，${value.zh}。`
    : `${n} with records; the ${superlative} is ${value.en} (${when.en}).`;
}

const inLimit = (value: Text, limit: Text): Text => ({
  zh: `${value.zh}（该件的期限合 ${limit.zh}）`,
  en: `${value.en} of ${limit.en}`,
});

function beyondWords({ beyond, bucket }: Told, lang: Lang): string {
  if (!beyond) return '';
  const { side, count, agreed } = beyond;
  const n = count === 0 ? none[bucket][lang] : buckets[bucket][lang](count);
  if (lang === 'zh') return `${n}${side === 'above' ? '超过' : '低于'}约定（${agreed.zh}）。`;
  return `${n.charAt(0).toUpperCase()}${n.slice(1)} ${count === 1 || count === 0 ? 'is' : 'are'} ${side} what was agreed (${agreed.en}).`;
}

function rest({ unknown, undetermined }: Told, lang: Lang): string {
  const zh = lang === 'zh';
  const parts = [
    unknown > 0
      ? zh
        ? `另有 ${unknown} 条记录无法判断，没有画出。`
        : `${plural(unknown, 'record')} that cannot be judged ${unknown === 1 ? 'is' : 'are'} not drawn.`
      : '',
    ...undetermined.map((days) =>
      zh ? `${days.zh} 数据不足，没有画出。` : `${days.en}: undetermined, nothing is drawn.`,
    ),
  ];
  return parts.filter(Boolean).join(zh ? '' : ' ');
}

/** The threshold in words where it changed: each with its days. */
export const agreedWords = (all: readonly { from: string; to: string; words: Text }[]): Text => {
  const [only] = all;
  if (all.length === 1 && only) return only.words;
  return {
    zh: all.map(({ from, to, words }) => `${from} 至 ${to} ${words.zh}`).join('，'),
    en: all.map(({ from, to, words }) => `${from} to ${to}: ${words.en}`).join(', '),
  };
};

export const seriesWords = {
  within: { zh: '符合约定', en: 'as agreed' },
  above: { zh: '超过约定', en: 'above what was agreed' },
  below: { zh: '低于约定', en: 'below what was agreed' },
  plain: { zh: '不符合约定', en: 'not as agreed' },
  short: { zh: '未达到界限', en: 'threshold not reached' },
  reached: { zh: '达到界限', en: 'threshold reached' },
  unknown: { zh: '有无法判断的记录', en: 'records that cannot be judged' },
  cut: { zh: '顶端断开：超出图幅，数值见数据表', en: 'broken at the top: off the scale, see the table' },
  undetermined: { zh: '数据不足', en: 'undetermined' },
  empty: { zh: '空白处没有记录', en: 'blank: no records' },
  table: { zh: '数据表', en: 'Table of the data' },
  bucket: { day: { zh: '日', en: 'Day' }, week: { zh: '周', en: 'Week' }, month: { zh: '月', en: 'Month' } },
  value: { zh: '数值', en: 'Value' },
  limit: { zh: '界限', en: 'Threshold' },
  remark: { zh: '说明', en: 'Remark' },
  unknownRows: (n: number): Text => ({ zh: `${n} 条无法判断`, en: `${n} cannot be judged` }),
  othersZero: { zh: '未列出的为 0', en: 'those not listed are 0' },
  othersNone: { zh: '未列出的没有记录', en: 'those not listed hold no records' },
  span: (from: string, to: string): Text => ({ zh: `${from} 至 ${to}`, en: `${from} to ${to}` }),
  week: (monday: string): Text => ({ zh: `${monday} 起的一周`, en: `week of ${monday}` }),
  /** A limit in days, counted by the calendar, is not the same length each time. */
  varying: (limit: Text): Text => ({
    zh: `${limit.zh}，逐件按日历计（含顺延），横线为所画的一件`,
    en: `${limit.en}, counted by the calendar case by case; the line is that of the case drawn`,
  }),
} as const;
