import type { SettleWithin } from '../contract/schema.generated.ts';
import { decimal, divide, subtract, yuan } from '../money.ts';
import { deadline, type Limit } from '../time/clock.ts';
import { addSeconds, secondsBetween } from '../time/instant.ts';
import type { Random } from './random.ts';
import { type Bill, type Case, judgeCases, nextId, rngOf, rows, type Simulator, type World } from './world.ts';

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
      settle(bill, by, last !== undefined ? addSeconds(last, 1) : rng.chance(30) ? first : early, world, rng);
    }
  }
};

/** Confirmed, or paid in full, at that instant; half of the payments come in two parts. */
function settle({ row }: Bill, by: SettleWithin['by'], at: string, world: World, rng: Random): void {
  const table = rows(world, by);
  if (by === 'confirmations') {
    table.push({ bill_id: row.id, confirmed_at: at, total: row.total });
    return;
  }
  const total = decimal(row.total);
  const earlier = divide(total, decimal(2), 2);
  const pay = (paid_at: string, amount: string) =>
    table.push({ id: nextId('P', table), bill_id: row.id, paid_at, amount });
  if (rng.chance(50)) {
    pay(addSeconds(at, -3600), yuan(earlier));
    pay(at, yuan(subtract(total, earlier)));
  } else pay(at, row.total);
}

const judge: Simulator['judge'] = (parameters, _duty, month, world) => {
  const p = parameters as SettleWithin;
  const received = world.bills.filter(({ cycle, row }) => cycle === p.cycle && row.sent_at.slice(0, 7) === month.label);
  const cases = received.map((bill): Case => {
    return { table: 'bills', id: bill.row.id, due: dueOf(p, bill, world), done: doneAt(p, bill, world) };
  });
  return judgeCases(cases, world.asOf);
};

function doneAt({ by }: SettleWithin, { row }: Bill, world: World): string | undefined {
  const own = rows(world, by).filter(({ bill_id }) => bill_id === row.id);
  if (by === 'confirmations') return own.map(({ confirmed_at }) => String(confirmed_at)).sort()[0];
  let left = decimal(row.total);
  for (const { paid_at, amount } of own.toSorted((a, b) => (String(a.paid_at) < String(b.paid_at) ? -1 : 1))) {
    left = subtract(left, decimal(String(amount)));
    if (left.units <= 0n) return String(paid_at);
  }
  return undefined;
}

export const settleWithin: Simulator = { openings, generate, judge };
