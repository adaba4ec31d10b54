import type { Contract } from '../contract/schema.generated.ts';
import type { Verdict } from '../locale/verdicts.ts';
import { tables } from '../records/tables.ts';
import type { Calendar } from '../time/calendar.ts';
import { addMonths, nextDay } from '../time/day.ts';
import { parsePeriod } from '../time/period.ts';
import { type BillTruth, fillBills, plannedBills } from './bills.ts';
import { choose } from './breaches.ts';
import { counters, statementOf } from './count.ts';
import { blanksOf, dutyOf, together } from './joint.ts';
import { messageSimulators, simulators } from './kinds.ts';
import { random } from './random.ts';
import { type MessageVerdicts, usesMessages, writeMessages } from './traffic.ts';
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

/** What check and bill must find in the records. Days and instants are Beijing time, money yuan with two decimals. */
export interface Truth {
  contract: string;
  seed: number;
  from: string;
  to: string;
  /** By then every case has run its course: pass it as --as-of. */
  asOf: string;
  /** Obligations whose kind the simulator does not know: no records are made for them, no verdict is stated. */
  notSimulated: readonly string[];
  /** Breaches that were asked for and that these months give no occasion for, or not under every reading. */
  notPlanted: readonly string[];
  planted: readonly { obligation: string; period: string; verdict: Verdict; records: readonly RecordRef[] }[];
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
  const duties = contract.obligations.map(dutyOf).filter(canSimulate);
  world.bills = plannedBills(duties, world);
  const wanted = choose(duties, world, breaches);
  const all = counters(contract.charges);
  const folder = await startFolder(simulation.out, simulation.format);
  try {
    const planted: Duty[] = duties.filter(readsMessages).map(wanted.plant);
    const plan = usesMessages(contract) ? volumes(simulation) : [];
    const verdictOf = await writeMessages(world, planted, all, plan, folder, simulation.progress);
    const bills = fillBills(world, all, wanted.wrongBill);
    const kinds = simulators.flatMap(([kind, simulator]) => {
      const own = duties.filter(({ obligation }) => obligation.kind === kind).map(wanted.plant);
      planted.push(...own);
      return own.length > 0 ? [{ simulator, own }] : [];
    });
    for (const { simulator, own } of kinds) simulator.begin?.(own, world);
    for (const { simulator, own } of kinds) simulator.generate(own, world);
    // No bill fell due, which is not the same as that nobody recorded bills.
    if (duties.some(readsBills))
      world.tables.set(
        'bills',
        world.bills.map(({ row }) => row),
      );
    for (const [name, rows] of world.tables) await folder.table(name, '', columnsOf(name), rows);
    const truth = truthOf(simulation, world, inOrder(planted, duties), verdictOf, all, bills, wanted.ids);
    await folder.finish(truth);
    return truth;
  } catch (error) {
    await folder.abandon();
    throw error;
  }
}

/** A parameter that the paper leaves blank can be neither kept nor broken. */
const canSimulate = (duty: Duty): boolean =>
  (simulators.some(([one]) => one === duty.obligation.kind) ||
    Object.hasOwn(messageSimulators, duty.obligation.kind)) &&
  blanksOf(duty).length === 0;

const readsMessages = ({ obligation }: Duty): boolean => Object.hasOwn(messageSimulators, obligation.kind);

const readsBills = ({ obligation }: Duty): boolean => ['bill-within', 'settle-within'].includes(obligation.kind);

const inOrder = (planted: readonly Duty[], duties: readonly Duty[]): Duty[] =>
  duties.flatMap(({ obligation }) => planted.filter((one) => one.obligation.id === obligation.id));

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
    const simulator = simulators.find(([kind]) => kind === duty.obligation.kind)?.[1];
    const judged = duty.readings.map((parameters, i) =>
      simulator ? simulator.judge(parameters, duty, month, world) : messageVerdict(duty, i, month),
    );
    return together(duty.obligation, judged);
  };
  const findings = months.map(
    (month) =>
      [month.label, Object.fromEntries(duties.map((duty) => [duty.obligation.id, verdict(duty, month)]))] as const,
  );
  const planted = duties.flatMap(({ obligation, broken }) => {
    const found = findings.find(([label]) => label === broken)?.[1][obligation.id];
    return broken !== undefined && found && found.records.length > 0
      ? [{ obligation: obligation.id, period: broken, verdict: found.verdict, records: found.records }]
      : [];
  });
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
