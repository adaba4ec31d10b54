import type { Lang, Text } from './text.ts';

/** The topics under which reports list obligations, in the order in which they show them. */
export const topicNames = {
  standing: { zh: '资质、实名与合规经营', en: 'Standing, real names and compliance' },
  use: { zh: '使用与发送规范', en: 'Use and sending' },
  content: { zh: '内容与签名', en: 'Content and signature' },
  recipients: { zh: '用户同意与名单', en: 'Consent and lists' },
  complaints: { zh: '客服与投诉', en: 'Customer care and complaints' },
  service: { zh: '接入与服务质量', en: 'Access and service quality' },
  billing: { zh: '计费与付款', en: 'Billing and payment' },
  security: { zh: '网络与信息安全', en: 'Network and information security' },
  confidentiality: { zh: '保密与个人信息', en: 'Confidentiality and personal information' },
  changes: { zh: '期限、变更与终止', en: 'Term, changes and end' },
  liability: { zh: '违约与不可抗力', en: 'Breach and force majeure' },
} as const satisfies Record<string, Text>;

export type Topic = keyof typeof topicNames;

export const topics = Object.keys(topicNames) as readonly Topic[];

interface Cell {
  contract: string;
  topic: string;
  /** The most serious verdict, as a word. */
  verdict: string;
  count: number;
  toAct: number;
}

/** What a cell of the matrix of topics and contracts says, for those who hear it. */
export const cellWords: Record<Lang, (cell: Cell) => string> = {
  zh: ({ contract, topic, verdict, count, toAct }) =>
    `${contract}，${topic}：共 ${count} 项，最重的结论是${verdict}，${toAct > 0 ? `${toAct} 项需要处理` : '没有需要处理的'}`,
  en: ({ contract, topic, verdict, count, toAct }) => {
    const all = `${count} ${count === 1 ? 'obligation' : 'obligations'}`;
    const act = toAct === 0 ? 'none needs action' : `${toAct} ${toAct === 1 ? 'needs' : 'need'} action`;
    return `${contract}, ${topic}: ${all}, at worst ${verdict}; ${act}`;
  },
};
