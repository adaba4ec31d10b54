import type { Reconciliation, Statement } from '../../src/billing/statement.ts';
import { asOf, both, contract, period, receipt } from './fixture.ts';

const month = (label: string, used: string | null, beyond: string | null, amount: string | null) => [
  {
    charge: 'package',
    clause: '5.1(1)',
    title: both('短信功能费套餐', 'Message package'),
    month: label,
    quantity: '1',
    unit: 'month',
    unitPrice: '300',
    amount: '300.00',
    explanation: both('月功能费 300.00 元，含 6000 条', 'Monthly fee 300.00, 6000 units included'),
  },
  {
    charge: 'package',
    clause: '5.1(1)',
    title: both('短信功能费套餐', 'Message package'),
    month: label,
    quantity: beyond,
    unit: 'segment',
    unitPrice: '0.05',
    amount,
    explanation:
      used === null
        ? both('数据不足：没有提供短信记录', 'Not enough data: no message records supplied')
        : both(`超出套餐：${used} - 6000 = ${beyond}`, `Beyond the package: ${used} - 6000 = ${beyond}`),
  },
];

const usageOf = (label: string, used: string | null) => ({ charge: 'package', month: label, used, included: '6000' });

const reconciliation: Reconciliation = {
  bill: 'B-2024Q2',
  period: '2024Q2',
  carried: null,
  reason: null,
  alternatives: [],
  unexplained: '131.95',
  contradictions: [],
  next: [],
  claimed: '2100.00',
  computed: '1968.05',
  difference: '131.95',
  percent: '6.28',
  tolerance: '5',
  verdict: 'beyond-tolerance',
  clause: '5.6',
  causes: [],
};

/** A quarter with a month inside the package, one beyond it, and one far beyond. */
export const statement: Statement = {
  contract: contract.id,
  period: { ...period, label: '2024Q2' },
  asOf,
  currency: 'CNY',
  lines: [
    ...month('2024-04', '5120', '0', '0.00'),
    ...month('2024-05', '7361', '1361', '68.05'),
    ...month('2024-06', '26000', '20000', '1000.00'),
  ],
  usage: [usageOf('2024-04', '5120'), usageOf('2024-05', '7361'), usageOf('2024-06', '26000')],
  credits: [],
  total: '1968.05',
  adjustments: [],
  payable: '1968.05',
  capitals: { total: '壹仟玖佰陆拾捌元零伍分', payable: '壹仟玖佰陆拾捌元零伍分' },
  readings: [
    {
      id: 'delivered',
      charge: 'package',
      means: both('只计送达成功的下行短信', 'Only delivered MT messages count'),
      total: '1968.05',
      chosen: true,
      reason: null,
    },
    {
      id: 'sent',
      charge: 'package',
      means: both('凡已发出的下行短信都计，含未送达的', 'Every MT message sent counts, delivered or not'),
      total: '2012.40',
      chosen: false,
      reason: null,
    },
  ],
  range: { least: '1968.05', most: '2012.40' },
  spread: '44.35',
  rounding: {
    digits: 2,
    where: 'line',
    mode: 'half-up',
    note: both('协议没有写取整方法，按分四舍五入', 'The agreement states no rounding'),
  },
  amendments: [],
  cap: {
    clause: '11.1',
    amount: null,
    since: null,
    used: null,
    headroom: null,
    excess: null,
    reached: null,
    unseen: [],
  },
  prepaid: [],
  freeMonths: [],
  balance: { bill: 'B-2024Q2', billed: '1980.00', paid: '1000.00', unpaid: '980.00' },
  lateFee: {
    bill: 'B-2024Q2',
    clause: '6.2',
    due: '2024-08-12',
    days: 10,
    rate: '0.003',
    amount: '29.40',
    readings: [],
  },
  reconciliation,
  reconciliations: [reconciliation],
  periods: [],
  account: null,
  anomalies: [],
  deduplicated: [],
  complete: true,
  receipt,
};

/** One month whose units nobody can count, and nothing else known. */
export const unknownStatement: Statement = {
  ...statement,
  period: { from: '2024-05-01', to: '2024-05-31', label: '2024-05' },
  lines: month('2024-05', null, null, null),
  usage: [usageOf('2024-05', null)],
  total: null,
  payable: null,
  capitals: { total: null, payable: null },
  range: null,
  readings: statement.readings.map((reading) => ({ ...reading, total: null })),
  spread: null,
  amendments: [],
  cap: null,
  balance: null,
  lateFee: null,
  reconciliation: null,
  reconciliations: [],
  complete: false,
};

/** A cap of which some is left, and a package paid ahead of which more was used than bought. */
export const known: NonNullable<Statement['cap']> = {
  clause: '11.1',
  ...{ amount: '10000.00', since: '2024-01-01', used: '4321.05', headroom: '5678.95', excess: '0.00' },
  reached: { month: '2024-12', forecast: true },
  unseen: [],
};

export const quota: Statement['prepaid'][number] = {
  ...{ charge: 'package', clause: '5.1', from: '2024-01-01', to: '2024-12-31', included: '12000', toppedUp: '500' },
  ...{ used: '13000', left: '-500', explanation: both('已超出', 'used up') },
};
