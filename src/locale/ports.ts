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
  daily: { zh: '有投诉的各日', en: 'Days with complaints' },
  date: { zh: '日期', en: 'Day' },
  number: { zh: '投诉（起）', en: 'Complaints' },
  title: { zh: '端口状态逐日轨迹', en: 'States of the ports, day by day' },
  port: { zh: '端口', en: 'Port' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
  state: { zh: '状态', en: 'State' },
  rate: { zh: '允许的速率', en: 'Rate allowed' },
  optIn: { zh: '名单须由用户上行定制', en: 'list must come from users’ own opt-in' },
  complaints: {
    day: { zh: '每日投诉数与逐日状态', en: 'Complaints of each day, and the states' },
    week: { zh: '每周投诉最多的一天与逐日状态', en: 'The day of each week with most complaints, and the states' },
    month: { zh: '每月投诉最多的一天与逐日状态', en: 'The day of each month with most complaints, and the states' },
  },
  note: {
    zh: '一天的投诉达到约定起数的，端口自次日起限速；下方色带为每日的状态。',
    en: 'A day that reaches the number agreed limits the port from the next day on; the band below shows the state of each day.',
  },
  agreed: (n: number): Text => ({ zh: `一天 ${n} 起即限速`, en: `${n} in a day limit the rate` }),
  more: (n: number): Text => ({ zh: `另有 ${n} 个端口未列。`, en: `${n} more ports are not shown.` }),
  span: (from: string, to: string, state: Text): Text => ({
    zh: `${from} 至 ${to}：${state.zh}`,
    en: `${from} to ${to}: ${state.en}`,
  }),
  day: (day: string, complaints: number): Text => ({
    zh: `${day}：投诉 ${complaints} 起`,
    en: `${day}: ${complaints} complaint${complaints === 1 ? '' : 's'}`,
  }),
  /** The chart in words: complaints in all, the day with most, how many days reached the threshold, days in each state. */
  sentence: (of: {
    total: number;
    most: { complaints: number; day: string } | undefined;
    reached: number;
    states: readonly { state: Text; days: number }[];
  }): Text => {
    const { total, most, reached, states } = of;
    if (!most) return { zh: '本期没有投诉。', en: 'No complaint in this period.' };
    const zh = states.map(({ state, days }) => `${state.zh} ${days} 天`).join('、');
    const en = states.map(({ state, days }) => `${state.en} for ${days} day${days === 1 ? '' : 's'}`).join(', ');
    return {
      zh: `共 ${total} 起投诉，最多的一天是 ${most.day}，${most.complaints} 起；${reached > 0 ? `${reached} 天达到界限` : '没有一天达到界限'}。${zh ? `其间${zh}。` : '端口一直正常。'}`,
      en: `${total} complaint${total === 1 ? '' : 's'} in all, at most ${most.complaints} on a day (${most.day}); ${reached > 0 ? `${reached} day${reached === 1 ? '' : 's'} reached the threshold` : 'no day reached the threshold'}. ${en ? `The port was ${en}.` : 'The port stayed normal.'}`,
    };
  },
} as const;
