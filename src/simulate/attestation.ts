import type { Attestation, Obligation } from '../contract/schema.generated.ts';
import { addDays, addMonths } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import { type Duty, known, type Row, refs, rngOf, rows, type Simulator, someTime, type World } from './world.ts';

const role = { customer: '甲方负责人', carrier: '乙方负责人', both: '双方负责人' } as const;
/** Months for which an attestation holds, where it holds for good. */
const FOR_GOOD = 0;
/** It is given again so many days before it lapses. */
const EARLY = 7;

/** The person who answers for an obligation attests it, and again whenever that lapses, up to as-of. */
export function attest({ id, bearer }: Obligation, months: number, world: World): void {
  const attestations = rows(world, 'attestations');
  const [first] = world.months;
  if (!first) return;
  const start = someTime(first, world, rngOf(world, `attestation/${id}`));
  const next = (at: string) => `${addDays(addMonths(dayOf(at), months), -EARLY)}${at.slice(10)}`;
  for (let at = start; at <= world.asOf; at = next(at)) {
    const evidence = `${id}-${at.slice(0, 7)}`;
    attestations.push({ obligation: id, attested_at: at, valid_to: null, role: role[bearer], evidence });
    if (months === FOR_GOOD) return;
  }
}

/** The attestations of an obligation that still hold at as-of. */
export const inForceAtAsOf = ({ id }: Obligation, months: number, world: World): readonly Row[] =>
  known(world, 'attestations').filter(({ obligation, attested_at }) => {
    const at = String(attested_at);
    const until = `${addMonths(dayOf(at), months)}${at.slice(10)}`;
    return obligation === id && at <= world.asOf && (months === FOR_GOOD || until >= world.asOf);
  });

const monthsOf = ({ readings: [p] }: Duty): number => (p as Attestation).every_months ?? FOR_GOOD;

/** What only people can show: nobody can break it in the records, it is attested or it is not. */
export const attestation: Simulator = {
  openings: () => [],
  begin(duties, world) {
    for (const duty of duties) attest(duty.obligation, monthsOf(duty), world);
  },
  judge(parameters, { obligation }, _month, world) {
    const own = inForceAtAsOf(obligation, (parameters as Attestation).every_months ?? FOR_GOOD, world);
    return { verdict: own.length > 0 ? 'fulfilled' : 'needs-attestation', records: refs('attestations', own) };
  },
};
