import type { Text } from './text.ts';

/** The words of gauges: how much of a cap or of a package is used. */
export const gaugeWords = {
  cap: (clause: string): Text => ({ zh: `封顶金额（${clause}）`, en: `Cap (${clause})` }),
  prepaid: (title: Text, from: string, to: string): Text => ({
    zh: `${title.zh}（${from} 至 ${to}）`,
    en: `${title.en} (${from} to ${to})`,
  }),
  blank: { zh: '纸面留空', en: 'blank on paper' },
  undetermined: { zh: '数据不足', en: 'undetermined' },
  used: (amount: string): Text => ({ zh: `已用 ${amount}`, en: `${amount} used` }),
  left: (amount: string): Text => ({ zh: `剩余 ${amount}`, en: `${amount} left` }),
  over: (amount: string): Text => ({ zh: `超出 ${amount}`, en: `${amount} beyond` }),
  of: (amount: string): Text => ({ zh: `共 ${amount}`, en: `of ${amount}` }),
  percent: (used: string): Text => ({ zh: `已用 ${used}%`, en: `${used}% used` }),
  yuan: (amount: string): Text => ({ zh: `${amount} 元`, en: `CNY ${amount}` }),
  units: (number: string): Text => ({ zh: `${number} 条`, en: number === '1' ? '1 unit' : `${number} units` }),
  ahead: {
    zh: '各月用量；套餐按合同年或合同期预付，余量见“预付余量”。',
    en: 'Use of each month; the package is paid ahead for a year or the term: what is left stands under “Paid ahead”.',
  },
  month: (month: string, used: string): Text => ({ zh: `${month}：用量 ${used}`, en: `${month}: ${used} used` }),
  included: (included: string, bought: string): Text => ({
    zh: `所含 ${included} 条，充值 ${bought} 条`,
    en: `${included} included, ${bought} topped up`,
  }),
} as const;
