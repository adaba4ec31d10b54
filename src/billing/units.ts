import type { Charge, Contract, Sms } from '../contract/schema.generated.ts';
import { stated } from '../contract/term.ts';
import type { Records } from '../records/open.ts';
import { nextDay } from '../time/day.ts';
import type { Period } from '../time/period.ts';

/** How many units a month has: exactly, or between two bounds where the records or the paper leave it open. */
export interface Units {
  low: bigint;
  /** -1n: no upper bound. */
  high: bigint;
}

/** One charge under one of its readings, with the contract whose services it is counted by. */
export interface Variant {
  charge: Charge;
  reading: { id: string; means: { zh: string; en: string } } | undefined;
  contract: Contract;
}

/** A charge for messages that are counted. */
export type Counted = Extract<Charge, { unit: string }>;

export const isCounted = (charge: Charge): charge is Counted => 'unit' in charge;

/** Every charge of a contract under every reading of it. */
export function variants(contract: Contract): Variant[] {
  return contract.charges.flatMap((charge): Variant[] => {
    const read = charge.readings?.map(({ id, means, parameters }) => ({
      charge: { ...charge, ...parameters } as Charge,
      reading: { id, means },
      contract,
    }));
    return read ?? [{ charge, reading: undefined, contract }];
  });
}

type Segments = Exclude<Sms['segments'], { blank: true }>;

/** The SMS service of a charge. Throws where the contract has none of that id. */
export function smsOf({ charge, contract }: Pick<Variant, 'charge' | 'contract'>): Sms {
  const service = contract.services.find(({ id }) => id === charge.service);
  if (service?.kind !== 'sms') throw new Error(`${charge.id}: ${charge.service} is no SMS service`);
  return service;
}

/** The segment rule by which a charge is counted; undefined where the paper states none. */
export const segmentRule = (variant: Pick<Variant, 'charge' | 'contract'>): Segments | undefined =>
  stated(smsOf(variant).segments);

/**
 * Billable units by month (Beijing time, `2024-05`) for each variant that counts messages, in one scan of the messages
 * up to as-of. The segment rule is the service's. Where no signature is recorded and the contract states none, the
 * bounds are those of no signature and of the longest one allowed; a message without body and without length, or a
 * segment where the paper has no rule for cutting, counts low as one message and makes high unbounded.
 */
export async function countUnits(
  { store, supplied }: Pick<Records, 'store' | 'supplied'>,
  all: readonly Variant[],
  period: Period,
  asOf: string,
): Promise<Map<string, (Units | undefined)[]>> {
  const parameters: Record<string, string | number | boolean | null | readonly string[]> = {
    from: `${period.from} 00:00:00`,
    until: `${nextDay(period.to)} 00:00:00`,
    as_of: asOf,
    signature_supplied: supplied.messages_signature ?? false,
  };
  const columns = all.flatMap((variant, i) => {
    const { charge } = variant;
    if (!isCounted(charge)) return [];
    const rule = segmentRule(variant);
    const named = {
      direction: charge.counts.direction,
      statuses: charge.counts.statuses,
      signature: stated(smsOf(variant).signature) ?? null,
      size: rule?.size ?? 0,
      brackets: rule?.brackets ?? 0,
      longest: rule?.longest_signature ?? 0,
    };
    for (const [name, value] of Object.entries(named)) parameters[`v${i}_${name}`] = value;
    return [charge.unit === 'message' || !rule ? messages(charge.unit, `v${i}_`) : segments(`v${i}_`)];
  });
  if (columns.length === 0) return new Map();
  const rows = await store.query(
    `select strftime(sent_at, '%Y-%m') as month, ${columns.join(', ')} from messages
     where sent_at >= $from::timestamp and sent_at < $until::timestamp and sent_at <= $as_of::timestamp
     group by month order by month`,
    parameters,
  );
  return new Map(
    rows.map((row) => [
      String(row.month),
      all.map(({ charge }, i) =>
        isCounted(charge) ? { low: whole(row[`v${i}_low`]), high: whole(row[`v${i}_high`]) } : undefined,
      ),
    ]),
  );
}

const whole = (value: unknown): bigint => BigInt(String(value ?? 0));

const counted = (v: string) =>
  `($${v}direction = 'both' or direction = $${v}direction) and list_contains($${v}statuses, status)`;

/** Counted as messages; as segments without a rule that is only the least there can be. */
function messages(unit: Counted['unit'], v: string): string {
  const n = `count(*) filter (where ${counted(v)})`;
  return `${n} as ${v}low, ${unit === 'message' ? n : `case when ${n} > 0 then -1 else 0 end`} as ${v}high`;
}

function segments(v: string): string {
  const body = 'coalesce(char_count(content), characters)';
  const shown = `coalesce(nullif(signature, ''), $${v}signature)`;
  const withSign = `case when ${shown} is null then 0 else char_count(${shown}) + $${v}brackets end`;
  const unsure = `${shown} is null and not $signature_supplied`;
  const longest = `case when ${unsure} then $${v}longest + $${v}brackets else ${withSign} end`;
  const sum = (signature: string) =>
    `coalesce(sum(segments(${body} + ${signature}, $${v}size)) filter (where ${counted(v)}), 0)`;
  const unknown = `count(*) filter (where ${counted(v)} and ${body} is null) > 0`;
  return `${sum(withSign)} as ${v}low, case when ${unknown} then -1 else ${sum(longest)} end as ${v}high`;
}
