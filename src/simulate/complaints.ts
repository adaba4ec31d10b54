import { daysFromTo } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import { mainPort } from './message-kinds/shape.ts';
import { officeTime, type Random } from './random.ts';

import { during, known, type Month, nextId, type Row, rows, type World } from './world.ts';

export interface Complained {
  category: string;
  bearer: string;
  channel?: string;
  port?: string;
  minutes?: number | null;
}

/** A complaint that nobody has dealt with. */
export function complaintRow(
  id: string,
  received_at: string,
  { category, bearer, channel = 'user', port, minutes = null }: Complained,
): Row {
  return {
    ...{ id, received_at, ...(port !== undefined && { port }), category, responsible: bearer, channel },
    ...{ transferred_at: null, replied_at: null, resolved_at: null, travel_minutes: minutes },
  };
}

/** Adds a complaint; where the contract has messages it is about their port, unless another is named. */
export function complain(at: string, about: Complained, world: World): Row {
  const list = rows(world, 'complaints');
  const sms = world.contract.services.some(({ kind }) => kind === 'sms');
  const row = complaintRow(nextId('C', list), at, { ...(sms && { port: mainPort(world.contract) }), ...about });
  list.push(row);
  return row;
}

/** An instant in office hours of a working day of the month without a complaint; undefined where every day has one. Several on one day would call for more. */
export function quietTime({ from, to }: Month, world: World, rng: Random): string | undefined {
  const taken = new Set(known(world, 'complaints').map(({ received_at }) => dayOf(String(received_at))));
  const days = daysFromTo(from, to).filter((day) => world.calendar.isWorkday(day) !== false && !taken.has(day));
  return days.length > 0 ? officeTime(rng.pick(days), rng) : undefined;
}

export const bearerOf = ({ responsible }: Row): string => (responsible === 'carrier' ? 'carrier' : 'customer');

/** The complaints of a month that fall to one side. */
export const complaintsOf = (bearer: string, month: Month, world: World): readonly Row[] =>
  during(world, 'complaints', 'received_at', month).filter((row) => bearerOf(row) === bearer);

/** How many more complaints that fall to a side a month may have without anything being broken. */
export const roomFor = (bearer: string, month: Month, world: World): number =>
  (world.room?.get(bearer) ?? Number.POSITIVE_INFINITY) - complaintsOf(bearer, month, world).length;

/** So many complaints on one day, in office hours. */
export function burst(count: number, day: string, about: Complained, world: World, rng: Random): Row[] {
  return Array.from({ length: count }, () => complain(officeTime(day, rng), about, world));
}
