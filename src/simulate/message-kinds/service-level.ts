import type { ServiceLevel } from '../../contract/schema.generated.ts';
import { addMonths } from '../../time/day.ts';
import { dayOf } from '../../time/instant.ts';
import { bearerOf, burst } from '../complaints.ts';
import type { Message } from '../messages.ts';
import {
  type Duty,
  type Judged,
  known,
  type Month,
  type RecordRef,
  rngOf,
  rows,
  type Simulator,
  someTime,
  type World,
} from '../world.ts';
import { judgeMessages, type MessageSide, name } from './side.ts';

const undelivered = ({ status }: Message): boolean => status !== 'delivered';

const excuses = ({ excluded }: ServiceLevel, { failure_reason }: Message): boolean =>
  excluded.some((reason) => reason === failure_reason);

/** How many messages, by position, there are for one that the network lost: few enough where the level is kept. */
function every({ success_percent }: ServiceLevel, broken: boolean, size: number): number {
  const allowed = 100 - Number(success_percent);
  const one = Math.ceil(100 / allowed);
  // All others of a small month are not enough to make up for one.
  if (!broken) return size < 2 * one ? 0 : Math.ceil(2.5 * one);
  return Math.max(2, Math.min(Math.floor(one / 3), size));
}

const side: MessageSide = {
  /** Of what failed, the network's own fault is the least; in the broken month it is too much. */
  touch(parameters, { broken }, { label }, size) {
    const p = parameters as ServiceLevel;
    const step = every(p, broken === label, size);
    return (message, position) => {
      if (message.status === 'rejected') message.failure_reason = 'customer-platform';
      else if (step > 0 && position % step === step - 1) {
        message.status = 'failed';
        message.failure_reason = 'timeout';
      } else if (undelivered(message) && !excuses(p, message)) message.failure_reason = p.excluded[0] ?? '';
    };
  },
  watch(parameters, duty, month, world) {
    const p = parameters as ServiceLevel;
    const lost: RecordRef[] = [];
    let [total, delivered, missed, unexplained] = [0, 0, 0, 0];
    return {
      see(message) {
        total += 1;
        if (!undelivered(message)) delivered += 1;
        else if (!excuses(p, message)) {
          missed += 1;
          if (message.failure_reason === '') unexplained += 1;
          name(lost, message);
        }
      },
      judged: () => judged(p, { total, delivered, missed, unexplained, lost }, worst(p, duty, month, world)),
    };
  },
};

interface Seen {
  total: number;
  delivered: number;
  missed: number;
  unexplained: number;
  lost: readonly RecordRef[];
}

function judged(p: ServiceLevel, { total, delivered, missed, unexplained, lost }: Seen, complaints: number): Judged {
  if (total === 0 && complaints === 0) return { verdict: 'not-triggered', records: [] };
  const reaches = (attempts: number) => 100 * delivered >= Number(p.success_percent) * attempts;
  const attempts = delivered + missed;
  const rate = attempts > 0 && reaches(attempts) ? 'met' : reaches(attempts - unexplained) ? 'unknown' : 'missed';
  const few = complaints <= p.complaints_max;
  const kept = p.require === 'either' ? few || rate === 'met' : few && rate === 'met';
  if (kept) return { verdict: 'fulfilled', records: [] };
  const broken = p.require === 'either' ? rate === 'missed' : rate === 'missed' || !few;
  return broken ? { verdict: 'breached', records: lost } : { verdict: 'undetermined', records: [] };
}

/** The most complaints of the bearer in any window that ends with one of them in the month. */
function worst(p: ServiceLevel, { obligation }: Duty, { label }: Month, world: World): number {
  const all = known(world, 'complaints')
    .filter((row) => bearerOf(row) === obligation.bearer)
    .map(({ received_at }) => String(received_at));
  const ends = all.filter((at) => at.startsWith(label));
  const within = (end: string) => {
    const start = `${addMonths(dayOf(end), -p.window_months)} ${end.slice(11)}`;
    return all.filter((at) => at <= end && at > start).length;
  };
  return Math.max(0, ...ends.map(within));
}

/** A rate of success, and a number of complaints that the bearer answers for. */
export const serviceLevel: Simulator = {
  openings: (_parameters, _duty, { months }) => months.map(({ label }) => label),
  begin(duties, world) {
    rows(world, 'complaints');
    for (const { obligation, readings, broken } of duties) {
      const month = world.months.find(({ label }) => label === broken);
      if (!month) continue;
      const rng = rngOf(world, obligation.id);
      const count = 1 + Math.max(...(readings as ServiceLevel[]).map((p) => p.complaints_max));
      burst(count, dayOf(someTime(month, world, rng)), { category: 'gateway', bearer: obligation.bearer }, world, rng);
    }
  },
  judge: judgeMessages(side),
  messages: side,
};
