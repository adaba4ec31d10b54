import type { Contract, Waiver } from '../contract/schema.generated.ts';
import { dayOf } from '../time/instant.ts';
import type { Period } from '../time/period.ts';
import type { Finding, WaiverState } from './finding.ts';

/** Waivers that still count at as-of: the day on which they expire is the last on which they do (Beijing). */
export const inEffect = ({ waivers = [] }: Contract, asOf: string): Waiver[] =>
  waivers.filter(({ expires }) => dayOf(asOf) <= expires);

/** What became of each waiver that is about some of the period. */
export function waiversOf(
  contract: Contract,
  findings: readonly Finding[],
  { from, to }: Pick<Period, 'from' | 'to'>,
  asOf: string,
): WaiverState[] {
  const counting = inEffect(contract, asOf);
  const applied = new Set(
    findings.flatMap(({ waiver, spans }) => [waiver?.id, ...(spans ?? []).map((span) => span.waiver)]),
  );
  return (contract.waivers ?? [])
    .filter((one) => one.from <= to && one.to >= from)
    .map((one) => ({
      ...one,
      status: !counting.includes(one) ? 'expired' : applied.has(one.id) ? 'applied' : 'unused',
    }));
}
