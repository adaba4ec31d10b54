import type { Charge, Contract } from '../../contract/schema.generated.ts';
import { inForce } from '../../contract/term.ts';
import type { Version } from '../../contract/versions.ts';
import { addDays, earliest, latest, nextDay } from '../../time/day.ts';
import { type Period, parsePeriod, periodsWithin } from '../../time/period.ts';

/** Inclusive Beijing days. */
export interface Days {
  from: string;
  to: string;
}

/** A settlement month, or the days of one that stand under the same terms and are asked about. */
export interface Stretch extends Days {
  /** The month, such as 2024-05. */
  label: string;
  /** Only some days of the month: a fee for the month cannot be told for them without a clause on proration. */
  part: boolean;
  /** The term covers only some days of the month. */
  termPart: boolean;
}

/** A charge from one day to another, with the contract as it then reads. */
export interface Run extends Days {
  charge: Charge;
  contract: Contract;
}

/** Each charge for as long as it and what it is counted by stay as they are; versions must cover the days in order. */
export function runsOf(versions: readonly Version[]): Run[] {
  const ids = [...new Set(versions.flatMap(({ contract }) => contract.charges.map(({ id }) => id)))];
  return ids.flatMap((id) => {
    const runs: (Run & { terms: string })[] = [];
    for (const { from, to, contract } of versions) {
      const charge = contract.charges.find((one) => one.id === id);
      if (!charge) continue;
      const terms = termsOf(charge, contract);
      const last = runs.at(-1);
      if (last?.terms === terms && nextDay(last.to) === from) last.to = to;
      else runs.push({ from, to, charge, contract, terms });
    }
    return runs.map(({ terms: _, ...run }) => run);
  });
}

/** All that a charge is counted and priced by. */
function termsOf(charge: Charge, { services, settlement, term }: Contract): string {
  const service = services.find(({ id }) => id === charge.service);
  return JSON.stringify([charge, service, settlement.rounding, term.from]);
}

/** The months of some days, within the term, cut where the days begin and end and at further cuts. */
export function stretchesOf({ from, to }: Days, cuts: readonly string[], contract: Contract): Stretch[] {
  const term = inForce(contract);
  const months = monthsOf({ from, to }).filter((month) => month.to >= term.from && month.from <= term.to);
  return months.flatMap((month) => {
    const [first, last] = [latest(month.from, from), earliest(month.to, to)];
    const starts = [...new Set([first, ...cuts.filter((day) => day > first && day <= last)])].sort();
    return starts.map((start, i) => {
      const next = starts[i + 1];
      const end = next === undefined ? last : addDays(next, -1);
      const part = start !== month.from || end !== month.to;
      const termPart = month.from < term.from || month.to > term.to;
      return { label: month.label, from: start, to: end, part, termPart };
    });
  });
}

/** The days other than the first of a month at which a stretch begins, or the days after one do. */
export function cutsOf(all: readonly { stretches: readonly Days[] }[]): string[] {
  const starts = all.flatMap(({ stretches }) => stretches.flatMap(({ from, to }) => [from, nextDay(to)]));
  return [...new Set(starts)].filter((day) => !day.endsWith('-01'));
}

/** The months that the days touch, whole. */
export function monthsOf({ from, to }: Days): Period[] {
  const [first, last] = [from, to].map((day) => parsePeriod(day.slice(0, 7)));
  return first && last ? periodsWithin({ from: first.from, to: last.to, label: '' }, 'month') : [];
}
