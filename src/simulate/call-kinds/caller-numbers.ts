import { everyMonth, judgeRows, rngOf, type Simulator } from '../world.ts';
import { anyOutbound, brokenMonth, callsOf, numbersOf, outbound } from './calls.ts';

/** Outbound calls show only the numbers of the service. */
export const callerNumbers: Simulator = {
  openings: everyMonth,
  begin(duties, world) {
    callsOf(world);
    for (const duty of duties) {
      const call = anyOutbound(brokenMonth(duty, world), world, rngOf(world, duty.obligation.id));
      // An extension is no number of the service.
      if (call) call.caller = `${call.caller}01`;
    }
  },
  judge(_parameters, { obligation }, month, world) {
    const mine = outbound(month, world);
    const numbers = numbersOf(obligation, world);
    return judgeRows(
      'calls',
      mine,
      mine.filter(({ caller }) => !numbers.includes(String(caller))),
    );
  },
};
