import type { PaymentByCycleEnd } from '../contract/schema.generated.ts';
import { inForce, stated } from '../contract/term.ts';
import { nextDay } from '../time/day.ts';
import { addSeconds, secondsBetween } from '../time/instant.ts';
import { parsePeriod, periodsWithin, type SettlementPeriod } from '../time/period.ts';
import { isOwed, paidAt, pay } from './settle.ts';
import { type Bill, type Case, judgeCases, type Month, rngOf, rows, type Simulator, type World } from './world.ts';

/** The cycles that end in a month and in the term. */
function endingIn(month: Month, p: PaymentByCycleEnd, { contract }: World): SettlementPeriod[] {
  const term = inForce(contract);
  const anchor = p.basis === 'contract' ? stated(contract.term.from) : undefined;
  if (p.basis === 'contract' && anchor === undefined) return [];
  return periodsWithin(parsePeriod(month.label), p.cycle, anchor).filter(({ to }) => to >= term.from && to <= term.to);
}

const dueOf = ({ to }: SettlementPeriod): string => `${nextDay(to)} 00:00:00`;

/** The bill that must be paid before the cycle ends: the one of its name, else the first that is sent in it. */
function billOf(period: SettlementPeriod, p: PaymentByCycleEnd, { bills }: World): Bill | undefined {
  const own = bills.filter(({ cycle }) => cycle === p.cycle);
  if (p.basis === 'calendar') return own.find(({ row }) => row.period === period.label);
  return own
    .filter(({ row }) => row.sent_at >= `${period.from} 00:00:00` && row.sent_at < dueOf(period))
    .sort((a, b) => (a.row.sent_at < b.row.sent_at ? -1 : 1))[0];
}

const openings: Simulator['openings'] = (parameters, _duty, world) =>
  world.months
    .filter((month) =>
      endingIn(month, parameters as PaymentByCycleEnd, world).some((one) =>
        billOf(one, parameters as PaymentByCycleEnd, world),
      ),
    )
    .map(({ label }) => label);

/** Bills are paid between their sending and the end of the cycle, or just after it where a breach is wanted. */
const generate: Simulator['generate'] = (duties, world) => {
  rows(world, 'payments');
  for (const bill of world.bills) {
    // What is to be settled too late for another obligation stays so.
    if (world.spoiled.has(bill.row.id) || !isOwed(bill)) continue;
    const rng = rngOf(world, `cycle-end/${bill.row.id}`);
    const asked = duties.flatMap((duty) =>
      (duty.readings as PaymentByCycleEnd[]).flatMap((p) =>
        world.months.flatMap((month) =>
          endingIn(month, p, world)
            .filter((period) => billOf(period, p, world) === bill)
            .map((period) => ({ due: dueOf(period), broken: duty.broken === month.label })),
        ),
      ),
    );
    const late = asked.filter(({ broken }) => broken).map(({ due }) => due);
    const [first] = asked.map(({ due }) => due).sort();
    if (first === undefined) continue;
    const { sent_at } = bill.row;
    const usual = addSeconds(sent_at, Math.floor((secondsBetween(sent_at, first) * rng.int(40, 95)) / 100));
    const last = late.sort().at(-1);
    pay(bill, last === undefined ? usual : addSeconds(last, 1), world, rng);
  }
};

const judge: Simulator['judge'] = (parameters, _duty, month, world) => {
  const p = parameters as PaymentByCycleEnd;
  const cases = endingIn(month, p, world).map((period): Case => {
    const bill = billOf(period, p, world);
    return {
      ...{ table: 'bills', id: bill?.row.id ?? period.label },
      // Without a bill nobody can tell what was due.
      due: bill && dueOf(period),
      done: bill && paidAt(bill, world),
    };
  });
  return judgeCases(cases, world.asOf);
};

const settled: Simulator['settled'] = (parameters) => {
  const { cycle, basis } = parameters as PaymentByCycleEnd;
  return { cycle, basis, ahead: true };
};

/** Bills that are paid before their cycle ends. */
export const paymentByCycleEnd: Simulator = { openings, generate, judge, settled };
