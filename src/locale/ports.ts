import type { Text } from './text.ts';

/** The states of port governance, for people. */
export const portStates: Readonly<Record<string, Text>> = {
  normal: { zh: '正常', en: 'normal' },
  limited: { zh: '限速', en: 'limited' },
  slow: { zh: '低速', en: 'slow' },
  suspended: { zh: '暂停', en: 'suspended' },
  halved: { zh: '减半恢复', en: 'halved' },
};

/** "50%" or "2/s" in words: of the usual rate, or messages a second. */
export function rateWords(rate: string): Text {
  if (rate === '0%') return { zh: '不得发送', en: 'nothing may be sent' };
  const perSecond = /^(.+)\/s$/.exec(rate)?.[1];
  if (perSecond !== undefined) return { zh: `每秒 ${perSecond} 条`, en: `${perSecond} messages a second` };
  return { zh: `原速率的 ${rate}`, en: `${rate} of the usual rate` };
}

export const trackWords = {
  title: { zh: '端口状态逐日轨迹', en: 'States of the ports, day by day' },
  port: { zh: '端口', en: 'Port' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
  state: { zh: '状态', en: 'State' },
  rate: { zh: '允许的速率', en: 'Rate allowed' },
  optIn: { zh: '名单须由用户上行定制', en: 'list must come from users’ own opt-in' },
  note: {
    zh: '柱高为当日投诉数，横线为当日界限；下方色带为当日状态，颜色越深限制越严。',
    en: 'Bars: complaints of the day, the line its threshold; the band below is the state of the day, the darker the stricter.',
  },
  more: (n: number): Text => ({ zh: `另有 ${n} 个端口未列。`, en: `${n} more ports are not shown.` }),
  day: (day: string, complaints: number, state: Text): Text => ({
    zh: `${day}：投诉 ${complaints} 起，${state.zh}`,
    en: `${day}: ${complaints} complaints, ${state.en}`,
  }),
} as const;
