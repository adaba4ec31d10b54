import type { Contract } from '../contract/schema.generated.ts';
import type { Verdict } from '../locale/verdicts.ts';
import { tables } from '../records/tables.ts';
import type { Calendar } from '../time/calendar.ts';
import { addMonths, nextDay } from '../time/day.ts';
import { parsePeriod } from '../time/period.ts';
import { type BillTruth, fillBills, plannedBills } from './bills.ts';
import { choose } from './breaches.ts';
import { countCalls, counters, statementOf } from './count.ts';
import { blanksOf, dutyOf, together } from './joint.ts';
import { simulatorOf, simulators } from './kinds.ts';
import { peopleFor } from './lists.ts';
import { random } from './random.ts';
import { type MessageVerdicts, sizes, usesMessages, writeMessages } from './traffic.ts';
import type { Duty, Judged, Month, RecordRef, World } from './world.ts';
import { type Format, startFolder } from './write.ts';

export interface Simulation {
  contract: Contract;
  calendar: Calendar;
  out: string;
  seed: number;
  months: readonly Month[];
  /** Messages in all; undefined: about what a package includes. */
  rows: number | undefined;
  /** `default`, `all`, `none`, or ids of obligations and `bill`. */
  breaches: readonly string[];
  format: Format;
  progress: (text: string) => void;
}

/** A breach of an obligation in a month, and the records behind it. */
interface Breach {
  obligation: string;
  period: string;
  verdict: Verdict;
  records: readonly RecordRef[];
}

/** What check and bill must find in the records. Days and instants are Beijing time, money yuan with two decimals. */
export interface Truth {
  contract: string;
  seed: number;
  from: string;
  to: string;
  /** By then every case has run its course: pass it as --as-of. */
  asOf: string;
  /** Obligations of a kind that the simulator does not know, or with a blank: no records are made for them, no verdict is stated. */
  notSimulated: readonly string[];
  /** Breaches that were asked for and that these months give no occasion for, or not under every reading. */
  notPlanted: readonly string[];
  planted: readonly Breach[];
  /** What those records break besides. */
  besides: readonly Breach[];
  findings: Record<string, Record<string, Verdict>>;
  /** By period as bills name it; null where the contract charges in a way that is not simulated. */
  statements: Record<string, string | null>;
  /** The total under each reading of a charge. */
  readings: Record<string, Record<string, string | null>>;
  bills: readonly BillTruth[];
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
    const verdictOf = await writeMessages(world, duties, all, plan, folder, simulation.progress);
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
    const truth = truthOf(simulation, world, duties, verdictOf, all, bills, wanted.ids);
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

function truthOf(
  { contract, seed }: Simulation,
  world: World,
  duties: readonly Duty[],
  messageVerdict: MessageVerdicts,
  all: ReturnType<typeof counters>,
  bills: readonly BillTruth[],
  wanted: readonly string[],
): Truth {
  const { months } = world;
  const verdict = (duty: Duty, month: Month): Judged => {
    const simulator = simulatorOf(duty.obligation.kind);
    const judged = duty.readings.flatMap((parameters, i) => {
      if (simulator?.messages && usesMessages(contract)) return messageVerdict(duty, i, month);
      return simulator?.judge(parameters, duty, month, world) ?? [];
    });
    return together(duty.obligation, judged);
  };
  const findings = months.map(
    (month) =>
      [month.label, Object.fromEntries(duties.map((duty) => [duty.obligation.id, verdict(duty, month)]))] as const,
  );
  const breached = findings.flatMap(([period, found]) =>
    Object.entries(found).flatMap(([id, { verdict, records }]) =>
      verdict === 'breached' ? [{ obligation: id, period, verdict, records }] : [],
    ),
  );
  const isWanted = ({ obligation, period }: Breach): boolean =>
    duties.some((duty) => duty.obligation.id === obligation && duty.broken === period);
  const planted = duties.flatMap(({ obligation: { id } }) =>
    breached.filter((one) => one.obligation === id && isWanted(one)),
  );
  const labels = [...months.map(({ label }) => label), ...bills.map(({ period }) => period)];
  const statements = [...new Set(labels)].map(
    (label) => [label, statementOf(all, parsePeriod(label), contract)] as const,
  );
  return {
    contract: contract.id,
    seed,
    from: months[0]?.from ?? '',
    to: months.at(-1)?.to ?? '',
    asOf: world.asOf,
    notSimulated: contract.obligations.map(({ id }) => id).filter((id) => !duties.some((d) => d.obligation.id === id)),
    notPlanted: wanted.filter((id) => !planted.some(({ obligation }) => obligation === id)),
    planted,
    besides: breached.filter((one) => !isWanted(one)),
    findings: Object.fromEntries(
      findings.map(([label, found]) => [
        label,
        Object.fromEntries(Object.entries(found).map(([id, judged]) => [id, judged.verdict])),
      ]),
    ),
    statements: Object.fromEntries(statements.map(([label, { total }]) => [label, total])),
    readings: Object.fromEntries(statements.map(([label, { readings }]) => [label, readings])),
    bills,
  };
}
