import type { Credit, Statement } from '../../billing/statement.ts';
import type { Contract } from '../../contract/schema.generated.ts';
import type { Lang } from '../../locale/text.ts';
import { decimal, permille } from '../../money.ts';
import { type Frame, frame, type Link, type Masthead, masthead } from './frame.ts';
import { type MonthView, money, monthsOf } from './lines.ts';
import { type ReceiptView, type RecordsView, receiptView, recordsView } from './receipt.ts';
import { type ReconciliationView, reconciliationView } from './reconciliation.ts';
import { type UsageChart, usageCharts } from './usage.ts';
import { grouped, type Voice, voiceOf } from './words.ts';

export interface BillingInput {
  contract: Contract;
  statement: Statement;
  /** Units of more months than the statement's own, for the chart. */
  usage?: Statement['usage'];
  lang: Lang;
  nav?: readonly Link[];
}

export interface BillingView extends Frame {
  masthead: Masthead;
  /** Said only where the period is not over. */
  notOver: string;
  months: readonly MonthView[];
  credits: readonly CreditView[];
  total: string;
  readings: readonly { charge: string; means: string; total: string; chosen: boolean }[];
  spread: string;
  usage: readonly UsageChart[];
  reconciliation: ReconciliationView | null;
  balance: string;
  /** Empty where no late fee can be said. */
  lateFee: string;
  cap: string;
  rounding: string;
  roundingNote: string;
  data: RecordsView;
  receipt: ReceiptView;
}

/** The statement's page as plain data, free of HTML. Money is yuan. */
export function billingView({ contract, statement, usage, lang, nav = [] }: BillingInput): BillingView {
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
    ),
    masthead: masthead(contract, statement, names, voice),
    notOver: statement.complete ? '' : labels.notOver,
    months: monthsOf(statement.lines, voice),
    credits: statement.credits.map((one) => creditView(one, voice)),
    total: statement.total === null ? labels.totalUnknown : say.yuan(grouped(statement.total)),
    readings: statement.readings.map((reading) => ({
      charge: contract.charges.find((charge) => charge.id === reading.charge)?.title[lang] ?? reading.charge,
      means: reading.means[lang],
      total: money(reading.total, voice),
      chosen: reading.chosen,
    })),
    spread:
      statement.readings.length > 0 ? say.spread(statement.spread === null ? null : grouped(statement.spread)) : '',
    usage: usageCharts(usage ?? statement.usage, contract, voice),
    reconciliation: reconciliationView(statement.reconciliation, voice),
    ...arrearsOf(statement, voice),
    cap: capOf(statement, voice),
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

function capOf({ cap }: Statement, { labels, say }: Voice): string {
  if (!cap) return labels.capNone;
  return cap.amount === null ? say.capBlank(cap.clause) : say.capAmount(cap.clause, grouped(cap.amount));
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
