import type { BreachGrades } from '../contract/schema.generated.ts';
import { attest, inForceAtAsOf } from './attestation.ts';
import { complain, complaintsOf, quietTime } from './complaints.ts';
import { type Duty, everyMonth, refs, rngOf, rows, type Simulator, someTime } from './world.ts';

type Grade = BreachGrades['rows'][number];

/** The rows of the table that a number of complaints meets. */
const shown = (parameters: object): Grade[] =>
  (parameters as BreachGrades).rows.filter(({ shown_by }) => shown_by === 'complaints');

/** How many complaints of its category each row wants at least, and the smallest of these. */
const least = (parameters: object): Grade | undefined =>
  shown(parameters).sort((a, b) => (a.over ?? 0) - (b.over ?? 0))[0];

const graded = ({ obligation }: Duty): string => (obligation.bearer === 'carrier' ? 'carrier' : 'customer');

/** A table of breaches in grades: complaints meet rows of it, what no record shows is attested. */
export const breachGrades: Simulator = {
  openings: (parameters, duty, world) => (least(parameters) ? everyMonth(parameters, duty, world) : []),
  bears: (parameters) => least(parameters)?.over ?? Number.POSITIVE_INFINITY,
  begin(duties, world) {
    rows(world, 'complaints');
    for (const duty of duties) {
      attest(duty.obligation, 0, world);
      const [row, month] = [least(duty.readings[0] ?? {}), world.months.find(({ label }) => label === duty.broken)];
      if (!row || !month) continue;
      const rng = rngOf(world, duty.obligation.id);
      const about = { category: row.category ?? 'consent', bearer: graded(duty), channel: '12321' };
      for (let n = 0; n <= (row.over ?? 0); n++) {
        complain(quietTime(month, world, rng) ?? someTime(month, world, rng), about, world);
      }
    }
  },
  judge(parameters, duty, month, world) {
    const mine = complaintsOf(duty.obligation.bearer, month, world);
    const met = shown(parameters).some(({ category, over = 0, up_to: most = Number.POSITIVE_INFINITY }) => {
      const n = mine.filter((one) => category === undefined || one.category === category).length;
      return n > over && n <= most;
    });
    if (met) return { verdict: 'breached', records: refs('complaints', mine) };
    const attested = inForceAtAsOf(duty.obligation, 0, world).length > 0;
    return { verdict: attested ? 'fulfilled' : 'needs-attestation', records: [] };
  },
};
