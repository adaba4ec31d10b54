import type { Contract } from '../contract/schema.generated.ts';
import { tables } from '../records/tables.ts';
import type { Calendar } from '../time/calendar.ts';
import { addMonths, nextDay } from '../time/day.ts';
import { parsePeriod } from '../time/period.ts';
import { fillBills, plannedBills } from './bills.ts';
import { choose } from './breaches.ts';
import { countCalls, counters } from './count.ts';
import { blanksOf, dutyOf } from './joint.ts';
import { simulatorOf, simulators } from './kinds.ts';
import { peopleFor } from './lists.ts';
import { random } from './random.ts';
import { sizes, usesMessages, writeMessages } from './traffic.ts';
import { type Truth, truthOf } from './truth.ts';
import type { Duty, Month, World } from './world.ts';
import { type Format, startFolder } from './write.ts';

export type { Truth } from './truth.ts';

export interface Simulation {
  contract: Contract;
  calendar: Calendar;
  out: string;
  seed: number;
  months: readonly Month[];
  /** Messages in all; undefined: about what a package includes. */
  rows: number | undefined;
  /** `default`, `all`, `none`, or ids and kinds of obligations and `bill`. */
  breaches: readonly string[];
  format: Format;
  progress: (text: string) => void;
}

/** Makes up a data folder for a contract, with the truth beside it. The same simulation gives the same bytes. */
export async function simulate(simulation: Simulation): Promise<Truth> {
  const { contract, calendar, seed, months, breaches } = simulation;
  const end = parsePeriod(months.at(-1)?.label ?? '').to;
  const asOf = `${addMonths(nextDay(end), 6)} 00:00:00`;
  const world: World = { contract, calendar, seed, months, asOf, tables: new Map(), bills: [], spoiled: new Map() };
  const possible = contract.obligations.map(dutyOf).filter(canSimulate);
  world.bills = plannedBills(possible, world);
  world.room = roomOf(possible);
  const wanted = choose(possible, world, breaches);
  const duties = possible.map(wanted.plant);
  const all = counters(contract.charges);
  const plan = usesMessages(contract) ? sizes(duties, months, volumes(simulation)) : [];
  world.people = peopleFor(plan.reduce((sum, size) => sum + size, 0));
  const kinds = simulators.flatMap(([kind, simulator]) => {
    const own = duties.filter(({ obligation }) => obligation.kind === kind);
    return own.length > 0 ? [{ simulator, own }] : [];
  });
  const folder = await startFolder(simulation.out, simulation.format);
  try {
    for (const { simulator, own } of kinds) simulator.begin?.(own, world);
    const messageVerdict = await writeMessages(world, duties, all, plan, folder, simulation.progress);
    const calls = world.tables.get('calls');
    if (calls) countCalls(all, calls, months);
    const bills = fillBills(world, all, wanted.wrongBill);
    for (const { simulator, own } of kinds) simulator.generate?.(own, world);
    // No bill fell due, which is not the same as that nobody recorded bills.
    if (duties.some(({ obligation }) => simulatorOf(obligation.kind)?.settled)) {
      world.tables.set(
        'bills',
        world.bills.map(({ row }) => row),
      );
    }
    for (const [name, rows] of world.tables) await folder.table(name, '', columnsOf(name), rows);
    const truth = truthOf({ world, duties, messageVerdict, all, bills, wanted: wanted.ids });
    await folder.finish(truth);
    return truth;
  } catch (error) {
    await folder.abandon();
    throw error;
  }
}

/** A parameter that the paper leaves blank can be neither kept nor broken. */
const canSimulate = (duty: Duty): boolean =>
  simulatorOf(duty.obligation.kind) !== undefined && blanksOf(duty).length === 0;

/** How many complaints a month break nothing, by whose duty they are. */
function roomOf(duties: readonly Duty[]): Map<string, number> {
  const room = new Map<string, number>();
  for (const { obligation, readings } of duties) {
    const bearer = obligation.bearer === 'carrier' ? 'carrier' : 'customer';
    const least = readings.map((p) => simulatorOf(obligation.kind)?.bears?.(p) ?? Number.POSITIVE_INFINITY);
    room.set(bearer, Math.min(room.get(bearer) ?? Number.POSITIVE_INFINITY, ...least));
  }
  return room;
}

const columnsOf = (name: string): string[] =>
  (tables.find((table) => table.name === name)?.columns ?? []).map((column) => column.name);

/** How many messages each month has: alternately somewhat less and somewhat more than a package includes, never more where sending stops there. */
function volumes({ contract, seed, months, rows }: Simulation): number[] {
  const rng = random(seed, 'volumes');
  const charged = contract.charges.find((charge) => charge.model === 'package');
  const included = charged?.included ?? 6000;
  const stops = charged?.overage === 'stop';
  if (rows === undefined) {
    return months.map((_, i) =>
      Math.floor((included * (i % 2 === 0 || stops ? rng.int(80, 88) : rng.int(102, 116))) / 100),
    );
  }
  const each = Math.floor(rows / months.length);
  return months.map((_, i) => each + (i < rows % months.length ? 1 : 0));
}
