import { isCounted } from '../billing/units.ts';
import type { Contract, SendingWindow } from '../contract/schema.generated.ts';
import { stated } from '../contract/term.ts';
import { type Counter, count } from './count.ts';
import { messageSimulators } from './kinds.ts';
import { type Message, messages, type Traffic } from './messages.ts';
import { type Random, random } from './random.ts';
import type { Duty, Judged, Month, RecordRef, World } from './world.ts';
import type { Folder } from './write.ts';

const columns = [
  ...['id', 'sent_at', 'direction', 'recipient', 'port', 'status'],
  ...['failure_reason', 'content', 'signature', 'category'],
];
/** Of messages whose contract has no rule for cutting them. */
const usual = { size: 70, brackets: 2 };
/** Messages spoiled for one planted breach. */
const PLANTED = 2;
/** Records named in the truth for one breach; a contract that its own signature breaks would name every message. */
const NAMED = 1000;

/** What one obligation under one reading saw of a month's messages. */
interface Tally {
  unsure: boolean;
  bad: RecordRef[];
}

export type MessageVerdicts = (duty: Duty, reading: number, month: Month) => Judged;

/** Writes all messages, one file a month, and counts them as they stream by. `plan`: how many in each month. */
export async function writeMessages(
  world: World,
  duties: readonly Duty[],
  all: readonly Counter[],
  plan: readonly number[],
  folder: Folder,
  progress: (text: string) => void,
): Promise<MessageVerdicts> {
  const { contract, calendar, seed, months } = world;
  const service = contract.services.find((one) => one.kind === 'sms');
  const tallies = new Map<string, Tally>();
  if (!service || !usesMessages(contract)) return verdicts(tallies);
  const looking = duties.flatMap((duty) => {
    const simulator = messageSimulators[duty.obligation.kind];
    const own = contract.services.filter((one) => one.kind === 'sms').find(({ id }) => id === duty.obligation.service);
    return simulator ? [{ duty, simulator, service: own }] : [];
  });
  let first = 1;
  for (const [i, month] of months.entries()) {
    const size = plan[i] ?? 0;
    const spoil = spoiler(looking, month, size, random(seed, `spoil/${month.label}`));
    const segments = stated(service.segments) ?? usual;
    const traffic: Traffic = {
      seed,
      calendar,
      service,
      segments,
      open: openHours(contract),
      signatures: signaturesFor(service, looking),
      spoil,
    };
    const counted = function* (): Generator<Message> {
      for (const message of messages(traffic, month, size, first)) {
        count(all, contract, message, month.label);
        for (const { duty, simulator, service: own } of looking) {
          if (!simulator.concerns(message)) continue;
          for (const [reading, parameters] of duty.readings.entries()) {
            const key = keyOf(duty, reading, month);
            if (!tallies.has(key)) tallies.set(key, { unsure: simulator.unsure(parameters, own), bad: [] });
            if (simulator.violates(parameters, message, own)) note(tallies.get(key), message.id);
          }
        }
        yield message;
      }
    };
    progress(`messages ${month.label} ${size}`);
    await folder.table('messages', `-${month.label}`, columns, counted());
    first += size;
  }
  return verdicts(tallies);
}

/** Whole hours that every sending window for all messages leaves open. */
function openHours({ obligations }: Contract): readonly [number, number] {
  const windows = obligations.flatMap(({ kind, parameters }) =>
    kind === 'sending-window' && !('categories' in parameters) ? [parameters as SendingWindow] : [],
  );
  const hour = (time: string) => Number(time.slice(0, 2)) + (time.endsWith(':00') ? 0 : 1);
  const from = Math.max(0, ...windows.map((one) => hour(one.from)));
  return [from, Math.min(24, ...windows.map((one) => Number(one.to.slice(0, 2))))];
}

/** Whether the contract has charges or obligations that read messages. */
export const usesMessages = ({ charges, obligations }: Contract): boolean =>
  charges.some(isCounted) || obligations.some(({ kind }) => Object.hasOwn(messageSimulators, kind));

type Looking = { duty: Duty; simulator: (typeof messageSimulators)[string]; service: Traffic['service'] | undefined };

/** The signature that the contract states, else some that break no obligation. */
function signaturesFor(service: Traffic['service'], looking: readonly Looking[]): readonly string[] {
  if (typeof service.signature === 'string') return [service.signature];
  const probe = (signature: string) => ({ direction: 'MT', signature }) as Message;
  const known = looking.flatMap(({ duty, simulator }) => duty.readings.flatMap((p) => simulator.signatures(p)));
  const legal = known.filter((signature) =>
    looking.every(({ duty, simulator, service: own }) =>
      duty.readings.every((p) => !simulator.violates(p, probe(signature), own)),
    ),
  );
  return legal.length > 0 ? legal : ['通知服务'];
}

/** Breaks the first messages that an obligation is concerned with from some positions of its broken month on. */
function spoiler(looking: readonly Looking[], month: Month, size: number, rng: Random): Traffic['spoil'] {
  const waiting = looking
    .filter(({ duty }) => duty.broken === month.label)
    .flatMap((one) => Array.from({ length: PLANTED }, () => ({ ...one, from: rng.int(0, Math.floor(size / 2)) })));
  return (message, position) => {
    if (waiting.length === 0) return;
    const at = waiting.findIndex(({ simulator, from }) => position >= from && simulator.concerns(message));
    const [found] = at >= 0 ? waiting.splice(at, 1) : [];
    found?.simulator.spoil(found.duty.readings[0] ?? {}, message, rng, found.service);
  };
}

const keyOf = ({ obligation }: Duty, reading: number, month: Month): string =>
  `${obligation.id}/${reading}/${month.label}`;

function note(tally: Tally | undefined, id: string): void {
  if (tally && tally.bad.length < NAMED) tally.bad.push({ table: 'messages', id });
}

const verdicts =
  (tallies: ReadonlyMap<string, Tally>): MessageVerdicts =>
  (duty, reading, month) => {
    const tally = tallies.get(keyOf(duty, reading, month));
    if (!tally) return { verdict: 'not-triggered', records: [] };
    const kept = tally.unsure ? 'undetermined' : 'fulfilled';
    return { verdict: tally.bad.length > 0 ? 'breached' : kept, records: tally.bad };
  };
