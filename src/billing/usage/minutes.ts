import type { PerMinuteCharge } from '../../contract/schema.generated.ts';
import type { Records } from '../../records/open.ts';
import { type Asked, Bound, countBy } from './asked.ts';
import { type Units, whole } from './units.ts';
import type { Variant } from './variant.ts';

/**
 * By stretch, for each variant that charges by the minute, in one scan of the calls (of the start of the call, Beijing
 * time): minutes, where a started minute of each call counts, or seconds, where one of the month's total does.
 */
export async function countMinutes(
  { store }: Pick<Records, 'store'>,
  all: readonly Variant[],
  asked: Asked,
): Promise<Map<string, (Units | undefined)[]>> {
  const bound = new Bound();
  const columns = all.flatMap(({ charge }) => (charge.model === 'per-minute' ? [amount(charge, bound)] : []));
  if (columns.length === 0) return new Map();
  const rows = await countBy(store, 'calls', 'started_at', columns, bound, asked);
  const unitsIn = (counts: unknown[]) =>
    all.map(({ charge }) => {
      if (charge.model !== 'per-minute') return undefined;
      const n = whole(counts.shift());
      return { low: n, high: n };
    });
  return new Map([...rows].map(([stretch, counts]) => [stretch, unitsIn(counts)]));
}

function amount({ rounding, counts }: PerMinuteCharge, bound: Bound): string {
  const each = rounding === 'call' ? '(seconds + 59) // 60' : 'seconds';
  return `coalesce(sum(${each}) filter (where direction = ${bound.of(counts.direction)}), 0)`;
}
