import type { Text } from './text.ts';

/** The verdicts' names, design.md §5. */
export const verdictNames = {
  fulfilled: { zh: '履约', en: 'fulfilled' },
  breached: { zh: '违约', en: 'breached' },
  'at-risk': { zh: '临近到期', en: 'at risk' },
  pending: { zh: '待履行', en: 'pending' },
  'not-triggered': { zh: '未触发', en: 'not triggered' },
  undetermined: { zh: '数据不足', en: 'undetermined' },
  disputed: { zh: '取决于解释', en: 'disputed' },
  'needs-attestation': { zh: '需人工确认', en: 'needs attestation' },
  waived: { zh: '已豁免', en: 'waived' },
} as const satisfies Record<string, Text>;

export type Verdict = keyof typeof verdictNames;

/** What each verdict says, for readers who meet it on a page. */
export const verdictMeanings: Readonly<Record<Verdict, Text>> = {
  breached: {
    zh: '记录表明义务没有按约履行。',
    en: 'The records show that the duty was not kept.',
  },
  'at-risk': {
    zh: '尚未完成，且剩余时间不足全部期限的五分之一（规则另有规定的从其规定）。',
    en: 'Not done yet, and less than a fifth of the time is left (unless the rule says otherwise).',
  },
  disputed: {
    zh: '条款有两种以上合理的理解，按不同理解得出的结论不同。',
    en: 'The clause has more than one plausible reading, and they lead to different answers.',
  },
  undetermined: {
    zh: '缺少记录、合同留空或节假日安排尚未公布，无法判断；不等于履约。',
    en: 'Records are missing, the paper is blank or the calendar is not published: it cannot be said. That is not fulfilment.',
  },
  'needs-attestation': {
    zh: '业务记录不能证明，须由负责人出具注明日期的确认。',
    en: 'No record can show it; the person who answers for it must attest, with a date.',
  },
  pending: { zh: '期限未到，尚未完成。', en: 'Not done yet; the time is not up.' },
  waived: {
    zh: '已按合同文件所载的豁免处理，载明理由、批准人职务和届满日。',
    en: 'Waived as recorded in the contract file, with reason, role of who approved, and expiry.',
  },
  fulfilled: {
    zh: '记录，或义务方负责人注明日期的确认，表明义务已按约履行。',
    en: 'The records, or a dated attestation of the side that bears the duty, show that it was kept.',
  },
  'not-triggered': { zh: '本期没有引起该义务的事项。', en: 'Nothing in the period called for the duty.' },
};

export const partyNames = {
  customer: { zh: '甲方', en: 'customer' },
  carrier: { zh: '乙方', en: 'carrier' },
  both: { zh: '双方', en: 'both parties' },
} as const satisfies Record<string, Text>;
