import type { Text } from './text.ts';

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
