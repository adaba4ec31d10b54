import { explainWords } from './explain.ts';
import { reportWords } from './report.ts';
import type { Text } from './text.ts';
import { limitWords } from './words.ts';

/** The words of limits: how they run, from what, and what happens at them. */

/** "24 小时", "10 working days". */
export function inWords(limit: object): Text {
  const [[unit, amount] = ['', 0]] = Object.entries(limit);
  return limitWords(Number(amount), unit);
}

/** A type of event or a topic, as reports call it. */
export const eventName = (type: string): Text => ({
  zh: explainWords.zh.values[type] ?? reportWords.zh.values[type] ?? type,
  en: type.replaceAll('-', ' '),
});

const at = (when: string, zh: string, en: string): Text => ({ zh: `${when} ${zh}`, en: `${en} at ${when}` });
const lists: Record<string, Text> = {
  black: { zh: '黑名单', en: 'the black list' },
  white: { zh: '白名单', en: 'the white list' },
  consent: { zh: '同意名单', en: 'the list of consents' },
  optout: { zh: '退订名单', en: 'the opt-out list' },
};
const listName = (list: string): Text => lists[list] ?? { zh: list, en: list };
const categories: Record<string, string> = {
  verification: '验证码',
  notice: '通知',
  management: '管理',
  commercial: '商业',
  member: '会员',
};
const dealt: Record<string, Text> = {
  replied_at: { zh: '答复', en: 'replied' },
  resolved_at: { zh: '解决', en: 'resolved' },
  restored_at: { zh: '修复', en: 'restored' },
};
const grades = { zh: ['一般', '严重', '重大'], en: ['general', 'serious', 'major'] };

export const limitsWords = {
  within: (limit: object, mean = false, travel = false): Text => {
    const words = inWords(limit);
    return {
      zh: `${mean ? '平均 ' : ''}${words.zh}内${travel ? '，路途时间不计' : ''}`,
      en: `within ${words.en}${mean ? ' on average' : ''}${travel ? ', travel not counted' : ''}`,
    };
  },
  before: (limit: object): Text => {
    const words = inWords(limit);
    return { zh: `提前 ${words.zh}`, en: `${words.en} before` };
  },
  notBefore: (limit: object): Text => {
    const words = inWords(limit);
    return { zh: `不早于前 ${words.zh}`, en: `no earlier than ${words.en} before` };
  },
  beforehand: { zh: '至迟前一日', en: 'by the day before' },
  reported: (when: string, table: string, transferred: boolean, travel: number | null): Text => {
    const { zh, en } = transferred
      ? at(when, '转来投诉', 'complaint passed on')
      : table === 'faults'
        ? at(when, '申报故障', 'fault reported')
        : at(when, '收到投诉', 'complaint received');
    return travel === null
      ? { zh, en }
      : { zh: `${zh}，路途 ${travel} 分钟`, en: `${en}, ${travel} minutes of travel` };
  },
  dealtWith: (when: string, column: string, mean: boolean): Text => {
    const { zh, en } = dealt[column] ?? { zh: column, en: column };
    return mean ? { zh: `两件平均于 ${when} ${zh}`, en: `two cases, on average ${en} at ${when}` } : at(when, zh, en);
  },
  event: (when: string, type: string): Text => at(when, eventName(type).zh, eventName(type).en),
  eventOn: (day: string, type: string): Text => ({
    zh: `${day} ${eventName(type).zh}`,
    en: `${eventName(type).en} on ${day}`,
  }),
  termEnd: (day: string): Text => ({ zh: `合同期 ${day} 届满`, en: `term ends on ${day}` }),
  noticed: (when: string): Text => at(when, '发出通知', 'notice sent'),
  delivered: (day: string): Text => ({ zh: `通知 ${day} 送达`, en: `notice delivered on ${day}` }),
  periodEnd: (day: string): Text => ({ zh: `账期 ${day} 24:00:00 结束`, en: `period ends on ${day} at 24:00:00` }),
  billed: (when: string, invoice: boolean): Text =>
    invoice ? at(when, '账单和发票都已送出', 'bill and invoice both sent') : at(when, '送出账单', 'bill sent'),
  billGot: (when: string, invoice: boolean): Text =>
    invoice ? at(when, '账单和发票都已收到', 'bill and invoice both received') : at(when, '收到账单', 'bill received'),
  confirmed: (when: string): Text => at(when, '确认账单', 'bill confirmed'),
  paid: (when: string): Text => at(when, '付清', 'paid in full'),
  payment: (when: string): Text => at(when, '付款', 'payment'),
  invoiced: (when: string): Text => at(when, '开具发票', 'invoice made out'),
  cycleEnd: { zh: '周期结束前', en: 'before the cycle ends' },
  cycle: (from: string, to: string): Text => ({ zh: `缴费周期 ${from} 至 ${to}`, en: `cycle from ${from} to ${to}` }),
  once: (amount: string, limit: object): Text => {
    const words = inWords(limit);
    return { zh: `${words.zh}内付 ${amount} 元`, en: `${amount} yuan within ${words.en}` };
  },
  from: (day: string): Text => ({ zh: `自 ${day} 起`, en: `from ${day}` }),
  cap: (amount: string): Text => ({ zh: `账单累计达 ${amount} 元`, en: `bills add up to ${amount} yuan` }),
  capBill: { zh: '账单累计', en: 'the bills of a cycle added up' },
  amount: (amount: string): Text => ({ zh: `${amount} 元`, en: `${amount} yuan` }),
  characters: (limit: 'han.min' | 'han.max' | 'english.max', bound: number): Text => {
    const what = limit === 'english.max' ? { zh: '英文字符', en: 'characters' } : { zh: '汉字', en: 'Han characters' };
    return limit === 'han.min'
      ? { zh: `至少 ${bound} 个${what.zh}`, en: `at least ${bound} ${what.en}` }
      : { zh: `至多 ${bound} 个${what.zh}`, en: `at most ${bound} ${what.en}` };
  },
  aMessage: (category?: string): Text =>
    category === undefined
      ? { zh: '每条短信', en: 'each message' }
      : { zh: `每条${categories[category] ?? category}类短信`, en: `each ${category} message` },
  aCall: { zh: '每次外呼', en: 'each outbound call' },
  length: (n: number): Text => ({ zh: `签名 ${n} 个`, en: `a signature of ${n}` }),
  notEarlier: (time: string): Text => ({ zh: `不早于 ${time}`, en: `not before ${time}` }),
  notLater: (time: string): Text => ({ zh: `不晚于 ${time}`, en: `not after ${time}` }),
  sent: (when: string): Text => at(when, '发送', 'sent'),
  called: (when: string): Text => at(when, '呼出', 'called'),
  ending: (ending: string): Text => ({ zh: `末尾为“${ending}”`, en: `ends with “${ending}”` }),
  symbol: (symbol: string): Text => ({ zh: `不得含“${symbol}”`, en: `must not hold “${symbol}”` }),
  content: (content: string): Text => ({ zh: `“${content}”`, en: `“${content}”` }),
  classes: { zh: '一个端口只发一类', en: 'one class a port' },
  aPort: { zh: '同一端口的短信', en: 'messages from one port' },
  categories: (names: readonly string[]): Text => ({
    zh: names.map((name) => categories[name] ?? name).join('、'),
    en: names.join(', '),
  }),
  aMonth: (month: string): Text => ({ zh: `${month} 全月`, en: `in the month ${month}` }),
  aDay: (day: string): Text => ({ zh: `${day} 当天`, en: `on the day ${day}` }),
  quota: (n: number): Text => ({ zh: `每月至多 ${n} 条`, en: `at most ${n} messages a month` }),
  messages: (n: number): Text => ({ zh: `${n} 条`, en: `${n} message${n === 1 ? '' : 's'}` }),
  perDay: (n: number, by: string): Text =>
    by === 'caller'
      ? { zh: `每个主叫号码每天至多 ${n} 次`, en: `at most ${n} calls a day from one number` }
      : { zh: `每个被叫号码每天至多 ${n} 次`, en: `at most ${n} calls a day to one number` },
  calls: (n: number): Text => ({ zh: `${n} 次`, en: `${n} call${n === 1 ? '' : 's'}` }),
  numbers: { zh: '只用约定的号码', en: 'only the numbers agreed' },
  caller: (number: string): Text => ({ zh: `主叫 ${number}`, en: `calling number ${number}` }),
  onlyOn: (list: string): Text => ({
    zh: `只联系${listName(list).zh}上的号码`,
    en: `only numbers on ${listName(list).en}`,
  }),
  notOn: (list: string): Text => ({
    zh: `不联系${listName(list).zh}上的号码`,
    en: `no numbers on ${listName(list).en}`,
  }),
  added: (when: string): Text => at(when, '列入名单', 'put on the list'),
  removed: (when: string): Text => at(when, '移出名单', 'taken off the list'),
  complaints: (n: number): Text => ({ zh: `${n} 起`, en: `${n} complaint${n === 1 ? '' : 's'}` }),
  atMostComplaints: (n: number): Text => ({ zh: `每月至多 ${n} 起投诉`, en: `at most ${n} complaints a month` }),
  success: (percent: string): Text => ({ zh: `成功率不低于 ${percent}%`, en: `at least ${percent}% delivered` }),
  attempts: (n: number, complaints: number): Text => ({
    zh: `计入 ${n} 条，投诉 ${complaints} 起`,
    en: `${n} messages that count, ${complaints} complaint${complaints === 1 ? '' : 's'}`,
  }),
  delivers: (n: number): Text => ({ zh: `送达 ${n} 条`, en: `${n} delivered` }),
  inWindow: (n: number, months: number): Text => ({
    zh: `任何连续 ${months} 个月至多 ${n} 起投诉`,
    en: `at most ${n} complaints in any ${months} consecutive months`,
  }),
  rateIs: (percent: number): Text => ({ zh: `成功率为 ${percent}%`, en: `${percent}% delivered` }),
  windowEnds: (when: string, n: number): Text => ({
    zh: `${when} 收到 ${n} 起投诉，此前另有一起`,
    en: `${n} complaints at ${when}, and one earlier`,
  }),
  oneMore: (when: string): Text => ({ zh: `此前一起于 ${when} 收到`, en: `the earlier one received at ${when}` }),
  gradeOver: (clause: string, over: number, category: string | undefined): Text => ({
    zh: `${clause}：${category === undefined ? '' : `“${eventName(category).zh}”的`}投诉多于 ${over} 起`,
    en: `${clause}: more than ${over} complaints${category === undefined ? '' : ` (${category})`}`,
  }),
  graded: (counts: readonly number[]): Text => ({
    zh: grades.zh.map((name, i) => `${name} ${counts[i]} 行`).join('、'),
    en: grades.en.map((name, i) => `${name} ${counts[i]}`).join(', '),
  }),
  shutWithin: (limit: object): Text => ({ zh: `${inWords(limit).zh}内关停`, en: `shut within ${inWords(limit).en}` }),
  harassed: (when: string): Text => at(when, '收到骚扰投诉', 'harassment complaint received'),
  shut: (when: string): Text => at(when, '关停', 'shut'),
  resumeAfter: (limit: object): Text => ({
    zh: `满 ${inWords(limit).zh}无新投诉方可恢复`,
    en: `resumed no earlier than ${inWords(limit).en} without a new complaint`,
  }),
  resumed: (when: string): Text => at(when, '恢复', 'resumed'),
  orderBy: (day: number): Text => ({ zh: `每月 ${day} 日前（含当日）`, en: `by day ${day} of the month` }),
  order: { zh: '次月起变更', en: 'a change from the next month' },
  filed: (when: string): Text => at(when, '提交', 'filed'),
  filedOn: (day: number): Text => ({ zh: `${day} 日提交`, en: `filed on day ${day}` }),
  nextMonth: { zh: '次月费用', en: "the next month's charge" },
  attested: (when: string): Text => at(when, '确认', 'attested'),
  validFor: (months: number): Text => ({ zh: `确认有效 ${months} 个月`, en: `an attestation holds ${months} months` }),
  lookedAt: (when: string): Text => ({ zh: `截至 ${when}`, en: `as of ${when}` }),
  included: (n: number): Text => ({ zh: `套餐含 ${n} 条`, en: `${n} units included` }),
  used: (n: number): Text => ({ zh: `用 ${n} 条`, en: `${n} used` }),
  tolerance: (percent: string): Text => ({ zh: `容差 ${percent}%`, en: `${percent}% tolerance` }),
  ours: (total: string): Text => ({ zh: `我方计算 ${total} 元`, en: `our total is ${total} yuan` }),
  claimed: (total: string): Text => ({ zh: `账单 ${total} 元`, en: `a bill of ${total} yuan` }),
  port: {
    day: (n: number): Text => ({ zh: `一天 ${n} 起即限速`, en: `${n} complaints in a day limit the rate` }),
    week: (n: number): Text => ({ zh: `一周超过 ${n} 起即暂停`, en: `more than ${n} complaints in a week suspend` }),
    onDay: (day: string): Text => ({ zh: `${day} 同一端口的投诉`, en: `complaints of one port on ${day}` }),
    inWeek: (from: string, to: string): Text => ({
      zh: `${from} 至 ${to} 同一端口的投诉，次日发 1 条`,
      en: `complaints of one port from ${from} to ${to}; one message the next day`,
    }),
    suspendedFrom: { zh: '次日起暂停', en: 'suspended from the next day' },
    suspending: (day: string): Text => ({
      zh: `${day} 投诉达到暂停的数量`,
      en: `enough complaints on ${day} to suspend`,
    }),
    slow: (n: number): Text => ({ zh: `每秒至多 ${n} 条`, en: `at most ${n} messages a second` }),
    slowed: { zh: '限速期间又一天达到数量，降到最低速', en: 'slowed: the rate was limited and reached again' },
    inSecond: (n: number): Text => ({ zh: `一秒内 ${n} 条`, en: `${n} in one second` }),
    share: (percent: number): Text => ({
      zh: `限到原速率的 ${percent}%`,
      en: `limited to ${percent}% of the port's own rate`,
    }),
    seen: (n: number): Text => ({
      zh: `限速前最高每秒 ${n} 条；合同没有写原速率`,
      en: `${n} a second seen before; the contract does not state the rate`,
    }),
    suspendedFor: (days: number): Text => ({ zh: `至少暂停 ${days} 日`, en: `suspended at least ${days} days` }),
    suspendedOn: (day: string): Text => ({
      zh: `${day} 00:00:00 起暂停，其间已整改`,
      en: `suspended from ${day} 00:00:00, mended meanwhile`,
    }),
    nothing: { zh: '不须限速', en: 'no limit' },
    limited: (day: string): Text => ({ zh: `${day} 00:00:00 起限速`, en: `limited from ${day} 00:00:00` }),
  },
};

/** What is supposed where the paper is blank. */
export const supposedWords: Record<string, Text> = {
  'cap-notice': { zh: '纸面留空，假设起点为 1000 元', en: 'blank on paper; 1000 yuan supposed' },
  'call-hours': {
    zh: '纸面留空，假设 22:00 至 08:00 为休息时段',
    en: 'blank on paper; rest from 22:00 to 08:00 supposed',
  },
};
