import type { Lang, Text } from './text.ts';
import { limitWords } from './words.ts';

/** Parts of a contract, in the order in which they are shown. */
export const partNames: Readonly<Record<string, Text>> = {
  id: { zh: '合同', en: 'Contract' },
  parties: { zh: '当事人', en: 'Parties' },
  signed: { zh: '签署', en: 'Signatures' },
  term: { zh: '有效期', en: 'Term' },
  services: { zh: '服务', en: 'Services' },
  charges: { zh: '费用', en: 'Charges' },
  settlement: { zh: '对账与结算', en: 'Settlement' },
  notices: { zh: '通知', en: 'Notices' },
  liability: { zh: '责任限制', en: 'Liability' },
  force_majeure: { zh: '不可抗力', en: 'Force majeure' },
  disputes: { zh: '争议解决', en: 'Disputes' },
  annexes: { zh: '附件', en: 'Annexes' },
  obligations: { zh: '义务', en: 'Obligations' },
  amendments: { zh: '补充协议和变更单', en: 'Amendments' },
  waivers: { zh: '豁免', en: 'Waivers' },
  wording: { zh: '纸面文字的缺陷', en: 'Faults of wording' },
  suppressions: { zh: '略去的警告', en: 'Suppressions' },
  clauses: { zh: '条款登记', en: 'Clauses' },
};

interface Counts {
  legal: number;
  customer: number;
  carrier: number;
  open: number;
  idle: number;
}

interface DiffWords {
  title: string;
  from: string;
  to: string;
  /** Columns of a table. */
  heads: readonly [clause: string, what: string, change: string, effect: string, helps: string];
  helps: Record<'customer' | 'carrier', string>;
  /** In a column that is headed by the question. */
  helped: Record<'customer' | 'carrier' | 'none', string>;
  idle: string;
  none: string;
  blank: string;
  yes: string;
  no: string;
  same: string;
  summary(counts: Counts): string;
  lines(before: number, after: number): string;
  reading(means: string): string;
  /** What an amendment changes, under it. */
  effects: string;
  colon: string;
  comma: string;
  list(items: readonly string[]): string;
  /** Whose the same change is, of so many. */
  shared(owners: readonly string[], total: number): string;
  amount(text: string, unit: string): string;
}

const zhUnits: Readonly<Record<string, string>> = {
  yuan: ' 元',
  percent: '%',
  permille: '‰',
  characters: ' 字',
  mbit: ' 兆',
  'day-of-month': ' 日',
};
const enUnits: Readonly<Record<string, string>> = {
  percent: '%',
  permille: '‰',
  characters: ' characters',
  mbit: ' Mbit/s',
};

const amount = (text: string, unit: string, lang: Lang): string =>
  unit === 'days' || unit === 'months'
    ? limitWords(Number(text), unit)[lang]
    : `${lang === 'en' && unit === 'yuan' ? 'CNY ' : ''}${text}${(lang === 'zh' ? zhUnits : enUnits)[unit] ?? ''}`;

export const diffWords: Readonly<Record<Lang, DiffWords>> = {
  zh: {
    title: '合同改动',
    from: '改前',
    to: '改后',
    heads: ['条款', '事项', '改前 → 改后', '法律效果', '对谁有利'],
    helps: { customer: '对甲方有利', carrier: '对乙方有利' },
    helped: { customer: '甲方', carrier: '乙方', none: '—' },
    idle: '没有法律影响的改动',
    none: '（无）',
    blank: '留空',
    yes: '是',
    no: '否',
    same: '没有改动。',
    summary: ({ legal, customer, carrier, open, idle }) => {
      const parts = [
        customer > 0 ? `对甲方有利 ${customer} 处` : '',
        carrier > 0 ? `对乙方有利 ${carrier} 处` : '',
        open > 0 ? `利弊看情况 ${open} 处` : '',
      ].filter(Boolean);
      const head = legal > 0 ? `约定的改动 ${legal} 处：${parts.join('，')}。` : '约定没有改动。';
      return `${head}${idle > 0 ? `另有没有法律影响的改动 ${idle} 处。` : ''}`;
    },
    lines: (before, after) => (before === after ? `第 ${before} 行` : `第 ${before} → ${after} 行`),
    reading: (means) => `按“${means}”`,
    effects: '由此改变：',
    colon: '：',
    comma: '，',
    list: (items) => items.join('、'),
    shared: (owners, total) => `${owners.join('；')}${total > owners.length ? `等 ${total} 项` : ''}`,
    amount: (text, unit) => amount(text, unit, 'zh'),
  },
  en: {
    title: 'Changes of the contract',
    from: 'before',
    to: 'after',
    heads: ['clause', 'what', 'before → after', 'effect in law', 'helps'],
    helps: { customer: 'better for the customer', carrier: 'better for the carrier' },
    helped: { customer: 'customer', carrier: 'carrier', none: '—' },
    idle: 'Changes without effect in law',
    none: '(none)',
    blank: 'blank',
    yes: 'yes',
    no: 'no',
    same: 'Nothing changed.',
    summary: ({ legal, customer, carrier, open, idle }) => {
      const parts = [
        customer > 0 ? `${customer} better for the customer` : '',
        carrier > 0 ? `${carrier} better for the carrier` : '',
        open > 0 ? `${open} that help${open === 1 ? 's' : ''} neither for certain` : '',
      ].filter(Boolean);
      const head =
        legal > 0 ? `${legal} change${legal === 1 ? '' : 's'} of terms: ${parts.join(', ')}.` : 'No term changed.';
      return `${head}${idle > 0 ? ` ${idle} more without effect in law.` : ''}`;
    },
    lines: (before, after) => `line ${before}${before === after ? '' : ` → ${after}`}`,
    reading: (means) => `Where it reads "${means}"`,
    effects: 'It changes:',
    colon: ': ',
    comma: ', ',
    list: (items) => items.join(', '),
    shared: (owners, total) =>
      `${owners.join('; ')}${total > owners.length ? ` and ${total - owners.length} more` : ''}`,
    amount: (text, unit) => amount(text, unit, 'en'),
  },
};
