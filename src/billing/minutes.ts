import type { PerMinuteCharge } from '../contract/schema.generated.ts';
import type { Records } from '../records/open.ts';
import { nextDay } from '../time/day.ts';
import type { Period } from '../time/period.ts';
import type { Units, Variant } from './units.ts';

/**
 * Billable minutes by month (Beijing time, of the start of the call) for each variant that charges by the minute, in one
 * scan of the calls up to as-of. A started minute counts in full: of each call, or of the month's total.
 */
export async function countMinutes(
  { store }: Pick<Records, 'store'>,
  all: readonly Variant[],
  period: Period,
  asOf: string,
): Promise<Map<string, (Units | undefined)[]>> {
  const charges = all.map(({ charge }) => (charge.model === 'per-minute' ? charge : undefined));
  const columns = charges.flatMap((charge, i) => (charge ? [`${minutes(charge, `$d${i}`)} as m${i}`] : []));
  if (columns.length === 0) return new Map();
  const directions = charges.map((charge, i) => [`d${i}`, charge?.counts.direction ?? ''] as const);
  const rows = await store.query(
    `select strftime(started_at, '%Y-%m') as month, ${columns.join(', ')} from calls
     where started_at >= $from::timestamp and started_at < $until::timestamp and started_at <= $as_of::timestamp
     group by month order by month`,
    {
      ...Object.fromEntries(directions),
      ...{ from: `${period.from} 00:00:00`, until: `${nextDay(period.to)} 00:00:00`, as_of: asOf },
    },
  );
  return new Map(
    rows.map((row) => [
      String(row.month),
      charges.map((charge, i) => {
        const n = BigInt(String(row[`m${i}`] ?? 0));
        return charge && { low: n, high: n };
      }),
    ]),
  );
}

function minutes({ rounding }: PerMinuteCharge, direction: string): string {
  const mine = `filter (where direction = ${direction})`;
  return rounding === 'call'
    ? `coalesce(sum((seconds + 59) // 60) ${mine}, 0)`
    : `(coalesce(sum(seconds) ${mine}, 0) + 59) // 60`;
}
