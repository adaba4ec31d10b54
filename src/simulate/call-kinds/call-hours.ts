import type { CallHours } from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import { dayOf } from '../../time/instant.ts';
import { isOutside } from '../message-kinds/sending-window.ts';
import { everyMonth, judgeRows, type Row, rngOf, type Simulator } from '../world.ts';
import { anyOutbound, brokenMonth, callsOf, outbound } from './calls.ts';

const binds = ({ exempt = [] }: CallHours, { purpose }: Row): boolean => !exempt.some((one) => one === purpose);

/** Whether a call begins in the hours of rest; at either end of them it is allowed. */
function disturbs(p: CallHours, { started_at }: Row): boolean {
  const rest = stated(p.rest);
  return rest !== undefined && isOutside(String(started_at).slice(11), rest.to, rest.from);
}

/** No outbound calls in hours of rest. */
export const callHours: Simulator = {
  openings: everyMonth,
  begin(duties, world) {
    const calls = callsOf(world);
    for (const duty of duties) {
      const asked = duty.readings as CallHours[];
      // What would disturb anybody is put off to the end of the rest.
      for (const call of calls) {
        const [rest] = asked.filter((p) => disturbs(p, call)).flatMap((p) => stated(p.rest) ?? []);
        if (rest) call.started_at = `${dayOf(String(call.started_at))} ${rest.to}:00`;
      }
      const [rest] = asked.flatMap((p) => stated(p.rest) ?? []);
      const call = anyOutbound(brokenMonth(duty, world), world, rngOf(world, duty.obligation.id));
      if (!rest || !call) continue;
      call.started_at = `${dayOf(String(call.started_at))} ${rest.from}:01`;
      call.purpose = 'service';
    }
  },
  judge(parameters, _duty, month, world) {
    const p = parameters as CallHours;
    const mine = outbound(month, world).filter((call) => binds(p, call));
    return judgeRows(
      'calls',
      mine,
      mine.filter((call) => disturbs(p, call)),
    );
  },
};
