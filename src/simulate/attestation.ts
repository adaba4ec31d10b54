import type { Attestation, Obligation } from '../contract/schema.generated.ts';
import { addMonths } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import { type Duty, known, type Row, refs, rngOf, rows, type Simulator, someTime, type World } from './world.ts';

const role = { customer: '甲方负责人', carrier: '乙方负责人', both: '双方负责人' } as const;
/** Where an attestation holds for good, and as the usual time. */
const FOR_GOOD = 0;

/** The person who answers for an obligation attests it, and again whenever that lapses, up to as-of. */
export function attest({ id, bearer }: Obligation, months: number, world: World): void {
  const attestations = rows(world, 'attestations');
  const [first] = world.months;
  if (!first) return;
  const start = someTime(first, world, rngOf(world, `attestation/${id}`));
  const evidence = `${id}-${first.label}`;
  for (let n = 0, at = start; at <= world.asOf; n++, at = `${addMonths(dayOf(start), n * months)}${start.slice(10)}`) {
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
