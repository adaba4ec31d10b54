import type { Charge, Contract } from '../contract/schema.generated.ts';
import { add, type Decimal, decimal, subtract, yuan, zero } from '../money.ts';
import { stop } from '../problem.ts';
import type { Inputs } from '../rules/inputs.ts';
import { receipt } from '../rules/receipt.ts';
import { type Period, periodsWithin } from '../time/period.ts';
import { arrears } from './late-fee.ts';
import { type BilledMonth, type Rated, ratePackage, sum } from './rate.ts';
import { reconcile } from './reconcile.ts';
import type { Cap, ReadingTotal, Statement } from './statement.ts';
import { countUnits, type Units, type Variant, variants } from './units.ts';

/**
 * What is owed for the whole months of a period, by our computation. Throws Stop where the period breaks a month or
 * lies outside the term. A month that the term covers in part owes the whole fee: no proration without a clause for it.
 */
export async function bill(input: Inputs): Promise<Statement> {
  const { loaded, records, period, asOf } = input;
  const { contract } = loaded;
  const months = wholeMonths(contract, period);
  const all = variants(contract.charges);
  const units = records.tables.get('messages')?.present
    ? await countUnits(records, contract, all, period, asOf)
    : undefined;
  const rated = all.map((variant, i) => rateMonths(variant, i, months, units, contract));
  const chosen = new Set(contract.charges.map((charge) => chosenVariant(charge, all)));
  const lines = rated.filter((_, i) => chosen.has(i)).flat();
  const total = sum(lines);
  const readings = readingTotals(all, rated, chosen, lines);
  return {
    contract: contract.id,
    period: { from: period.from, to: period.to, label: period.label },
    asOf,
    currency: 'CNY',
    lines: lines.map(({ line }) => line).sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)),
    usage: usage(all, chosen, months, units),
    credits: [],
    total: total ? yuan(total) : null,
    readings: readings.map(({ exact, ...reading }) => ({ ...reading, total: exact ? yuan(exact) : null })),
    spread: spread(readings.map(({ exact }) => exact)),
    rounding: rounding(contract),
    cap: cap(contract),
    ...(await arrears(records, contract, input.rules, period.label, asOf)),
    reconciliation: await reconcile(records, contract, period.label, total, asOf),
    complete: asOf >= `${period.to} 23:59:59`,
    receipt: receipt(input),
  };
}

function wholeMonths({ term }: Contract, { from, to }: Period): BilledMonth[] {
  const months = periodsWithin({ from, to, label: '' }, 'month');
  if (months[0]?.from !== from || months.at(-1)?.to !== to) stop('period-broken-month', { from, to });
  const inTerm = months.filter((month) => month.to >= term.from && month.from <= term.to);
  if (inTerm.length === 0) stop('period-outside-term', { from, to, termFrom: term.from, termTo: term.to });
  return inTerm.map(({ label, from: first, to: last }) => ({ label, whole: first >= term.from && last <= term.to }));
}

/** Every line of one variant over the months; a month without messages has no units. */
function rateMonths(
  { charge }: Variant,
  index: number,
  months: readonly BilledMonth[],
  units: ReadonlyMap<string, Units[]> | undefined,
  contract: Contract,
): Rated[] {
  return months.flatMap((month) => {
    const counted = units && (units.get(month.label)?.[index] ?? { low: 0n, high: 0n });
    return ratePackage(charge, month, counted, contract.settlement.rounding);
  });
}

function usage(
  all: readonly Variant[],
  chosen: ReadonlySet<number>,
  months: readonly BilledMonth[],
  units: ReadonlyMap<string, Units[]> | undefined,
): Statement['usage'] {
  return [...chosen].flatMap((i) =>
    months.map(({ label }) => {
      const { low, high } = (units && (units.get(label)?.[i] ?? { low: 0n, high: 0n })) ?? { low: 0n, high: -1n };
      const charge = all[i]?.charge;
      const used = low === high ? low.toString() : null;
      return { charge: charge?.id ?? '', month: label, used, included: String(charge?.included ?? 0) };
    }),
  );
}

/** The variant that makes the total: the preferred reading, else the first. */
function chosenVariant(charge: Charge, all: readonly Variant[]): number {
  const own = all.flatMap((variant, i) => (variant.charge.id === charge.id ? [i] : []));
  return own.find((i) => all[i]?.reading?.id === charge.prefer?.reading) ?? own[0] ?? -1;
}

type ExactReading = Omit<ReadingTotal, 'total'> & { exact: Decimal | undefined };

/** The statement's total with one charge read otherwise and the rest as chosen. */
function readingTotals(
  all: readonly Variant[],
  rated: readonly Rated[][],
  chosen: ReadonlySet<number>,
  lines: readonly Rated[],
): ExactReading[] {
  return all.flatMap(({ charge, reading }, i): ExactReading[] => {
    if (!reading) return [];
    const others = sum(lines.filter(({ line }) => line.charge !== charge.id));
    const own = sum(rated[i] ?? []);
    const exact = others && own ? add(others, own) : undefined;
    return [{ id: reading.id, charge: charge.id, means: reading.means, exact, chosen: chosen.has(i) }];
  });
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
  return { clause, amount: typeof amount === 'object' ? null : yuan(decimal(amount)) };
}
