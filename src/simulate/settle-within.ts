import type { SettleWithin } from '../contract/schema.generated.ts';
import { deadline, type Limit } from '../time/clock.ts';
import { addSeconds, secondsBetween } from '../time/instant.ts';
import type { Random } from './random.ts';
import { paidAt, pay } from './settle.ts';
import { type Bill, type Case, judgeCases, rngOf, rows, type Simulator, type World } from './world.ts';

/** When the clock starts: the bill goes by e-mail, so it is received when it is sent. */
function startOf(p: SettleWithin, { row }: Bill): string | undefined {
  if (!p.with_invoice) return row.sent_at;
  return row.invoice_at === null ? undefined : [row.sent_at, row.invoice_at].sort()[1];
}

function dueOf(p: SettleWithin, bill: Bill, { calendar }: World): string | undefined {
  const start = startOf(p, bill);
  return start === undefined ? undefined : deadline(start, p.limit as Limit, calendar);
}

const openings: Simulator['openings'] = (parameters, _duty, { bills, months }) => {
  const p = parameters as SettleWithin;
  const received = bills.flatMap(({ cycle, row }) => (cycle === p.cycle ? [row.sent_at.slice(0, 7)] : []));
  return months.map(({ label }) => label).filter((label) => received.includes(label));
};

const generate: Simulator['generate'] = (duties, world) => {
  const kinds = new Set(duties.flatMap(({ readings }) => (readings as SettleWithin[]).map(({ by }) => by)));
  for (const by of kinds) rows(world, by);
  const waits = duties.flatMap(({ readings }) => (readings as SettleWithin[]).filter((p) => p.with_invoice));
  for (const bill of world.bills) {
    // Where nothing says when the invoice is due, it comes with the bill.
    if (waits.some(({ cycle }) => cycle === bill.cycle)) bill.row.invoice_at ??= bill.row.sent_at;
    for (const by of kinds) {
      const rng = rngOf(world, `${by}/${bill.row.id}`);
      const asked = duties.flatMap((duty) =>
        (duty.readings as SettleWithin[]).flatMap((p) =>
          p.cycle === bill.cycle && p.by === by ? [{ duty, due: dueOf(p, bill, world) }] : [],
        ),
      );
      const [first] = asked.flatMap(({ due }) => due ?? []).sort();
      if (first === undefined) continue;
      const received = bill.row.sent_at;
      const broken = asked.filter(({ duty }) => duty.broken === received.slice(0, 7));
      const last = broken
        .flatMap(({ due }) => due ?? [])
        .sort()
        .at(-1);
      // Who need not wait for the invoice does not.
      const invoiced = bill.row.invoice_at ?? received;
      const start = invoiced > received && invoiced < first ? invoiced : received;
      const early = addSeconds(start, Math.floor((secondsBetween(start, first) * rng.int(10, 90)) / 100));
      if (by === 'payments') for (const { duty } of broken) world.spoiled.set(bill.row.id, duty.obligation.id);
      settle(bill, by, last !== undefined ? addSeconds(last, 1) : rng.chance(30) ? first : early, world, rng);
    }
  }
};

/** Confirmed, or paid in full, at that instant. */
function settle(bill: Bill, by: SettleWithin['by'], at: string, world: World, rng: Random): void {
  if (by === 'payments') pay(bill, at, world, rng);
  else rows(world, by).push({ bill_id: bill.row.id, confirmed_at: at, total: bill.row.total });
}

const judge: Simulator['judge'] = (parameters, _duty, month, world) => {
  const p = parameters as SettleWithin;
  const received = world.bills.filter(({ cycle, row }) => cycle === p.cycle && row.sent_at.slice(0, 7) === month.label);
  const cases = received.map((bill): Case => {
    return { table: 'bills', id: bill.row.id, due: dueOf(p, bill, world), done: doneAt(p, bill, world) };
  });
  return judgeCases(cases, world.asOf);
};

function doneAt({ by }: SettleWithin, bill: Bill, world: World): string | undefined {
  if (by === 'payments') return paidAt(bill, world);
  const own = rows(world, by).filter(({ bill_id }) => bill_id === bill.row.id);
  return own.map(({ confirmed_at }) => String(confirmed_at)).sort()[0];
}

const settled: Simulator['settled'] = (parameters) => ({ cycle: (parameters as SettleWithin).cycle });

export const settleWithin: Simulator = { openings, generate, judge, settled };
