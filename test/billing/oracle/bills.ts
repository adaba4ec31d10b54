import type { Contract } from '../../../src/contract/schema.generated.ts';
import { inForce } from '../../../src/contract/term.ts';
import { at, known, type Limit, lastInstant, textOf } from '../../rules/oracle/clock.ts';
import { instant, type Row } from '../../rules/oracle/judge.ts';
import { cycleOf } from '../../rules/oracle/notices.ts';
import { plus, type Span, spanOf } from './days.ts';
import { type Amount, amount, orNull, shown } from './money.ts';
import { termsOn } from './terms.ts';
import type { World } from './usage.ts';

export interface PlainReconciliation {
  bill: string;
  period: string;
  claimed: string;
  computed: string | null;
  difference: string | null;
  percent: string | null;
  verdict: string;
  carried: { amount: string; booked: boolean } | null;
}

export interface Judged {
  row: Row;
  span: Span;
  cycle: string;
  /** What is booked to the next period; null: nobody can tell. */
  carries: Amount | null | undefined;
  /** What was booked to this one, is known, and was not in its bill. */
  left: Amount | undefined;
  result: PlainReconciliation;
}

export interface Sums {
  /** Lines less the credits that are due. */
  net(days: Span): Amount | undefined;
  /** Whether any use is recorded on these days. */
  seen(days: Span): boolean;
}

const size = (a: Amount): Amount => (a < 0n ? -a : a);

/** The bills known by as-of that end by a day, in the order of their periods, each against our own figures. */
export function judgeBills(world: World, until: string, sums: Sums): Judged[] {
  const found: Judged[] = [];
  const start = inForce(world.contract).from;
  const bills = (world.tables.bills ?? [])
    .filter((row) => instant(row.sent_at) <= world.asOf && spanOf(String(row.period)).to <= until)
    .filter((row) => spanOf(String(row.period)).to >= start)
    .sort((a, b) => at(a.sent_at) - at(b.sent_at) || (String(a.id) < String(b.id) ? -1 : 1))
    .sort((a, b) =>
      spanOf(String(a.period)).from < spanOf(String(b.period)).from
        ? -1
        : spanOf(String(a.period)).from > spanOf(String(b.period)).from
          ? 1
          : 0,
    );
  for (const row of bills) {
    const span = spanOf(String(row.period));
    const cycle = cycleOf(row.period);
    const carried = carriedTo(world.contract, span, cycle, found);
    const others = bills.filter(({ period, total }) => period === row.period && amount(total) !== amount(row.total));
    const judged = judge(world, row, carried, others.length > 0, sums);
    const left = judged.result.carried?.booked ? undefined : leftOpen(world.contract, span, cycle, found);
    found.push({ ...judged, left });
  }
  return found;
}

/** What the bill of the period before books to a period: undefined for nothing, null where nobody can tell. */
export function carriedTo(
  contract: Contract,
  span: Span,
  cycle: string,
  before: readonly Judged[],
): Amount | null | undefined {
  const last = before.findLast((one) => one.cycle === cycle && one.span.to === plus(span.from, -1));
  const own = last && termsOn(contract, last.span.to).settlement.adjustment ? last.carries : undefined;
  if (own === null || last?.left === undefined) return own;
  return last.left + (own ?? 0n);
}

/** What of it is known where the bill has not booked it. */
function leftOpen(contract: Contract, span: Span, cycle: string, before: readonly Judged[]): Amount | undefined {
  const last = before.findLast((one) => one.cycle === cycle && one.span.to === plus(span.from, -1));
  const all = carriedTo(contract, span, cycle, before);
  return all === null ? last?.left : all;
}

function judge(
  world: World,
  row: Row,
  carried: Amount | null | undefined,
  twins: boolean,
  sums: Sums,
): Omit<Judged, 'left'> {
  const span = spanOf(String(row.period));
  const claimed = amount(row.total);
  const own = sums.net(span);
  const booked = own !== undefined && carried != null && size(claimed - own - carried) < size(claimed - own);
  const computed = booked ? own + carried : own;
  const difference = computed === undefined ? undefined : claimed - computed;
  const { tolerance } = termsOn(world.contract, span.to).settlement;
  const limit = tolerance && amount(tolerance.percent);
  const inside = difference !== undefined && limit !== undefined && size(difference) * 100_000_000n <= limit * claimed;
  const open = difference === undefined || twins || (limit === undefined && difference !== 0n);
  const verdict = open
    ? 'undetermined'
    : difference === 0n
      ? 'agrees'
      : inside
        ? 'within-tolerance'
        : 'beyond-tolerance';
  const unsure = open || (verdict === 'beyond-tolerance' && !sums.seen(span));
  return {
    ...{ row, span, cycle: cycleOf(row.period) },
    carries: unsure ? null : verdict === 'beyond-tolerance' ? -difference : undefined,
    result: {
      ...{ bill: String(row.id), period: String(row.period), claimed: shown(claimed), computed: orNull(computed) },
      ...{ difference: orNull(difference), percent: percentOf(difference, claimed, limit), verdict },
      carried: carried == null ? null : { amount: shown(carried), booked },
    },
  };
}

/** Two decimals, or as many more as it takes to show on which side of the limit it lies. */
function percentOf(difference: Amount | undefined, claimed: Amount, limit: Amount | undefined): string | null {
  if (difference === undefined || claimed === 0n) return null;
  const sign = (a: bigint) => (a < 0n ? -1 : a > 0n ? 1 : 0);
  const exact = limit === undefined ? 0 : sign(size(difference) * 100_000_000n - limit * claimed);
  for (let digits = 2; ; digits += 1) {
    const scale = 10n ** BigInt(digits);
    const units = (size(difference) * 200n * scale + claimed) / (2n * claimed);
    if (limit === undefined || digits === 12 || sign(units * 1_000_000n - limit * scale) === exact) {
      return `${units / scale}.${String(units % scale).padStart(digits, '0')}`;
    }
  }
}

/** Midnight ends the day before. */
const dayUpTo = (time: number): number => Math.ceil(time / 86_400_000_000) - 1;

/** What is unpaid of the bill for a period, and what it has cost to be late, a day at a time. */
export function arrears(world: World, label: string) {
  const { contract, tables, asOf } = world;
  const none = { balance: null, lateFee: null };
  if (!tables.bills || !tables.payments) return none;
  const payable = contract.obligations.flatMap((duty) => {
    const p = duty.parameters as { by?: string; cycle?: string; with_invoice?: boolean; limit: Limit };
    if (duty.kind !== 'settle-within' || p.by !== 'payments') return [];
    return (tables.bills ?? [])
      .filter(({ period }) => period === label && cycleOf(period) === p.cycle)
      .flatMap((row) => {
        const came = receipt(world, row, 'bill') ?? at(row.sent_at);
        const invoice = receipt(world, row, 'invoice') ?? known(row.invoice_at);
        const begun = p.with_invoice ? Math.max(came, invoice ?? came) : came;
        const due =
          p.with_invoice && invoice === undefined
            ? undefined
            : 'blank' in p.limit
              ? undefined
              : lastInstant(begun, p.limit);
        return begun <= at(asOf) ? [{ row, came, due }] : [];
      });
  });
  const bill = payable.sort((a, b) => a.came - b.came).at(-1);
  if (!bill) return none;
  const payments = tables.payments.filter((row) => row.bill_id === bill.row.id && at(row.paid_at) <= at(asOf));
  const paid = payments.reduce((sum, row) => sum + amount(row.amount), 0n);
  const billed = amount(bill.row.total);
  const balance = { bill: String(bill.row.id), billed: shown(billed), paid: shown(paid), unpaid: shown(billed - paid) };
  const agreed = contract.settlement.late_fee;
  if (!agreed || bill.due === undefined) return { balance, lateFee: null };
  let [days, yuanDays] = [0, 0n];
  for (let day = dayUpTo(bill.due) + 1; day <= dayUpTo(at(asOf)); day += 1) {
    const before = payments.filter((row) => dayUpTo(at(row.paid_at)) < day);
    const unpaid = billed - before.reduce((sum, row) => sum + amount(row.amount), 0n);
    if (unpaid <= 0n) continue;
    days += 1;
    yuanDays += unpaid;
  }
  const at_ = (permille: unknown) => shown((yuanDays * amount(permille)) / 1_000_000_000n);
  const readings = (agreed.readings ?? []).map(({ id, parameters }) => ({
    id,
    amount: at_(parameters.permille_per_day),
  }));
  const chosen = agreed.prefer ? readings.find(({ id }) => id === agreed.prefer?.reading)?.amount : undefined;
  const lateFee = { due: textOf(dayUpTo(bill.due)), days, amount: chosen ?? at_(agreed.permille_per_day), readings };
  return { balance, lateFee };
}

/** When the notice that carried a bill or an invoice was received. */
function receipt({ tables }: World, bill: Row, topic: string): number | undefined {
  const own = (tables.notices ?? []).filter(
    (row) => row.topic === topic && row.ref === bill.id && row.from === 'carrier' && row.received_at != null,
  );
  return own.length === 0 ? undefined : Math.min(...own.map((row) => at(row.received_at)));
}
