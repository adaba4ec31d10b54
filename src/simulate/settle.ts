import { decimal, divide, subtract, yuan } from '../money.ts';
import { addSeconds } from '../time/instant.ts';
import type { Random } from './random.ts';
import { type Bill, known, nextId, rows, type World } from './world.ts';

/** Nothing is owed on a bill of 0.00. */
export const isOwed = ({ row }: Bill): boolean => decimal(row.total).units > 0n;

/** Pays a bill in full at that instant, and at no other; half of the payments come in two parts. */
export function pay(bill: Bill, at: string, world: World, rng: Random): void {
  const { id, total } = bill.row;
  const table = rows(world, 'payments');
  const earlier = table.filter(({ bill_id }) => bill_id === id);
  for (const one of earlier) one.paid_at = addSeconds(at, one === earlier.at(-1) ? 0 : -3600);
  if (earlier.length > 0 || !isOwed(bill)) return;
  const put = (paid_at: string, amount: string) => table.push({ id: nextId('P', table), bill_id: id, paid_at, amount });
  const half = divide(decimal(total), decimal(2), 2);
  if (rng.chance(50)) {
    put(addSeconds(at, -3600), yuan(half));
    put(at, yuan(subtract(decimal(total), half)));
  } else put(at, total);
}

/** When the payments of a bill reached its total; a bill of 0.00 is settled when it is sent. */
export function paidAt(bill: Bill, world: World): string | undefined {
  if (!isOwed(bill)) return bill.row.sent_at;
  let left = decimal(bill.row.total);
  const own = known(world, 'payments').filter(({ bill_id }) => bill_id === bill.row.id);
  for (const { paid_at, amount } of own.toSorted((a, b) => (String(a.paid_at) < String(b.paid_at) ? -1 : 1))) {
    left = subtract(left, decimal(String(amount)));
    if (left.units <= 0n) return String(paid_at);
  }
  return undefined;
}
