import type { Charge, Contract, Sms } from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import type { Records } from '../../records/open.ts';
import { type Asked, Bound, countBy } from './asked.ts';
import type { Variant } from './variant.ts';

/** How many units there are: exactly, or between two bounds where the records or the paper leave it open. */
export interface Units {
  low: bigint;
  /** -1n: no upper bound. */
  high: bigint;
}

export const noUnits: Units = { low: 0n, high: 0n };

/** Units of two stretches together. */
export const plus = (a: Units, b: Units): Units => ({
  low: a.low + b.low,
  high: a.high < 0n || b.high < 0n ? -1n : a.high + b.high,
});

/** A charge for messages that are counted. */
export type Counted = Extract<Charge, { unit: string }>;

export const isCounted = (charge: Charge): charge is Counted => 'unit' in charge;

/** The table by whose rows a charge is counted; undefined for a fee. */
export function tableOf(charge: Charge): 'messages' | 'calls' | undefined {
  if (charge.model === 'per-minute') return 'calls';
  return isCounted(charge) ? 'messages' : undefined;
}

type Segments = Exclude<Sms['segments'], { blank: true }>;
type Of = { charge: Charge; contract: Contract };

/** The SMS service of a charge. Throws where the contract has none of that id. */
function smsOf({ charge, contract }: Of): Sms {
  const service = contract.services.find(({ id }) => id === charge.service);
  if (service?.kind !== 'sms') throw new Error(`${charge.id}: ${charge.service} is no SMS service`);
  return service;
}

/** The segment rule by which a charge is counted; undefined where the paper states none. */
export const segmentRule = (of: Of): Segments | undefined => stated(smsOf(of).segments);

/** The units of one row as SQL over it: whether it counts, and its fewest and most units. */
export interface RowUnits {
  counts: string;
  low: string;
  /** The SQL gives null where there is no upper bound. */
  high: string;
}

/** Units that nobody can tell are one at least. */
export const atLeastOne = (units: string): string => `coalesce(${units}, 1)`;

/**
 * How a charge counts a message. The segment rule is the service's. Where no signature is recorded and the contract
 * states none, the bounds are those of no signature and of the longest one allowed; a message without body and without
 * length, or a segment where the paper has no rule for cutting, is at least one and has no upper bound.
 */
export function messageUnits(of: Of & { charge: Counted }, bound: Bound, signatures: boolean): RowUnits {
  const { excluded } = of.charge.counts;
  const units = countedUnits(of, bound, signatures);
  if (!excluded) return units;
  // Of a failure without a recorded cause nobody can tell whether it counts.
  const open = "status <> 'delivered' and failure_reason is null";
  const causes = excluded.map((cause) => bound.of(cause)).join(', ');
  return {
    counts: `${units.counts} and (status = 'delivered' or coalesce(failure_reason not in (${causes}), true))`,
    low: `case when ${open} then 0 else ${units.low} end`,
    high: units.high,
  };
}

function countedUnits(of: Of & { charge: Counted }, bound: Bound, signatures: boolean): RowUnits {
  const { direction, statuses } = of.charge.counts;
  const among = statuses.map((status) => bound.of(status)).join(', ');
  const counts = `${direction === 'both' ? '' : `direction = ${bound.of(direction)} and `}status in (${among})`;
  const rule = segmentRule(of);
  if (of.charge.unit === 'message') return { counts, low: '1', high: '1' };
  if (!rule) return { counts, low: '1', high: 'null' };
  const own = stated(smsOf(of).signature);
  const [size, brackets] = [bound.of(rule.size), bound.of(rule.brackets)];
  const shown = own === undefined ? "concat(signature, '')" : `or_else(signature, ${bound.of(own)})`;
  const body = 'coalesce(char_count(content), characters)';
  const signed = `char_count(${shown}) + case when ${shown} = '' then 0 else ${brackets} end`;
  const cut = (signature: string) => `segments(${body} + ${signature}, ${size})`;
  const longest = `case when ${shown} = '' then ${bound.of(rule.longest_signature)} + ${brackets} else ${signed} end`;
  const most = signatures || own !== undefined ? signed : longest;
  return { counts, low: atLeastOne(cut(signed)), high: cut(most) };
}

/** The units of all rows that count (and meet a condition), as two aggregates; a high of -1 has no bound. */
export function unitSums({ counts, low, high }: RowUnits, where = 'true'): { low: string; high: string } {
  const mine = `filter (where ${counts} and ${where})`;
  const sum = (each: string) => (each === '1' ? `count(*) ${mine}` : `coalesce(sum(${each}) ${mine}, 0)`);
  if (low === high) return { low: sum(low), high: sum(high) };
  const open = `count(*) filter (where ${counts} and ${where} and (${high}) is null)`;
  return { low: sum(low), high: `case when ${open} > 0 then -1 else ${sum(high)} end` };
}

/** Billable units by stretch for each variant that counts messages, in one scan of the messages. */
export async function countUnits(
  { store, supplied }: Pick<Records, 'store' | 'supplied'>,
  all: readonly Variant[],
  asked: Asked,
): Promise<Map<string, (Units | undefined)[]>> {
  const bound = new Bound();
  const columns = all.flatMap(({ charge, contract }) => {
    if (!isCounted(charge)) return [];
    const { low, high } = unitSums(messageUnits({ charge, contract }, bound, supplied.messages_signature === true));
    return [low, high];
  });
  if (columns.length === 0) return new Map();
  const rows = await countBy(store, 'messages', 'sent_at', columns, bound, asked);
  const unitsIn = (counts: unknown[]) =>
    all.map(({ charge }) =>
      isCounted(charge) ? { low: whole(counts.shift()), high: whole(counts.shift()) } : undefined,
    );
  return new Map([...rows].map(([stretch, counts]) => [stretch, unitsIn(counts)]));
}

/** A count that the store gives as number or text. */
export const whole = (value: unknown): bigint => BigInt(String(value ?? 0));
