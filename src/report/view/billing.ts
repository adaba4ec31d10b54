import type { Credit, Statement } from '../../billing/statement.ts';
import type { Contract } from '../../contract/schema.generated.ts';
import { adjustmentWords, doubts } from '../../format/bill/words.ts';
import type { Lang } from '../../locale/text.ts';
import { decimal, permille } from '../../money.ts';
import type { Comparison } from '../compare.ts';
import { type AccountView, accountView, type PeriodView, periodViews } from './account.ts';
import { type ComparisonView, comparisonView } from './comparison.ts';
import { footOf } from './foot.ts';
import { type Frame, frame, type Link, type Masthead, masthead } from './frame.ts';
import { capGauge, type GaugeView, quotaGauges } from './gauge.ts';
import { chargeTitle, type MonthView, money, monthsOf } from './lines.ts';
import { type ReceiptView, type RecordsView, receiptView, recordsView } from './receipt.ts';
import { type ReconciliationView, reconciliationView } from './reconciliation.ts';
import { type UsageChart, usageCharts } from './usage.ts';
import { grouped, type Voice, voiceOf } from './words.ts';

export interface BillingInput {
  contract: Contract;
  statement: Statement;
  /** Units of more months than the statement's own, for the chart. */
  usage?: Statement['usage'];
  /** What changed since an earlier period, where that was asked for. */
  comparison?: Comparison | undefined;
  lang: Lang;
  nav?: readonly Link[];
}

export interface BillingView extends Frame {
  masthead: Masthead;
  /** Said only where the period is not over. */
  notOver: string;
  months: readonly MonthView[];
  /** What it cost then and now; null where that was not asked for. */
  comparison: ComparisonView | null;
  credits: readonly CreditView[];
  total: string;
  readings: readonly { charge: string; means: string; total: string; chosen: boolean }[];
  spread: string;
  usage: readonly UsageChart[];
  capitals: string;
  /** Empty where it is the total. */
  payable: string;
  adjustments: readonly string[];
  periods: readonly PeriodView[];
  account: AccountView | null;
  reconciliations: readonly ReconciliationView[];
  prepaid: readonly GaugeView[];
  doubts: readonly string[];
  balance: string;
  /** Empty where no late fee can be said. */
  lateFee: string;
  /** null where the contract has none. */
  cap: GaugeView | null;
  rounding: string;
  roundingNote: string;
  data: RecordsView;
  receipt: ReceiptView;
}

/** The statement's page as plain data, free of HTML. Money is yuan. */
export function billingView({ contract, statement, usage, comparison, lang, nav = [] }: BillingInput): BillingView {
  const voice = voiceOf(lang);
  const { labels, say } = voice;
  const names = { kind: labels.billing, period: labels.billingPeriod };
  return {
    ...frame(
      voice,
      `${contract.title[lang]} · ${labels.billing}`,
      labels.billingMethod,
      nav,
      statement.receipt.simulated,
      footOf([contract.title[lang], labels.billing], statement.receipt, voice),
    ),
    masthead: masthead(contract, statement, names, voice),
    notOver: statement.complete ? '' : labels.notOver,
    months: monthsOf(statement.lines, voice),
    comparison: comparisonView(comparison, voice),
    credits: statement.credits.map((one) => creditView(one, voice)),
    total: statement.total === null ? labels.totalUnknown : say.yuan(grouped(statement.total)),
    readings: statement.readings.map((reading) => ({
      charge: chargeTitle(contract, reading.charge, voice),
      means: reading.means[lang] + (reading.reason ? say.chosenFor(reading.reason[lang]) : ''),
      total: money(reading.total, voice),
      chosen: reading.chosen,
    })),
    spread:
      statement.readings.length > 0 ? say.spread(statement.spread === null ? null : grouped(statement.spread)) : '',
    usage: usageCharts(usage ?? statement.usage, contract, voice),
    // Capitals are how Chinese papers secure an amount; an English page has no use for them.
    capitals: lang === 'zh' ? (statement.capitals.total ?? '') : '',
    payable: payableOf(statement, voice),
    adjustments: statement.adjustments.map((one) => adjustmentWords(one, lang)),
    periods: periodViews(statement.periods, voice),
    account: accountView(statement.account, voice),
    reconciliations: statement.reconciliations.map((one) => reconciliationView(one, voice)),
    prepaid: quotaGauges(statement.prepaid, contract, voice),
    doubts: doubts(statement, lang),
    ...arrearsOf(statement, voice),
    cap: capGauge(statement.cap, voice),
    rounding: say.rounding(statement.rounding.digits),
    roundingNote: statement.rounding.note?.[lang] ?? '',
    data: recordsView(statement.receipt, [], voice),
    receipt: receiptView(statement.receipt, voice),
  };
}

interface CreditView {
  title: string;
  clause: string;
  amount: string;
  explanation: string;
}

const creditView = ({ title, clause, amount, explanation }: Credit, voice: Voice): CreditView => ({
  title: title[voice.lang],
  clause: voice.say.clause(clause),
  amount: money(amount, voice),
  explanation: explanation[voice.lang],
});

/** What is payable with its capitals, where that is not the total. */
function payableOf({ total, payable, adjustments, capitals }: Statement, { lang, say, labels }: Voice): string {
  if (payable === total && adjustments.length === 0) return '';
  if (payable === null) return labels.unknown;
  return `${say.yuan(grouped(payable))} ${lang === 'zh' ? (capitals.payable ?? '') : ''}`.trim();
}

function arrearsOf(
  { balance, lateFee }: Statement,
  { lang, labels, say }: Voice,
): Pick<BillingView, 'balance' | 'lateFee'> {
  return {
    balance: balance
      ? say.balance(balance.bill, grouped(balance.billed), grouped(balance.paid), grouped(balance.unpaid))
      : labels.balanceNone,
    lateFee: lateFee
      ? [
          say.lateFee(
            lateFee.clause,
            lateFee.due,
            lateFee.days,
            permille(decimal(lateFee.rate)),
            grouped(lateFee.amount),
          ),
          ...lateFee.readings.map((one) => say.lateFeeRead(one.means[lang], grouped(one.amount))),
        ].join(lang === 'zh' ? '' : ' ')
      : '',
  };
}
