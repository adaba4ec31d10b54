import type { Text } from './text.ts';

/** How a clause is treated, in the reader's words. */
export const treatmentNames = {
  obligation: { zh: '义务', en: 'obligation' },
  charge: { zh: '费用', en: 'charge' },
  term: { zh: '约定', en: 'term' },
  party: { zh: '当事人', en: 'party' },
  definition: { zh: '定义', en: 'definition' },
  procedure: { zh: '程序', en: 'procedure' },
  liability: { zh: '责任', en: 'liability' },
  attestation: { zh: '人工确认', en: 'attestation' },
  recital: { zh: '说明', en: 'recital' },
} as const satisfies Record<string, Text>;
