import { capitals } from '../capitals.ts';
import type { Contract } from '../contract/schema.generated.ts';
import { inForce } from '../contract/term.ts';
import { amendmentsIn } from '../contract/versions.ts';
import { add, type Decimal, decimal, subtract, totalOf, yuan } from '../money.ts';
import { anomaliesIn } from '../rules/anomalies.ts';
import type { Inputs } from '../rules/inputs.ts';
import { receipt } from '../rules/receipt.ts';
import { earliest } from '../time/day.ts';
import { cycleOf, type Period } from '../time/period.ts';
import { accountOf } from './bills/account.ts';
import { type Bill, billsKnown } from './bills/bills.ts';
import { adjustmentsOf } from './bills/carry.ts';
import { explainDifference } from './bills/causes.ts';
import { arrears, duesOf } from './bills/late-fee.ts';
import { confirmationsOf, nextSteps } from './bills/next-steps.ts';
import { finest, summaries } from './bills/periods.ts';
import { type Compared, compareAll } from './bills/reconcile.ts';
import { type Book, openBook } from './book.ts';
import { readTotals } from './rating/readings.ts';
import type { Days } from './rating/stretches.ts';
import type { Adjustment, Cap, Reconciliation, Statement } from './statement.ts';
import { capOf, cappedFrom } from './terms/cap.ts';
import { quotaDays, quotas } from './terms/quota.ts';
import { usageOf } from './usage/usage.ts';
import { isChosen, readings } from './usage/variant.ts';

/** Tables whose doubtful rows a statement names. */
const tables = ['bills', 'bill_lines', 'confirmations', 'payments'];

/**
 * What is owed for a period by our computation, each day under the terms in force on it, and the carrier's bills held
 * against it. Throws Stop where the period lies outside the term. A month that the term covers in part owes the whole
 * fee: no proration without a clause for it; for the same reason a fee for the month is undetermined where the period
 * has only some days of it, or it changes within the month.
 */
export async function bill(input: Inputs): Promise<Statement> {
  const { loaded, period, asOf } = input;
  const { contract } = loaded;
  const days = { from: period.from, to: period.to };
  const bills = await billsKnown(input);
  const book = await openBook(input, firstDay(contract, bills, days));
  const { free, deduplicated } = book;
  const { lines, credits, total, net } = await book.sumsOf(days);
  const compared = await comparedBills(bills, contract, book);
  const own = compared.filter((one) => one.bill.period.from >= days.from && one.bill.period.to <= days.to);
  const reconciliations: Reconciliation[] = [];
  const confirmations = own.length > 0 ? await confirmationsOf(input) : new Map();
  for (const one of own) {
    const ours = { days: one.bill.period, free, distinct: deduplicated.length > 0 };
    const { credits: creditsThen } = await book.sumsOf(one.bill.period);
    const explained = await explainDifference(one, creditsThen, ours, input);
    reconciliations.push({ ...one.result, ...explained, next: nextSteps(one, confirmations, input) });
  }
  const adjustments = adjustmentsOf(days, sameCycle(compared, period), contract);
  const cap = await capOf(contract, book, days);
  const owed = payable(net, adjustments, cap);
  const dues = await duesOf(input);
  return {
    contract: contract.id,
    period: { from: period.from, to: period.to, label: period.label },
    asOf,
    currency: 'CNY',
    lines: lines.map(({ line }) => line),
    usage: book.all.flatMap((one) => usageOf(one, days)),
    credits,
    total: total ? yuan(total) : null,
    adjustments,
    payable: owed ? yuan(owed) : null,
    capitals: { total: total ? capitals(total) : null, payable: owed ? capitals(owed) : null },
    ...readTotals(book.all, days, lines),
    rounding: rounding(contract),
    cap,
    prepaid: await quotas(input, book.all, days),
    freeMonths: free.filter(({ month }) => month >= days.from.slice(0, 7) && month <= days.to.slice(0, 7)),
    amendments: amendmentsIn(contract, period),
    ...arrears(dues, contract, period.label, asOf),
    reconciliation: reconciliations.findLast((one) => one.period === period.label) ?? null,
    reconciliations,
    periods: await summaries(contract, book, compared, period),
    account: accountOf(dues, input, bills, days),
    anomalies: await anomaliesIn(input, tables),
    deduplicated,
    complete: asOf >= `${period.to} 23:59:59`,
    receipt: receipt(input),
  };
}

/** From when on months must be priced: what the cap, a package or a difference of earlier bills asks for. */
function firstDay(contract: Contract, bills: readonly Bill[], days: Days): string {
  const chosen = contract.charges.flatMap((charge) => readings(charge, contract).filter(isChosen));
  const packages = chosen.flatMap(({ charge }) =>
    charge.model === 'prepaid' ? (quotaDays(charge, contract, days.to)?.from ?? []) : [],
  );
  const { from: start } = inForce(contract);
  const before = bills.filter(({ period }) => period.to <= days.to && period.to >= start);
  const chain = contract.settlement.adjustment ? before.map(({ period }) => period.from) : [];
  // Of a month in which the term begins, all is due: what counts from its day on begins with the month.
  const months = [cappedFrom(contract) ?? [], packages].flat().map((day) => `${day.slice(0, 7)}-01`);
  return `${earliest(days.from, ...months, ...chain)}`;
}

/** The bills of the days that were priced, each cycle by itself, against our figures. */
async function comparedBills(bills: readonly Bill[], contract: Contract, book: Book): Promise<Compared[]> {
  const { days } = book;
  const start = earliest(inForce(contract).from, days.to);
  const reached = bills.filter(({ period: { from, to } }) => from >= days.from && to <= days.to && to >= start);
  const cycles = [...new Set(reached.map(({ cycle }) => cycle))];
  const found = [];
  for (const cycle of cycles) {
    const own = reached.filter((one) => one.cycle === cycle);
    found.push(...(await compareAll(own, contract, book)));
  }
  return found;
}

/** Those of the period's own cycle, where there are such bills; else of the finest. */
function sameCycle(compared: readonly Compared[], period: Period): Compared[] {
  const cycles = compared.map((one) => one.bill.cycle);
  const wanted = cycles.find((cycle) => cycle === cycleOf(period)) ?? finest(cycles);
  return compared.filter((one) => one.bill.cycle === wanted);
}

/** Undefined where the total, or an adjustment, is not known, or how much of the cap is used up. */
function payable(net: Decimal | undefined, adjustments: readonly Adjustment[], cap: Cap | null): Decimal | undefined {
  const adjusted = totalOf(adjustments.map(({ amount }) => amount));
  if (!net || adjusted === null) return undefined;
  if (cap && cap.since !== null && cap.excess === null) return undefined;
  return subtract(add(net, decimal(adjusted)), decimal(cap?.excess ?? '0'));
}

function rounding({ settlement }: Contract): Statement['rounding'] {
  const { digits, where, mode, note } = settlement.rounding;
  return { digits, where, mode, note: note ?? null };
}
