import type { Contract } from '../contract/schema.generated.ts';
import { inForce, stated } from '../contract/term.ts';
import { add, decimal, multiply, round, subtract, yuan } from '../money.ts';
import { addDays } from '../time/day.ts';
import { type Cycle, parsePeriod, periodsWithin } from '../time/period.ts';
import { amountOf, type Counter, statementOf } from './count.ts';
import { simulatorOf } from './kinds.ts';
import { type Bill, type Duty, rngOf, rows, type Settled, type World } from './world.ts';

/** A bill against our own figures. Money is yuan as text with two decimals; null where the simulation does not know ours. */
export interface BillTruth {
  id: string;
  period: string;
  claimed: string;
  computed: string | null;
  difference: string | null;
}

/** How many days before a settlement period ends its bill is sent, where it must be paid by then; and after it, else. */
const [AHEAD, AFTER] = [12, 6];

/** One bill for each settlement period that ends in the simulated months, for the cycles that obligations speak of. */
export function plannedBills(duties: readonly Duty[], world: World): Bill[] {
  const asked = duties.flatMap(({ obligation, readings }) => {
    const settled = simulatorOf(obligation.kind)?.settled;
    return settled ? readings.map(settled) : [];
  });
  return [...new Set(asked.map(({ cycle }) => cycle))].flatMap((cycle) =>
    billsOf(
      cycle,
      asked.filter((one) => one.cycle === cycle),
      world,
    ),
  );
}

function billsOf(cycle: Cycle, asked: readonly Settled[], { contract, months }: World): Bill[] {
  const term = inForce(contract);
  const ahead = asked.some((one) => one.ahead);
  const start = stated(contract.term.from);
  const named = ahead ? 'calendar' : asked.find((one) => one.basis)?.basis;
  const basis = start === undefined ? 'calendar' : (named ?? 'calendar');
  const all = { from: months[0]?.from ?? '', to: months.at(-1)?.to ?? '', label: '' };
  // A cycle of the contract is settled by the bill that is sent in it, which may be that of a calendar cycle before.
  const reach = ahead && start !== undefined ? periodsWithin(all, cycle, start)[0]?.from : undefined;
  const from = reach === undefined ? all.from : [reach, all.from].sort()[0];
  return periodsWithin({ ...all, from: from ?? '' }, cycle, basis === 'contract' ? start : undefined)
    .filter(({ to }) => to >= term.from && to <= term.to)
    .map((period): Bill => {
      const label = basis === 'calendar' ? period.label : nameOf(period.from, cycle);
      const sent_at = `${addDays(period.to, ahead ? -AHEAD : AFTER)} 10:00:00`;
      const row = { id: `B-${label}`, period: label, sent_at, total: '0.00', invoice_at: null };
      return { cycle, basis, endsOn: period.to, row };
    });
}

/** The calendar period in which a day lies, as bills name it. */
export function nameOf(day: string, cycle: Cycle): string {
  const year = parsePeriod(day.slice(0, 4));
  return periodsWithin(year, cycle).find(({ from, to }) => from <= day && day <= to)?.label ?? year.label;
}

/** Fills in what the carrier claims: our own figures, but for one bill too high where that is wanted. */
export function fillBills(world: World, all: readonly Counter[], wrong: boolean): BillTruth[] {
  if (world.bills.length === 0) return [];
  const cycle = world.bills[0]?.cycle;
  const victims = world.bills.filter((bill) => bill.cycle === cycle);
  const victim = wrong ? rngOf(world, 'wrong-bill').pick(victims) : undefined;
  const lines = rows(world, 'bill_lines');
  return world.bills.map((bill) => {
    const { row } = bill;
    const period = parsePeriod(row.period);
    const { total: computed } = statementOf(all, period, world.contract);
    const extra = bill === victim && computed !== null ? overcharge(decimal(computed), world.contract) : decimal(0);
    let claimed = extra;
    for (const [i, counter] of all.filter(({ chosen }) => chosen).entries()) {
      // What is charged in a way that is not simulated is left out of the bill.
      const amount = amountOf(counter, period, world.contract);
      if (!amount) continue;
      claimed = add(claimed, amount);
      const shown = yuan(i === 0 ? add(amount, extra) : amount);
      lines.push({ bill_id: row.id, charge: counter.charge.id, quantity: units(counter, row.period), amount: shown });
    }
    row.total = yuan(claimed);
    const difference = computed === null ? null : yuan(subtract(claimed, decimal(computed)));
    return { id: row.id, period: row.period, claimed: row.total, computed, difference };
  });
}

const units = (counter: Counter, label: string): string =>
  String(
    periodsWithin(parsePeriod(label), 'month').reduce(
      (sum, month) => sum + ((counter.minutes ?? counter.units).get(month.label) ?? 0),
      0,
    ),
  );

/** Twice the tolerance and a fen: more than the parties accept. */
function overcharge(computed: ReturnType<typeof decimal>, { settlement }: Contract) {
  const percent = decimal(settlement.tolerance?.percent ?? 5);
  const share = round(multiply(multiply(computed, percent), decimal('0.02')), 2);
  return add(share, decimal('0.01'));
}
