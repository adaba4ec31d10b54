import type { Text } from './text.ts';

/** What is said of dates that must not be missed. */
export const datesWords = {
  termEnd: { zh: '合同期满', en: 'The term ends' },
  /** What comes after the end: so many months, null for a number that is not on paper, nothing. */
  termEnds: (months: number | null | undefined): Text => {
    if (months === undefined) return { zh: '合同期满，不自动续期', en: 'The term ends and does not renew by itself' };
    return months === null
      ? { zh: '合同期满；续期多久，纸面留空', en: 'The term ends; for how long it renews is blank on paper' }
      : {
          zh: `合同期满；无人异议则续 ${months} 个月`,
          en: `The term ends, and renews by ${months} months unless a party objects`,
        };
  },
  blankEnd: { zh: '合同期满日在纸面留空。', en: 'The end of the term is blank on paper.' },
  about: ({ zh, en }: Text, label: string): Text => ({ zh: `${zh}（${label}）`, en: `${en} (${label})` }),
  does: (what: Text, title: Text): Text => ({ zh: `${what.zh}：${title.zh}`, en: `${what.en}: ${title.en}` }),
  unsure: { zh: '是否已办，记录没有写明。', en: 'The records do not say whether it is done.' },
  unknown: {
    zh: '所需的时间没有记录，或该年的节假日安排尚未公布。',
    en: 'A time that is needed is not recorded, or the calendar of that year is not published.',
  },
  unpublished: (year: string): Text => ({
    zh: `${year} 年的节假日安排尚未公布。`,
    en: `The calendar of ${year} is not published.`,
  }),
} satisfies Record<string, Text | ((...args: never[]) => Text)>;

/** What the calendar says around the contract's own words. */
export interface CalendarWords {
  heading(contract: string, from: string, to: string, asOf: string): string;
  contractOnly: string;
  sections: { overdue: string; now: string; ahead: string; undetermined: string };
  section(title: string, count: number): string;
  none: string;
  now: string;
  weekdays: readonly string[];
  parties: { customer: string; carrier: string; both: string };
  /** Clauses of one contract, in a row. */
  clauses(all: readonly string[]): string;
  several(title: string, count: number): string;
  late(days: number): string;
  opens(day: string): string;
  reading(means: readonly string[]): string;
  waived(expires: string): string;
  ifRenewed: string;
  cases(count: number, labels: readonly string[]): string;
  /** The lines of an event. */
  name(contracts: readonly string[]): string;
  clause(ref: string): string;
  lastInstant(title: string, at: string): string;
  record(table: string, id: string): string;
  byContract: string;
  counted: string;
  of(contract: string): string;
  category: string;
  noAdvice: string;
}

export const calendarWords: Record<'zh' | 'en', CalendarWords> = {
  zh: {
    heading: (contract, from, to, asOf) => `${contract}  不能错过的日期，${from} 至 ${to}\n截至 ${asOf}（北京时间）`,
    contractOnly: '没有提供记录：只列合同本身能推出的日期，不知何者已办，也没有人工确认的期限。',
    sections: {
      overdue: '期限已过，记录中没有办结',
      now: '现在就须办',
      ahead: '将到期',
      undetermined: '日期或办理情况不明',
    },
    section: (title, count) => `${title}（${count} 项）`,
    now: '现在',
    none: '这段时间内没有日期。',
    weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    parties: { customer: '甲方', carrier: '乙方', both: '双方' },
    clauses: (all) => all.join('、'),
    several: (title, count) => `${title}，${count} 项`,
    late: (days) => (days === 0 ? '当日已过时' : `已过 ${days} 日`),
    opens: (day) => `自 ${day} 起可办`,
    reading: (means) => `按此理解：${means.join('；或')}`,
    ifRenewed: '以续期为前提',
    waived: (expires) => `已豁免，至 ${expires}`,
    cases: (count, labels) => `共 ${count} 件：${labels.join('、')}${labels.length < count ? ' 等' : ''}`,
    name: (contracts) => ['履约日历', ...contracts].join(' '),
    clause: (ref) => `条款：${ref}`,
    lastInstant: (title, at) => `${title}：${at}`,
    record: (table, id) => `所据记录：${table} ${id}`,
    byContract: '没有对应的记录，由合同推出。',
    counted: '怎样计算：',
    of: (contract) => `合同：${contract}`,
    category: '履约',
    noAdvice: '由程序依合同文件和记录推算，以合同原文为准，不是法律意见。',
  },
  en: {
    heading: (contract, from, to, asOf) => `${contract}  Dates not to miss, ${from} to ${to}\nas of ${asOf} (Beijing)`,
    contractOnly:
      'No records supplied: only the dates that follow from the contract itself. What is done is unknown, and attestations are left out.',
    sections: {
      overdue: 'Time passed, not done on record',
      now: 'Due now',
      ahead: 'Ahead',
      undetermined: 'Without a known date or outcome',
    },
    section: (title, count) => `${title} (${count})`,
    now: 'now',
    none: 'No date in this time.',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    parties: { customer: 'customer', carrier: 'carrier', both: 'both' },
    clauses: (all) => all.join(', '),
    several: (title, count) => `${title}, ${count} of them`,
    late: (days) => (days === 0 ? 'passed today' : `${days} day${days === 1 ? '' : 's'} ago`),
    opens: (day) => `may be done from ${day}`,
    reading: (means) => `under this reading: ${means.join('; or ')}`,
    ifRenewed: 'only if the contract renews',
    waived: (expires) => `waived, until ${expires}`,
    cases: (count, labels) =>
      `${count} case${count === 1 ? '' : 's'}: ${labels.join(', ')}${labels.length < count ? ' …' : ''}`,
    name: (contracts) => ['Lvyue', ...contracts].join(' '),
    clause: (ref) => `Clause: ${ref}`,
    lastInstant: (title, at) => `${title}: ${at}`,
    record: (table, id) => `Record: ${table} ${id}`,
    byContract: 'No record of it: it follows from the contract.',
    counted: 'How it is counted:',
    of: (contract) => `Contract: ${contract}`,
    category: 'Lvyue',
    noAdvice: 'Computed from the contract file and the records; the signed text prevails. No legal advice.',
  },
};
