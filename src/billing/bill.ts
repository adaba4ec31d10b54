import type { Charge, Contract } from '../contract/schema.generated.ts';
import { inForce, stated } from '../contract/term.ts';
import { amendmentsIn, type Version, versionsWithin } from '../contract/versions.ts';
import { add, type Decimal, decimal, subtract, yuan, zero } from '../money.ts';
import { stop } from '../problem.ts';
import type { Inputs } from '../rules/inputs.ts';
import { receipt } from '../rules/receipt.ts';
import { type Period, periodsWithin } from '../time/period.ts';
import { arrears } from './late-fee.ts';
import { countMinutes } from './minutes.ts';
import { type BilledMonth, openLine, type Rated } from './models/line.ts';
import { isCharged, rate, sum } from './rate.ts';
import { reconcile } from './reconcile.ts';
import type { Cap, ReadingTotal, Statement } from './statement.ts';
import { countUnits, isCounted, type Units, type Variant, variants } from './units.ts';

/** A charge under one reading, the months that its version of the contract rules, and what they come to. */
interface Priced extends Variant {
  months: readonly PricedMonth[];
  chosen: boolean;
  rated: Rated[];
}

interface PricedMonth extends BilledMonth {
  units: Units | undefined;
}

/**
 * What is owed for the whole months of a period, by our computation, each month under the terms in force on its first
 * day. Throws Stop where the period breaks a month or lies outside the term. A month that the term covers in part owes
 * the whole fee: no proration without a clause for it; for the same reason a charge that changes within a month is
 * undetermined for that month.
 */
export async function bill(input: Inputs): Promise<Statement> {
  const { loaded, records, period, asOf } = input;
  const { contract } = loaded;
  const months = wholeMonths(contract, period);
  const versions = versionsWithin(contract, period);
  const all = await price(input, months, versions);
  const lines = all.flatMap(({ chosen, rated }) => (chosen ? rated : []));
  const total = sum(lines);
  const readings = readingTotals(all, lines);
  return {
    contract: contract.id,
    period: { from: period.from, to: period.to, label: period.label },
    asOf,
    currency: 'CNY',
    lines: lines.map(({ line }) => line).sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)),
    usage: all.flatMap(usage),
    credits: [],
    total: total ? yuan(total) : null,
    readings: readings.map(({ exact, ...reading }) => ({ ...reading, total: exact ? yuan(exact) : null })),
    spread: spread(readings.map(({ exact }) => exact)),
    rounding: rounding(contract),
    cap: cap(contract),
    amendments: amendmentsIn(contract, period),
    ...(await arrears(records, contract, input.rules, period.label, asOf)),
    reconciliation: await reconcile(records, contract, period.label, total, asOf),
    complete: asOf >= `${period.to} 23:59:59`,
    receipt: receipt(input),
  };
}

function wholeMonths(contract: Contract, { from, to }: Period): BilledMonth[] {
  const term = inForce(contract);
  const months = periodsWithin({ from, to, label: '' }, 'month');
  if (months[0]?.from !== from || months.at(-1)?.to !== to) stop('period-broken-month', { from, to });
  const inTerm = months.filter((month) => month.to >= term.from && month.from <= term.to);
  if (inTerm.length === 0) stop('period-outside-term', { from, to, termFrom: term.from, termTo: term.to });
  return inTerm.map((month) => ({ ...month, whole: month.from >= term.from && month.to <= term.to }));
}

/** Every charge under every reading, priced for the months that begin under its version of the contract. */
async function price(
  { records, period, asOf }: Inputs,
  months: readonly BilledMonth[],
  versions: readonly Version[],
): Promise<Priced[]> {
  const ruled = versions.map(({ from, to }) => months.filter((month) => month.from >= from && month.from <= to));
  const all = versions.flatMap(({ contract }, v) =>
    (ruled[v] ?? []).length === 0 ? [] : variants(contract).map((variant) => ({ variant, months: ruled[v] ?? [] })),
  );
  const counted = all.map(({ variant }) => variant);
  const has = (table: string) => records.tables.get(table)?.present ?? false;
  const messages = has('messages') ? await countUnits(records, counted, period, asOf) : undefined;
  const minutes = has('calls') ? await countMinutes(records, counted, period, asOf) : undefined;
  const none = { low: 0n, high: 0n };
  const unitsOf = (charge: Charge, month: string, i: number): Units | undefined => {
    const table = charge.model === 'per-minute' ? minutes : isCounted(charge) ? messages : undefined;
    return table && (table.get(month)?.[i] ?? none);
  };
  return all.map(({ variant, months: own }, i) => {
    const priced = own.map((month) => ({
      ...month,
      units: unitsOf(variant.charge, month.label, i),
    }));
    const rated = priced.flatMap((month) =>
      changesWithin(variant.charge, month, versions)
        ? [openLine(variant.charge, month, variant.charge.model, undefined, brokenMonth)]
        : rate(variant, month, month.units),
    );
    return { ...variant, months: priced, chosen: isChosen(variant), rated };
  });
}

const brokenMonth = {
  zh: '费用在本月之中变更，合同没有按日折算的约定，无法计算',
  en: 'The charge changes within the month, and there is no clause on proration: it cannot be computed',
};

/** Whether another version of the charge takes effect after the first day of the month. */
function changesWithin({ id }: Charge, { from, to }: BilledMonth, versions: readonly Version[]): boolean {
  const of = (version: Version) => JSON.stringify(version.contract.charges.find((charge) => charge.id === id));
  const within = versions.filter((version) => version.from <= to && version.to >= from);
  return within.some((version) => within[0] !== undefined && of(version) !== of(within[0]));
}

/** The reading that makes the total: the preferred one, else the first. */
function isChosen({ charge, reading }: Variant): boolean {
  return !reading || reading.id === (charge.prefer?.reading ?? charge.readings?.[0]?.id);
}

function usage({ charge, months, chosen }: Priced): Statement['usage'] {
  if (!chosen || !(isCounted(charge) || charge.model === 'per-minute')) return [];
  const charged = months.filter((month) => isCharged(charge, month));
  return charged.map(({ label, units }) => {
    const used = units && units.low === units.high ? units.low.toString() : null;
    return { charge: charge.id, month: label, used, included: 'included' in charge ? String(charge.included) : null };
  });
}

type ExactReading = Omit<ReadingTotal, 'total'> & { exact: Decimal | undefined };

/** The statement's total with one charge read otherwise and the rest as chosen. */
function readingTotals(all: readonly Priced[], lines: readonly Rated[]): ExactReading[] {
  const named = all.flatMap(({ charge, reading, chosen }) =>
    reading ? [{ charge: charge.id, ...reading, chosen }] : [],
  );
  const distinct = named.filter(
    ({ charge, id }, i) => named.findIndex((one) => one.charge === charge && one.id === id) === i,
  );
  return distinct.map(({ charge, id, means, chosen }) => {
    const others = lines.filter(({ line }) => line.charge !== charge);
    const own = all.filter((one) => one.charge.id === charge && readAs(one, id, all)).flatMap(({ rated }) => rated);
    const [a, b] = [sum(others), sum(own)];
    return { id, charge, means, exact: a && b ? add(a, b) : undefined, chosen };
  });
}

/** Whether this is how its version of the charge is read under the reading: by that one where it knows it, else as chosen. */
function readAs(one: Priced, id: string, all: readonly Priced[]): boolean {
  const knows = all.some(
    ({ charge, contract, reading }) => contract === one.contract && charge.id === one.charge.id && reading?.id === id,
  );
  return knows ? one.reading?.id === id : one.chosen;
}

function spread(totals: readonly (Decimal | undefined)[]): string | null {
  const known = totals.flatMap((total) => (total ? [total] : []));
  if (known.length === 0 || known.length < totals.length) return null;
  const sorted = known.toSorted((a, b) => (subtract(a, b).units < 0n ? -1 : 1));
  return yuan(subtract(sorted.at(-1) ?? zero, sorted[0] ?? zero));
}

function rounding({ settlement }: Contract): Statement['rounding'] {
  const { digits, where, mode, note } = settlement.rounding;
  return { digits, where, mode, note: note ?? null };
}

function cap({ settlement }: Contract): Cap | null {
  if (!settlement.cap) return null;
  const { clause, amount } = settlement.cap;
  const known = stated(amount);
  return { clause, amount: known === undefined ? null : yuan(decimal(known)) };
}
