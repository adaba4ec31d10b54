import type { AdvanceNotice } from '../contract/schema.generated.ts';
import { announced } from './advance-notice.ts';
import type { World } from './world.ts';

/** Months of charges that are free: `sms-fee 2024-05`. */
export type FreeMonths = ReadonlySet<string>;

/** The months that were chosen in time, as many as the contract gives, those notified first: a plain look at the rows. */
export function freeMonthsOf(world: World): FreeMonths {
  const free = new Set<string>();
  for (const charge of world.contract.charges) {
    if (charge.model !== 'per-unit' || !charge.free_months) continue;
    const { count, obligation: id } = charge.free_months;
    const obligation = world.contract.obligations.find((one) => one.id === id);
    if (!obligation) continue;
    const p = obligation.parameters as AdvanceNotice;
    const chosen = (world.tables.get('events') ?? []).flatMap((event) => {
      if (event.type !== p.event) return [];
      const day = announced(event, p, { obligation }, world);
      return day === undefined ? [] : [`${day} ${event.occurred_at} ${event.id}`];
    });
    for (const one of chosen.sort().slice(0, count)) free.add(`${charge.id} ${one.slice(11, 18)}`);
  }
  return free;
}
