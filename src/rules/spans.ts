import type { Contract, Waiver } from '../contract/schema.generated.ts';
import type { Version } from '../contract/versions.ts';
import { addDays, nextDay } from '../time/day.ts';
import type { Period } from '../time/period.ts';

/** Days, inclusive, on which one obligation stands under the same terms and is waived throughout or not at all. */
export interface Span {
  from: string;
  to: string;
  contract: Contract;
  waiver: Waiver | undefined;
}

/** The ids of all obligations that any version of the contract in the period has, in its order. */
export function obligationIds(versions: readonly Version[]): string[] {
  return [...new Set(versions.flatMap(({ contract }) => contract.obligations.map(({ id }) => id)))];
}

/**
 * The period cut where the terms of an obligation change or a waiver of it begins or ends. An amendment that leaves the
 * obligation and what it rests on alone cuts nothing. Spans without the obligation are left out.
 */
export function spansOf(
  id: string,
  versions: readonly Version[],
  inEffect: readonly Waiver[],
  period: Pick<Period, 'from' | 'to'>,
): Span[] {
  const waivers = inEffect.filter(({ obligation }) => obligation === id);
  const changes = versions.filter((version, i) => i > 0 && termsOf(id, version) !== termsOf(id, versions[i - 1]));
  const cuts = [
    period.from,
    ...changes.map(({ from }) => from),
    ...waivers.flatMap(({ from, to }) => [from, nextDay(to)]),
  ].filter((day) => day >= period.from && day <= period.to);
  const days = [...new Set(cuts)].sort();
  return days.flatMap((from, i) => {
    const next = days[i + 1];
    const version = versions.findLast((one) => one.from <= from);
    if (!version?.contract.obligations.some((one) => one.id === id)) return [];
    const to = next === undefined ? period.to : addDays(next, -1);
    return [{ from, to, contract: version.contract, waiver: waivers.find((w) => w.from <= from && from <= w.to) }];
  });
}

/** All that the judgement of an obligation reads of the contract. */
export function termsOf(id: string, version: Pick<Version, 'contract'> | undefined): string {
  if (!version) return '';
  const { obligations, services, notices, term } = version.contract;
  const obligation = obligations.find((one) => one.id === id);
  return JSON.stringify([obligation, services.find((one) => one.id === obligation?.service), notices, term]);
}
