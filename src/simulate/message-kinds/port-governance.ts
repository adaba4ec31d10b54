import type { PortGovernance } from '../../contract/schema.generated.ts';
import { addDays, daysFromTo } from '../../time/day.ts';
import { dayOf } from '../../time/instant.ts';
import { parsePeriod } from '../../time/period.ts';
import { bearerOf, burst, roomFor } from '../complaints.ts';
import type { Message } from '../messages.ts';
import { known, type Month, nextId, type RecordRef, rngOf, rows, type Simulator, type World } from '../world.ts';
import { mainPort } from './shape.ts';
import { isSent, judgeMessages, type MessageSide, name } from './side.ts';

/** Of so many messages, one goes out by a port of its own until that is suspended. */
const SIDE = 20;
/** Such a port is used in the months of which this many in a hundred. */
const OFTEN = 25;

/** A port that so many people complained of on one day that it was suspended the next. */
interface Suspended {
  port: string;
  /** The day of the complaints. */
  day: string;
  /** Its last day of suspension, and the last one on which it may send less than before. */
  suspendedTo: string;
  limitedTo: string;
}

/** The ports whose complaints of one day are more than a week may have; nobody complains of them again. */
function suspensions(p: PortGovernance, world: World): Suspended[] {
  const days = new Map<string, Map<string, number>>();
  for (const row of known(world, 'complaints')) {
    if (row.category === 'gateway' || bearerOf(row) === 'carrier' || typeof row.port !== 'string') continue;
    const own = days.get(row.port) ?? new Map<string, number>();
    const day = dayOf(String(row.received_at));
    days.set(row.port, own.set(day, (own.get(day) ?? 0) + 1));
  }
  return [...days].flatMap(([port, counts]) => {
    const [first, ...others] = [...counts].sort();
    if (first && others.length === 0 && first[1] > p.week_complaints) {
      const suspendedTo = addDays(first[0], p.suspended_days);
      return [{ port, day: first[0], suspendedTo, limitedTo: addDays(suspendedTo, p.halved_recovery_days) }];
    }
    if (!isCalm([...counts], p)) throw new Error(`simulated complaints of ${port} call for more than is simulated`);
    return [];
  });
}

/** Whether nothing happens to a port: never too many on one day, nor in a week. */
const isCalm = (counts: readonly [string, number][], p: PortGovernance): boolean =>
  counts.every(([day, n]) => {
    const week = counts.filter(([other]) => other <= day && other > addDays(day, -7));
    return n < p.day_complaints && week.reduce((sum, [, one]) => sum + one, 0) <= p.week_complaints;
  });

const openings: Simulator['openings'] = (_parameters, _duty, { months }) =>
  months.filter((month) => dayIn(month) !== undefined).map(({ label }) => label);

/** A day of the month after which there is a day on which the port is suspended. */
const dayIn = ({ from, to }: Month): string | undefined => {
  const days = daysFromTo(from, to);
  return days[Math.min(Math.floor(days.length / 3), days.length - 2)];
};

const begin: Simulator['begin'] = (duties, world) => {
  rows(world, 'events');
  rows(world, 'complaints');
  for (const { obligation, readings, broken } of duties) {
    const rng = rngOf(world, obligation.id);
    const asked = readings as PortGovernance[];
    const count = 1 + Math.max(...asked.map((p) => p.week_complaints));
    for (const [i, month] of world.months.entries()) {
      const day = dayIn(month);
      const wanted = broken === month.label || (rng.chance(OFTEN) && roomFor('customer', month, world) >= count);
      if (!wanted || day === undefined) continue;
      const port = `${mainPort(world.contract)}9${i + 1}`;
      burst(count, day, { category: 'spam', bearer: 'customer', port }, world, rng);
      const events = rows(world, 'events');
      const mended = { id: nextId('E', events), type: 'port-rectified', occurred_at: `${addDays(day, 3)} 10:00:00` };
      events.push({ ...mended, party: 'customer', ref: port });
    }
  }
};

const inMonth = (suspended: readonly Suspended[], { label }: Month): Suspended[] =>
  suspended.filter(({ day }) => day.startsWith(label));

const isUsual = (message: Message, world: World): boolean =>
  isSent(message) && message.port === mainPort(world.contract);

const side: MessageSide = {
  /** Some messages go by the port that will be suspended, up to the day of the complaints. */
  touch(parameters, _duty, month, _size, world) {
    const own = inMonth(suspensions(parameters as PortGovernance, world), month);
    return (message, position) => {
      if (own.length === 0 || position % SIDE !== SIDE - 1 || !isUsual(message, world)) return;
      const open = own.find(({ day }) => dayOf(message.sent_at) <= day);
      if (open) message.port = open.port;
    };
  },
  /** A message that the carrier lets through while the port is suspended. */
  spoiling({ readings: [p] }, month, world) {
    const own = inMonth(suspensions(p as PortGovernance, world), month);
    const at = ({ sent_at }: Message) =>
      own.find(({ day, suspendedTo }) => dayOf(sent_at) > day && dayOf(sent_at) <= suspendedTo);
    return {
      fits: (message) => isUsual(message, world) && at(message) !== undefined,
      spoil(message) {
        message.port = at(message)?.port ?? message.port;
      },
    };
  },
  watch(parameters, _duty, month, world) {
    const all = suspensions(parameters as PortGovernance, world);
    const { from, to } = parsePeriod(month.label);
    const own = all.filter(({ day, limitedTo }) => day < to && limitedTo >= from);
    const through: RecordRef[] = [];
    return {
      see(message) {
        if (!isSent(message)) return;
        const port = own.find((one) => one.port === message.port);
        const sent = dayOf(message.sent_at);
        if (port && sent > port.day && sent <= port.suspendedTo) name(through, message);
      },
      judged() {
        if (own.length === 0) return { verdict: 'not-triggered', records: [] };
        return { verdict: through.length > 0 ? 'breached' : 'fulfilled', records: through };
      },
    };
  },
};

/** The carrier suspends a port that too many people complain of. */
export const portGovernance: Simulator = { openings, begin, judge: judgeMessages(side), messages: side };
