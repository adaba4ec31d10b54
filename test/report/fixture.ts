import { loadContract } from '../../src/contract/load.ts';
import type { Contract } from '../../src/contract/schema.generated.ts';
import type { Verdict } from '../../src/locale/verdicts.ts';
import { verdictNames } from '../../src/locale/verdicts.ts';
import { templatesFrom } from '../../src/report/templates.ts';
import type { CheckResult, Finding, Receipt } from '../../src/rules/finding.ts';
import { loadCalendar } from '../../src/time/calendar.ts';

export const calendar = loadCalendar();
export const render = templatesFrom();
export const both = (zh: string, en: string) => ({ zh, en });
const hash = (digit: string) => digit.repeat(64);

export const contract: Contract = {
  ...loadContract('test/golden/base').contract,
  title: both('企业短信服务协议', 'Business messaging agreement'),
  number: 'HT-2024-001',
  parties: { customer: { name: '示例甲方单位' }, carrier: { name: '示例乙方通信有限公司' } },
};

export const period = { from: '2024-04-01', to: '2024-06-30' };
export const asOf = '2024-07-10 00:00:00';

export const receipt: Receipt = {
  engine: 'lvyue 0.1.0',
  contract: hash('a'),
  rules: hash('b'),
  calendar: hash('c'),
  simulated: false,
  records: [
    { file: 'complaints-2024.csv', sha256: hash('d'), read: 1312, rejected: 2 },
    { file: '短信记录.xlsx', sha256: hash('e'), read: 1203417, rejected: 0 },
  ],
  rows: { read: 1204729, rejected: 2 },
  period,
  asOf,
  id: hash('f'),
};

const plain = (obligation: string, verdict: Verdict, more: Partial<Finding> = {}): Finding => ({
  obligation,
  clause: '3.13',
  kind: 'respond-within',
  topic: 'complaints',
  title: both(`义务 ${obligation}`, `Obligation ${obligation}`),
  bearer: 'customer',
  verdict,
  readings: [],
  facts: {},
  evidence: [],
  evidenceTotal: 0,
  remedies: [],
  explanation: both('本期没有需要判断的事项。', 'Nothing fell due in this period.'),
  ...more,
});

const remedies: Finding['remedies'] = [
  {
    kind: 'cure',
    party: 'carrier',
    amount: null,
    clause: '6.1',
    text: both('可书面指出违约，要求限期改正', 'May give notice of the breach and ask for cure'),
  },
  {
    kind: 'late-fee',
    party: 'carrier',
    amount: '1450.00',
    clause: '6.2',
    text: both('逾期付款每日加收 3‰ 违约金', 'Late fee of 3‰ a day'),
  },
];

export const signatureRows = (count: number): Finding['evidence'] =>
  Array.from({ length: count }, (_, i) => ({
    table: 'messages',
    id: `m${1000 + i}`,
    sent_at: `2024-05-${String(10 + (i % 20)).padStart(2, '0')} 09:00:0${i % 10}`,
    recipient: `138${String(1234 + i).padStart(8, '0')}`,
    signature: i % 3 ? '数研' : null,
    characters: 64 + i,
  }));

/** One finding of every verdict, and what else a card can hold. */
export const findings: readonly Finding[] = [
  plain('user-complaints', 'breached', {
    title: both('用户投诉 24 小时内处理并答复', 'User complaints answered within 24 hours'),
    facts: {
      bearer: 'customer',
      at_risk_percent: 20,
      categories: [],
      simulated: false,
      records: ['complaints', 'faults'],
      until: 'replied_at',
      measure: 'each',
      limit: 24,
      limit_unit: 'hours',
      total: 1312,
      late: 3,
      mean_seconds: 86400,
    },
    evidence: [
      {
        table: 'complaints',
        id: 'c2',
        started_at: '2024-05-10 09:00:00',
        due_at: '2024-05-11 09:00:00',
        done_at: '2024-05-11 09:00:01',
      },
      {
        table: 'complaints',
        id: 'c7',
        started_at: '2024-05-12 18:30:00',
        due_at: '2024-05-13 18:30:00',
        done_at: null,
      },
      {
        table: 'faults',
        id: 'f1',
        started_at: '2024-06-01 00:00:00',
        due_at: '2024-06-02 00:00:00',
        done_at: '2024-06-04 12:00:00',
      },
    ],
    evidenceTotal: 3,
    remedies,
    explanation: both('本期 1312 件中有 3 件超过 24 小时。', '3 of 1312 cases took longer than 24 hours.'),
  }),
  plain('message-signature', 'breached', {
    clause: '3.9',
    kind: 'message-signature',
    title: both('每条短信都有合规的签名', 'Every message carries a valid signature'),
    facts: { han_min: 3, han_max: 8, english_max: 16, total: 1203417, unsigned: 12, invalid: 415, unknown: 0 },
    evidence: signatureRows(25),
    evidenceTotal: 427,
    remedies,
    explanation: both(
      '本期 1203417 条下行短信中，12 条没有签名，415 条签名长度不合规。',
      'Of 1203417 MT messages, 12 are unsigned and 415 carry a signature of the wrong length.',
    ),
  }),
  plain('other-complaints', 'at-risk', {
    bearer: 'carrier',
    clause: '4.7',
    title: both('其他投诉 48 小时内反馈', 'Other complaints answered within 48 hours'),
    facts: { total: 4, open: 1, at_risk: 1, limit: 48, limit_unit: 'hours' },
    evidence: [
      {
        table: 'complaints',
        id: 'c90',
        started_at: '2024-06-28 09:00:00',
        due_at: '2024-06-30 09:00:00',
        done_at: null,
      },
    ],
    evidenceTotal: 1,
    remedies,
    explanation: both('1 件尚未完成，48 小时的期限将近。', '1 case is open and close to its limit of 48 hours.'),
  }),
  plain('registration-change-notice', 'disputed', {
    clause: '3.14',
    kind: 'advance-notice',
    title: both('登记资料变更的书面通知', 'Written notice of changed registration data'),
    readings: [
      {
        id: 'at-least',
        means: both('至少提前 10 日送达', 'Delivered at least 10 days before'),
        verdict: 'fulfilled',
        explanation: both('本期 1 次变更，通知都至少提前 10 日送达。', 'Notice of all 1 events was delivered in time.'),
        facts: {},
      },
      {
        id: 'within',
        means: both('在变更前的 10 日之内送达', 'Delivered inside the 10 days before'),
        verdict: 'breached',
        explanation: both(
          '本期 1 次变更中有 1 次没有在前 10 日之内送达。',
          '1 of 1 events lacked a notice inside the days.',
        ),
        facts: {},
      },
    ],
    reading: 'within',
    facts: { window: 'within', forms: ['hand', 'courier'], limit: 10, limit_unit: 'days', total: 1, late: 1 },
    evidence: [
      { table: 'events', id: 'e1', occurred_at: '2024-05-20 00:00:00', due_at: '2024-05-19', delivered: '2024-05-09' },
    ],
    evidenceTotal: 1,
    remedies,
    explanation: both('条款有不同理解，结论不一。', 'Readings of the clause disagree.'),
  }),
  plain('monthly-bill', 'undetermined', {
    bearer: 'carrier',
    clause: '5.6',
    title: both('月账期结束后 10 个工作日内送账单', 'Monthly bill within 10 working days of the month'),
    explanation: both('数据不足：没有提供 bills。', 'Not enough data: bills not supplied.'),
  }),
  plain('logs', 'needs-attestation', {
    bearer: 'carrier',
    title: both('日志留存不少于五个月', 'Logs kept for five months'),
  }),
  plain('half-year-payment', 'pending', {
    clause: '5.8',
    title: both('收到账单后 30 日内付款', 'Payment within 30 days'),
  }),
  plain('security', 'waived', {
    bearer: 'both',
    clause: '附1',
    title: both('信息安全自查', 'Security self-assessment'),
  }),
  plain('gateway-repair', 'fulfilled', {
    bearer: 'carrier',
    clause: '4.7',
    title: both('网关故障平均 6 小时内修复', 'Gateway faults repaired within 6 hours on average'),
    facts: {
      total: 5,
      mean_seconds: 14523,
      measure: 'mean',
      with_invoice: true,
      exclude: ['travel'],
      something_new: 7,
    },
    remedies,
    explanation: both(
      '本期 5 件，平均 4 小时 2 分 3 秒，未超过 6 小时。',
      'The mean of 5 cases is 4 h 2 min 3 s, within 6 hours.',
    ),
  }),
  plain('interface-change', 'not-triggered', {
    bearer: 'carrier',
    title: both('接口变更前协商', 'Consultation before a change'),
  }),
];

export const summaryOf = (all: readonly Finding[]): CheckResult['summary'] =>
  Object.fromEntries(
    Object.keys(verdictNames)
      .map((verdict) => [verdict, all.filter((finding) => finding.verdict === verdict).length] as const)
      .filter(([, count]) => count > 0),
  );

export const check: CheckResult = {
  contract: contract.id,
  period,
  asOf,
  amendments: [],
  waivers: [],
  findings,
  rights: [],
  anomalies: [],
  problems: [],
  summary: summaryOf(findings),
  receipt,
};
