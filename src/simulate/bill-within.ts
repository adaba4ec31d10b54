import type { BillWithin } from '../contract/schema.generated.ts';
import { inForce, stated } from '../contract/term.ts';
import { deadline, type Limit } from '../time/clock.ts';
import { addDays, earliest, nextDay } from '../time/day.ts';
import { addSeconds, dayOf } from '../time/instant.ts';
import { parsePeriod, periodsWithin, type SettlementPeriod } from '../time/period.ts';
import { officeTime } from './random.ts';
import { type Bill, type Case, type Duty, judgeCases, type Month, rngOf, type Simulator, type World } from './world.ts';

const applies = (p: BillWithin, bill: Bill): boolean => p.cycle === bill.cycle && p.basis === bill.basis;

const dueOf = (p: BillWithin, endsOn: string, { calendar }: World): string | undefined =>
  deadline(`${endsOn} 00:00:00`, p.limit as Limit, calendar);

const openings: Simulator['openings'] = (parameters, _duty, world) =>
  world.bills.flatMap((bill) => (applies(parameters as BillWithin, bill) ? [bill.endsOn.slice(0, 7)] : []));

const generate: Simulator['generate'] = (duties, world) => {
  for (const bill of world.bills) {
    const rng = rngOf(world, `bill/${bill.row.id}`);
    const asked = duties.flatMap((duty) =>
      (duty.readings as BillWithin[]).flatMap((p) =>
        applies(p, bill) ? [{ p, duty, due: dueOf(p, bill.endsOn, world) }] : [],
      ),
    );
    const dues = asked.flatMap(({ due }) => due ?? []).sort();
    const [first = `${addDays(bill.endsOn, 6)} 00:00:00`] = dues;
    const invoiced = asked.some(({ p }) => p.with_invoice);
    const day = addDays(bill.endsOn, rng.int(1, 5));
    const usual = officeTime(`${day} 00:00:00` < first ? day : addDays(dayOf(first), -1), rng);
    const sent = earliest(usual, first);
    // Exactly at the limit is in time; what is due last is late by one second where a breach is wanted.
    const broken = asked.filter(({ duty }) => duty.broken === bill.endsOn.slice(0, 7));
    const last = broken
      .flatMap(({ due }) => due ?? [])
      .sort()
      .at(-1);
    const done = last !== undefined ? addSeconds(last, 1) : rng.chance(30) ? first : sent;
    const both = invoiced && !broken.some(({ p }) => !p.with_invoice);
    bill.row.sent_at = both ? sent : done;
    bill.row.invoice_at = invoiced ? done : null;
  }
};

/** The settlement periods that end in a month and in the term. */
function endingIn(month: Month, p: BillWithin, { contract }: World): SettlementPeriod[] {
  const term = inForce(contract);
  return periodsWithin(parsePeriod(month.label), p.cycle, p.basis === 'contract' ? term.from : undefined).filter(
    ({ to }) => to >= term.from && to <= term.to,
  );
}

const judge: Simulator['judge'] = (parameters, _duty: Duty, month, world) => {
  const p = parameters as BillWithin;
  // Cycles cannot be counted from a first day that the paper leaves blank.
  if (p.basis === 'contract' && stated(world.contract.term.from) === undefined) {
    return { verdict: 'undetermined', records: [] };
  }
  const cases = endingIn(month, p, world).map((period): Case => {
    const row = billOf(period, p, world);
    const done = p.with_invoice ? row?.invoice_at && [row.sent_at, row.invoice_at].sort()[1] : row?.sent_at;
    return { table: 'bills', id: period.label, due: dueOf(p, period.to, world), done: done || undefined };
  });
  return judgeCases(cases, world.asOf);
};

function billOf(period: SettlementPeriod, p: BillWithin, { bills }: World): Bill['row'] | undefined {
  const own = bills.filter(({ cycle }) => cycle === p.cycle).map(({ row }) => row);
  if (p.basis === 'calendar') return own.find((row) => row.period === period.label);
  const [from, until] = [`${nextDay(period.to)} 00:00:00`, `${nextDay(period.next)} 00:00:00`];
  return own
    .filter((row) => row.sent_at >= from && row.sent_at < until)
    .sort((a, b) => (a.sent_at < b.sent_at ? -1 : 1))[0];
}

const settled: Simulator['settled'] = (parameters) => {
  const { cycle, basis } = parameters as BillWithin;
  return { cycle, basis };
};

export const billWithin: Simulator = { openings, generate, judge, settled };
