import type { ComplaintLimit } from '../contract/schema.generated.ts';
import { complain, complaintsOf } from './complaints.ts';
import { everyMonth, notTriggered, rngOf, rows, type Simulator, someTime } from './world.ts';

const countsIn = ({ channels = [] }: ComplaintLimit, channel: unknown): boolean =>
  channels.length === 0 || channels.some((one) => one === channel);

/** So many complaints a month at most. */
export const complaintLimit: Simulator = {
  openings: everyMonth,
  bears: (parameters) => (parameters as ComplaintLimit).max,
  begin(duties, world) {
    rows(world, 'complaints');
    for (const { obligation, readings, broken } of duties) {
      const month = world.months.find(({ label }) => label === broken);
      if (!month) continue;
      const asked = readings as ComplaintLimit[];
      const rng = rngOf(world, obligation.id);
      const channels = ['12321', 'regulator', 'carrier', 'user'].filter((one) => asked.every((p) => countsIn(p, one)));
      const bearer = obligation.bearer === 'carrier' ? 'carrier' : 'customer';
      for (let n = Math.max(...asked.map(({ max }) => max)); n >= 0; n--) {
        const about = { category: rng.pick(['spam', 'consent', 'other']), bearer, channel: rng.pick(channels) };
        complain(someTime(month, world, rng), about, world);
      }
    }
  },
  judge(parameters, { obligation }, month, world) {
    const p = parameters as ComplaintLimit;
    const counted = complaintsOf(obligation.bearer, month, world).filter(({ channel }) => countsIn(p, channel)).length;
    if (counted === 0) return notTriggered;
    return counted > p.max
      ? { verdict: 'breached', records: [{ table: 'complaints', id: month.label }] }
      : { verdict: 'fulfilled', records: [] };
  },
};
