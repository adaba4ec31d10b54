import type { Charge } from '../../../src/contract/schema.generated.ts';
import { inForce } from '../../../src/contract/term.ts';
import { eachDay, monthsOf, type Span } from './days.ts';
import { type Ask, linesOf, totalOf } from './lines.ts';
import { type Amount, orNull, shown, sumOf } from './money.ts';
import { chosen, termsOn } from './terms.ts';
import type { World } from './usage.ts';

/** Every reading of every charge, and all ways to combine them. */
export function readingsOf(world: World, days: Span, ask: Ask) {
  const term = inForce(world.contract);
  const ruling = monthsOf(days)
    .filter(({ from, to }) => to >= term.from && from <= term.to)
    .flatMap(eachDay)
    .filter((day) => day >= days.from && day <= days.to && `${day} 00:00:00` <= world.asOf);
  const changes = (world.contract.amendments ?? []).map(({ effective }) => String(effective));
  const versions = ruling
    .filter((day, i) => i === 0 || changes.includes(day))
    .map((day) => termsOn(world.contract, day));
  const all = versions.flatMap(({ charges }) => charges);
  const ids = [...new Set(all.flatMap(({ id, readings }) => (readings ? [id] : [])))];
  const named = (id: string) => [
    ...new Set(all.flatMap((charge) => (charge.id === id ? (charge.readings ?? []).map((one) => one.id) : []))),
  ];
  const parts = new Map<string, Amount | undefined>();
  /** What one charge comes to under a reading, or where its terms know none of that name, as chosen. */
  const part = (id: string, wanted: string | undefined): Amount | undefined => {
    const key = `${id} ${wanted}`;
    const reading = ({ readings, ...charge }: Charge) =>
      readings?.some((one) => one.id === wanted) ? wanted : chosen({ ...charge, readings } as Charge);
    const amounts = () => totalOf(linesOf(world, days, { ...ask, reading }).filter(({ charge }) => charge === id));
    if (!parts.has(key)) parts.set(key, amounts());
    return parts.get(key);
  };
  const billed = [...new Set([...ids, ...linesOf(world, days, ask).map(({ charge }) => charge)])];
  const total = (read: ReadonlyMap<string, string>) => sumOf(billed.map((id) => part(id, read.get(id))));
  const single = ids.flatMap((charge) =>
    named(charge).map((id) => ({ charge, id, total: orNull(total(new Map([[charge, id]]))) })),
  );
  const ways = ids.reduce<Map<string, string>[]>(
    (before, charge) => before.flatMap((way) => named(charge).map((id) => new Map([...way, [charge, id]]))),
    [new Map()],
  );
  const totals = ways.map(total);
  const known = totals.filter((one) => one !== undefined).sort((a, b) => (a < b ? -1 : 1));
  const [least, most] = [known[0], known.at(-1)];
  const range =
    ids.length > 0 && known.length === totals.length && least !== undefined && most !== undefined
      ? { least: shown(least), most: shown(most), spread: shown(most - least) }
      : null;
  return { readings: single, range };
}
