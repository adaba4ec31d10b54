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

export const partyNames = {
  customer: { zh: '甲方', en: 'customer' },
  carrier: { zh: '乙方', en: 'carrier' },
  both: { zh: '双方', en: 'both parties' },
} as const satisfies Record<string, Text>;
