import { minutesOf } from '../rating/models/per-minute.ts';
import type { Priced } from '../rating/priced.ts';
import { isCharged } from '../rating/rate.ts';
import type { Days } from '../rating/stretches.ts';
import type { Statement } from '../statement.ts';
import { tableOf } from './units.ts';

/** Units that a charge counted under the chosen reading, by stretch. */
export function usageOf({ charge, stretches, chosen }: Priced, { from, to }: Days): Statement['usage'] {
  if (!chosen || tableOf(charge) === undefined) return [];
  const own = stretches.filter((one) => one.from >= from && one.to <= to && isCharged(charge, one));
  return own.map(({ label, units }) => {
    const n =
      units && units.low === units.high ? (charge.model === 'per-minute' ? minutesOf(charge, units) : units.low) : null;
    return {
      charge: charge.id,
      month: label,
      used: n?.toString() ?? null,
      included: 'included' in charge ? String(charge.included) : null,
    };
  });
}
