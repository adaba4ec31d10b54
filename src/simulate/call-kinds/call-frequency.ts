import type { CallFrequency } from '../../contract/schema.generated.ts';
import { groupBy } from '../../group.ts';
import { dayOf } from '../../time/instant.ts';
import { phone } from '../lists.ts';
import { everyMonth, notTriggered, type Row, rngOf, type Simulator } from '../world.ts';
import { brokenMonth, callRound, callsOf, openTime, outbound } from './calls.ts';

/** At most so many outbound calls a day of one number, or to one. */
export const callFrequency: Simulator = {
  openings: everyMonth,
  begin(duties, world) {
    callsOf(world);
    for (const duty of duties) {
      const month = brokenMonth(duty, world);
      if (!month) continue;
      const rng = rngOf(world, duty.obligation.id);
      const asked = duty.readings as CallFrequency[];
      const count = 1 + Math.max(...asked.map(({ per_day }) => per_day));
      const one = asked.some(({ by }) => by === 'callee');
      const people = Array.from({ length: one ? 1 : (world.people ?? count) }, (_, i) => phone(i));
      callRound(count, dayOf(openTime(month, world, rng)), people, world, rng);
    }
  },
  judge(parameters, _duty, month, world) {
    const { by, per_day } = parameters as CallFrequency;
    const days = groupBy(outbound(month, world), (call) => `${dayOf(String(call.started_at))} ${call[by]}`);
    if (days.size === 0) return notTriggered;
    const over = [...days.values()].filter((calls) => calls.length > per_day);
    const last = (calls: readonly Row[]) =>
      calls
        .map(({ started_at, id }) => `${started_at}|${id}`)
        .sort()
        .at(-1)
        ?.split('|')[1] ?? '';
    return {
      verdict: over.length > 0 ? 'breached' : 'fulfilled',
      records: over.map((calls) => ({ table: 'calls', id: last(calls) })),
    };
  },
};
