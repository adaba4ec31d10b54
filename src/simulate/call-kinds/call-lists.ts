import type { CallLists } from '../../contract/schema.generated.ts';
import { isBarred, someoneBarred, supply } from '../lists.ts';
import { everyMonth, judgeRows, rngOf, type Simulator } from '../world.ts';
import { brokenMonth, callOut, callsOf, openTime, outbound } from './calls.ts';

/** Calls of some purposes go only to people who are on some lists, and to none who is on others. */
export const callLists: Simulator = {
  openings: everyMonth,
  begin(duties, world) {
    supply(
      world,
      duties.flatMap(({ readings }) => readings as CallLists[]),
    );
    callsOf(world);
    for (const duty of duties) {
      const [p] = duty.readings as CallLists[];
      const month = brokenMonth(duty, world);
      if (!p || !month) continue;
      const rng = rngOf(world, duty.obligation.id);
      const callee = someoneBarred(duty.readings as CallLists[], rng);
      callOut(world, openTime(month, world, rng), callee, rng.pick(p.purposes), rng);
    }
  },
  judge(parameters, _duty, month, world) {
    const p = parameters as CallLists;
    const mine = outbound(month, world).filter(({ purpose }) => p.purposes.some((one) => one === purpose));
    const barred = mine.filter(({ callee, started_at }) => isBarred(p, String(callee), String(started_at), world));
    return judgeRows('calls', mine, barred);
  },
};
