import type { Charge, Contract } from '../contract/schema.generated.ts';
import type { Records } from '../records/open.ts';
import { nextDay } from '../time/day.ts';
import type { Period } from '../time/period.ts';

/** How many units a month has: exactly, or between two bounds where the records leave it open. */
export interface Units {
  low: bigint;
  high: bigint;
}

/** One charge under one of its readings. */
export interface Variant {
  charge: Charge;
  reading: { id: string; means: { zh: string; en: string } } | undefined;
}

/** Every charge under every reading of it. */
export function variants(charges: readonly Charge[]): Variant[] {
  return charges.flatMap((charge): Variant[] => {
    const read = charge.readings?.map(({ id, means, parameters }) => ({
      charge: { ...charge, ...parameters },
      reading: { id, means },
    }));
    return read ?? [{ charge, reading: undefined }];
  });
}

/**
 * Billable units by month (Beijing time, `2024-05`) for each variant, in one scan of the messages up to as-of. The
 * segment rule is the service's. Where no signature is recorded and the contract states none, the bounds are those of
 * no signature and of the longest one allowed; a message without body and without length counts nothing low, and makes
 * high unbounded (-1n).
 */
export async function countUnits(
  { store, supplied }: Pick<Records, 'store' | 'supplied'>,
  contract: Contract,
  all: readonly Variant[],
  period: Period,
  asOf: string,
): Promise<Map<string, Units[]>> {
  const parameters: Record<string, string | number | boolean | null | readonly string[]> = {
    from: `${period.from} 00:00:00`,
    until: `${nextDay(period.to)} 00:00:00`,
    as_of: asOf,
    signature_supplied: supplied.messages_signature ?? false,
  };
  const columns = all.map(({ charge }, i) => {
    const service = contract.services.find((s) => s.id === charge.service);
    if (!service) throw new Error(`no service ${charge.service}`);
    const { size, brackets, longest_signature: longest } = service.segments;
    const signature = typeof service.signature === 'string' ? service.signature : null;
    const named = {
      direction: charge.counts.direction,
      statuses: charge.counts.statuses,
      signature,
      size,
      brackets,
      longest,
    };
    for (const [name, value] of Object.entries(named)) parameters[`v${i}_${name}`] = value;
    return measures(charge.unit, `v${i}_`);
  });
  const rows = await store.query(
    `select strftime(sent_at, '%Y-%m') as month, ${columns.join(', ')} from messages
     where sent_at >= $from::timestamp and sent_at < $until::timestamp and sent_at <= $as_of::timestamp
     group by month order by month`,
    parameters,
  );
  return new Map(
    rows.map((row) => [
      String(row.month),
      all.map((_, i) => ({ low: whole(row[`v${i}_low`]), high: whole(row[`v${i}_high`]) })),
    ]),
  );
}

const whole = (value: unknown): bigint => BigInt(String(value ?? 0));

function measures(unit: Charge['unit'], v: string): string {
  const counted = `direction = $${v}direction and list_contains($${v}statuses, status)`;
  if (unit === 'message') {
    return `count(*) filter (where ${counted}) as ${v}low, count(*) filter (where ${counted}) as ${v}high`;
  }
  const body = 'coalesce(char_count(content), characters)';
  const shown = `coalesce(nullif(signature, ''), $${v}signature)`;
  const withSign = `case when ${shown} is null then 0 else char_count(${shown}) + $${v}brackets end`;
  const unsure = `${shown} is null and not $signature_supplied`;
  const longest = `case when ${unsure} then $${v}longest + $${v}brackets else ${withSign} end`;
  const sum = (signature: string) =>
    `coalesce(sum(segments(${body} + ${signature}, $${v}size)) filter (where ${counted}), 0)`;
  const unknown = `count(*) filter (where ${counted} and ${body} is null) > 0`;
  return `${sum(withSign)} as ${v}low, case when ${unknown} then -1 else ${sum(longest)} end as ${v}high`;
}
