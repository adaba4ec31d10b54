import type { Charge, Contract } from '../../../src/contract/schema.generated.ts';
import { dayNumber } from '../../rules/oracle/clock.ts';
import { instant, type Row, type Tables } from '../../rules/oracle/judge.ts';
import type { Span } from './days.ts';
import { printed, smsOf } from './terms.ts';

export interface World {
  contract: Contract;
  tables: Tables;
  asOf: string;
}

/** The fewest and the most units; the most is undefined where nothing bounds it. */
export interface Units {
  low: bigint;
  high: bigint | undefined;
}

/** Rows of a table on some days that are known by as-of; days may begin some hours late. */
export function rowsOn({ tables, asOf }: World, table: string, time: string, { from, to }: Span, hours = 0): Row[] {
  return (tables[table] ?? []).filter((row) => {
    const written = instant(row[time]);
    const moved = Date.parse(`${written.slice(0, 19).replace(' ', 'T')}Z`) - hours * 3_600_000;
    const day = Math.floor(moved / 86_400_000);
    return written <= asOf && day >= dayNumber(from) && day <= dayNumber(to);
  });
}

/** Segments of one message when its text and what is shown in front of it have so many characters. */
const cut = (characters: number, size: number): number => {
  let segments = 1;
  while (segments * size < characters) segments += 1;
  return segments;
};

/** Units of one message; the most is undefined where nothing bounds it. */
function unitsOf(row: Row, charge: Charge, contract: Contract, signatures: boolean): [number, number | undefined] {
  if (!('unit' in charge) || charge.unit === 'message') return [1, 1];
  const service = smsOf(charge, contract);
  const rule = service && printed(service.segments);
  if (!service || !rule) return [1, undefined];
  const body = row.content ? String(row.content).length : row.characters;
  if (body == null) return [1, undefined];
  const own = printed(service.signature);
  const signature = String(row.signature || own || '').length;
  const before = signature > 0 ? signature + rule.brackets : 0;
  const least = cut(Number(body) + before, rule.size);
  if (signature > 0 || signatures || own !== undefined) return [least, least];
  return [least, cut(Number(body) + rule.longest_signature + rule.brackets, rule.size)];
}

/** What a charge counts on some days; undefined where it counts nothing, or the records are not there. */
export function usageOf(world: World, charge: Charge, contract: Contract, span: Span, hours = 0): Units | undefined {
  if (charge.model === 'per-minute') {
    if (!world.tables.calls) return undefined;
    let [minutes, seconds] = [0n, 0n];
    for (const row of rowsOn(world, 'calls', 'started_at', span, hours)) {
      if (row.direction !== charge.counts.direction) continue;
      seconds += BigInt(Number(row.seconds));
      for (let left = Number(row.seconds); left > 0; left -= 60) minutes += 1n;
    }
    const total = (seconds + 59n) / 60n;
    const n = charge.rounding === 'total' ? total : minutes;
    return { low: n, high: n };
  }
  if (!('unit' in charge) || !world.tables.messages) return undefined;
  const signatures =
    world.tables.messages.length === 0 || world.tables.messages.some((row) => row.signature !== undefined);
  let [low, high]: [bigint, bigint | undefined] = [0n, 0n];
  for (const row of rowsOn(world, 'messages', 'sent_at', span, hours)) {
    const { direction, statuses } = charge.counts;
    if (direction !== 'both' && row.direction !== direction) continue;
    if (!statuses.some((status) => status === row.status)) continue;
    const [least, most] = unitsOf(row, charge, contract, signatures);
    low += BigInt(least);
    high = high === undefined || most === undefined ? undefined : high + BigInt(most);
  }
  return { low, high };
}
