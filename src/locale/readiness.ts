import type { Text } from './text.ts';

/** Words of the report on an export. */
export const readinessWords = {
  title: { zh: '数据检查', en: 'Records' },
  states: {
    usable: { zh: '可用', en: 'usable' },
    lacking: { zh: '有缺', en: 'lacking' },
    unusable: { zh: '不可用', en: 'unusable' },
  } satisfies Record<string, Text>,
  heads: {
    zh: ['表', '结论', '读取', '剔除', '最早', '最晚', '期间内'],
    en: ['table', 'state', 'read', 'set aside', 'first', 'last', 'in period'],
  },
  asOf: (asOf: string): Text => ({ zh: `截至 ${asOf}（北京时间）`, en: `as of ${asOf} (Beijing)` }),
  period: (from: string, to: string): Text => ({ zh: `期间 ${from} 至 ${to}`, en: `${from} to ${to}` }),
  contract: (id: string): Text => ({ zh: `合同 ${id}`, en: `contract ${id}` }),
  noContract: {
    zh: '没有写明合同：只检查已有的表，不检查合同还需要什么（用 --contract 写明）。',
    en: 'No contract is named: only the tables that are there are looked at, not what a contract needs (name one with --contract).',
  },
  folder: { zh: '文件夹', en: 'The folder' },
  ready: { zh: '结论：可以使用。', en: 'Ready.' },
  lacks: {
    zh: (lacking: number, unusable: number) =>
      `结论：还不能放心使用。${[unusable > 0 ? `${unusable} 张表不可用` : '', lacking > 0 ? `${lacking} 张表有缺` : ''].filter(Boolean).join('，')}${lacking + unusable > 0 ? '。' : '见上。'}`,
    en: (lacking: number, unusable: number) =>
      `Not ready: ${[unusable > 0 ? `${unusable} unusable` : '', lacking > 0 ? `${lacking} lacking` : ''].filter(Boolean).join(', ') || 'see above'}.`,
  },
  drafted: (file: string, sure: number, questions: number): Text => ({
    zh: `已写出 ${file}：${sure} 处已填写，${questions} 处拿不准，写成了带 # 的问题。请逐条审阅，答完后去掉 #。\n`,
    en: `${file} written: ${sure} entries filled in, ${questions} questions behind a #. Review each; take the # away once it is answered.\n`,
  }),
  written: (file: string, tables: number): Text => ({
    zh: `已写出 ${file}，共 ${tables} 张表。\n`,
    en: `${file} written, with ${tables} table${tables === 1 ? '' : 's'}.\n`,
  }),
  nothingKnown: (files: number): Text => ({
    zh: `${files} 份文件看不出是哪张表，没有可起草的内容，没有写出 mapping.yaml。\n`,
    en: `${files} file${files === 1 ? ' is' : 's are'} like no table: there is nothing to draft, and no mapping.yaml was written.\n`,
  }),
  nothingToMap: {
    zh: '各文件的表头和用词都能直接识别，不需要 mapping.yaml，没有写出。\n',
    en: 'All headers and words are understood as they are: no mapping.yaml is needed, and none was written.\n',
  },
} as const;
