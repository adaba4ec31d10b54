import type { Text } from './text.ts';

/** What two sides' records differ in. */
export const differenceNames: Readonly<Record<string, Text>> = {
  'missing-here': { zh: '我方缺少', en: 'missing here' },
  'missing-there': { zh: '对方缺少', en: 'missing there' },
  'duplicate-here': { zh: '我方重复', en: 'duplicate here' },
  'duplicate-there': { zh: '对方重复', en: 'duplicate there' },
  status: { zh: '状态不同', en: 'status' },
  direction: { zh: '方向不同', en: 'direction' },
  month: { zh: '结算月不同', en: 'month' },
  units: { zh: '计费数量不同', en: 'units' },
};

/** Values of statuses and directions. */
export const valueNames: Readonly<Record<string, Text>> = {
  delivered: { zh: '送达', en: 'delivered' },
  failed: { zh: '失败', en: 'failed' },
  rejected: { zh: '拒收', en: 'rejected' },
  MT: { zh: '下行', en: 'MT' },
  MO: { zh: '上行', en: 'MO' },
  in: { zh: '呼入', en: 'in' },
  out: { zh: '呼出', en: 'out' },
};

export const twoSidedWords = {
  title: { zh: '双方记录对账', en: 'two-sided reconciliation' },
  unknown: { zh: '数据不足', en: 'undetermined' },
  heads: {
    zh: ['差异', '行数', '我方计费量', '对方计费量', '金额'],
    en: ['difference', 'rows', 'our units', 'their units', 'amount'],
  },
  counts: (table: string, ours: number, theirs: number, by: string, matched: number): Text => ({
    zh: `${table}：我方 ${ours} 行，对方 ${theirs} 行；按 ${by} 对应，${matched} 行两边都有。`,
    en: `${table}: ${ours} rows of ours, ${theirs} of theirs; matched by ${by}, ${matched} stand on both sides.`,
  }),
  agree: { zh: '逐行一致，没有差异。', en: 'All rows agree.' },
  sum: { zh: '小计', en: 'together' },
  examples: { zh: '例：', en: 'Examples:' },
  sides: (ours: string, theirs: string): Text => ({
    zh: `我方 ${ours}，对方 ${theirs}`,
    en: `ours ${ours}, theirs ${theirs}`,
  }),
  totals: (ours: string, theirs: string, difference: string): Text => ({
    zh: `按我方记录应计 ${ours} 元，按对方记录应计 ${theirs} 元，对方减我方为 ${difference} 元。`,
    en: `By our records CNY ${ours}, by theirs ${theirs}: theirs less ours ${difference}.`,
  }),
  open: (which: string): Text => ({
    zh: `按我方或对方记录无法算出总额（${which}），金额不作推测。`,
    en: `A total cannot be told (${which}); no amount is guessed.`,
  }),
  how: {
    zh: '金额：从我方记录出发，按表中次序把各类差异逐类改成对方的样子，每改一类重算一次，所以各类金额之和正好等于总额之差；有套餐时次序会影响单类的金额。一行有几处不同，归入最先的一类；重复的行各计一次。',
    en: 'Amounts: starting from our records, each class in turn is made as theirs and the total computed again, so the amounts add up to the difference of the totals; with a package the order moves amounts between classes. A row that differs in several ways belongs to the first class; a row that stands twice counts twice.',
  },
  alone: (table: string, ours: boolean): Text => ({
    zh: `${table}只有${ours ? '我方' : '对方'}提供，没有比对，据以计费的项目不在上述总额内。`,
    en: `${table} come only from ${ours ? 'us' : 'the other side'}: not compared, and charges by them are in neither total.`,
  }),
} as const;
