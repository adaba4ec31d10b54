import type { Verdict } from '../locale/verdicts.ts';
import { parsePeriod } from '../time/period.ts';
import type { BillTruth } from './bills.ts';
import { type Counter, statementOf } from './count.ts';
import { freeMonthsOf } from './free-months.ts';
import { together } from './joint.ts';
import { simulatorOf } from './kinds.ts';
import { type MessageVerdicts, usesMessages } from './traffic.ts';
import type { Duty, Judged, Month, RecordRef, World } from './world.ts';

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

/** Everything that was made up, and what was asked for. */
interface Made {
  world: World;
  duties: readonly Duty[];
  messageVerdict: MessageVerdicts;
  all: readonly Counter[];
  bills: readonly BillTruth[];
  /** Ids of the obligations that were to be broken. */
  wanted: readonly string[];
}

/** The truth of what was made up: each kind's plain judge says the verdicts, the counters the amounts. */
export function truthOf({ world, duties, messageVerdict, all, bills, wanted }: Made): Truth {
  const { contract, seed, months } = world;
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
  const free = freeMonthsOf(world);
  const labels = [...months.map(({ label }) => label), ...bills.map(({ period }) => period)];
  const statements = [...new Set(labels)].map(
    (label) => [label, statementOf(all, parsePeriod(label), contract, free)] as const,
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
