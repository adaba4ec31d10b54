import type { Text } from './text.ts';
import { partyNames } from './verdicts.ts';

/** The words for choices of the contract schema that reviews speak of. */
const words: Record<string, Text> = {
  ...partyNames,
  hand: { zh: '专人递送', en: 'delivery by hand' },
  fax: { zh: '传真', en: 'fax' },
  courier: { zh: '特快专递', en: 'courier' },
  registered: { zh: '挂号信', en: 'registered mail' },
  email: { zh: '电子邮件', en: 'e-mail' },
  phone: { zh: '电话', en: 'telephone' },
  white: { zh: '白名单', en: 'white list' },
  black: { zh: '黑名单', en: 'black list' },
  mixed: { zh: '黑白名单并用', en: 'both lists' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  'half-year': { zh: '半年', en: 'half-year' },
  year: { zh: '年', en: 'year' },
  from: { zh: '起始日', en: 'first day' },
  to: { zh: '终止日', en: 'last day' },
  unstated: { zh: '没有写明', en: 'It is not stated' },
  none: { zh: '无', en: 'none' },
  once: { zh: '一次', en: 'one payment' },
};

/** The word for a choice of the schema; the choice itself where there is none. */
export const wordsOf = (choice: string): Text => words[choice] ?? { zh: choice, en: choice };

/** What `lvyue review` says beside its findings. */
export const reviewWords = {
  zh: {
    alone: (contract: string, others: number) =>
      `${contract}：另有 ${others} 份合同可比，不足三份，没有与其他合同比较价格和期限。`,
    unread: (contract: string, path: string) =>
      `${contract}：读不出或有错误，没有用来比较。原因可用 lvyue validate ${path} 查看。`,
  },
  en: {
    alone: (contract: string, others: number) =>
      `${contract}: ${others} other contract(s), fewer than three: prices and time limits were not compared.`,
    unread: (contract: string, path: string) =>
      `${contract}: unreadable or not valid, not compared with. To see why: lvyue validate ${path}`,
  },
};
