import { isCounted } from '../billing/usage/units.ts';
import type { Contract } from '../contract/schema.generated.ts';
import { stated } from '../contract/term.ts';
import { type Counter, count } from './count.ts';
import { simulatorOf } from './kinds.ts';
import { blankShape, lanesOf, signaturesFor } from './message-kinds/shape.ts';
import type { MessageSide, Spoiling, Touch, Watcher } from './message-kinds/side.ts';
import { type Message, messages, type Traffic } from './messages.ts';
import { type Random, random } from './random.ts';
import type { Duty, Judged, Month, World } from './world.ts';
import type { Folder } from './write.ts';

const columns = [
  ...['id', 'sent_at', 'direction', 'recipient', 'port', 'status'],
  ...['failure_reason', 'content', 'signature', 'category'],
];
/** Of messages whose contract has no rule for cutting them. */
const usual = { size: 70, brackets: 2 };
/** Messages spoiled for one planted breach. */
const PLANTED = 2;

export type MessageVerdicts = (duty: Duty, reading: number, month: Month) => Judged;

/** Whether the contract has charges or obligations that read messages. */
export const usesMessages = ({ charges, obligations }: Contract): boolean =>
  charges.some(isCounted) || obligations.some(({ kind }) => simulatorOf(kind)?.messages !== undefined);

interface Looking {
  duty: Duty;
  side: MessageSide;
}

const lookingOf = (duties: readonly Duty[]): Looking[] =>
  duties.flatMap((duty) => {
    const side = simulatorOf(duty.obligation.kind)?.messages;
    return side ? [{ duty, side }] : [];
  });

/** How many messages each month has, of those planned: what obligations say of it comes before. */
export const sizes = (duties: readonly Duty[], months: readonly Month[], plan: readonly number[]): number[] =>
  months.map((month, i) =>
    lookingOf(duties).reduce(
      (size, { duty, side }) => side.size?.(duty.readings[0] ?? {}, duty, month, size) ?? size,
      plan[i] ?? 0,
    ),
  );

/** Writes all messages, one file a month, and counts them as they stream by. `plan`: how many in each month. */
export async function writeMessages(
  world: World,
  duties: readonly Duty[],
  all: readonly Counter[],
  plan: readonly number[],
  folder: Folder,
  progress: (text: string) => void,
): Promise<MessageVerdicts> {
  const { contract, months } = world;
  const watchers = new Map<string, Watcher>();
  const looking = lookingOf(duties);
  const kept = trafficOf(looking, world);
  let first = 1;
  for (const [i, month] of kept ? months.entries() : []) {
    const size = plan[i] ?? 0;
    const watching = looking.flatMap(({ duty, side }) =>
      duty.readings.map((parameters, reading) => {
        const watcher = side.watch(parameters, duty, month, world);
        watchers.set(keyOf(duty, reading, month), watcher);
        return watcher;
      }),
    );
    const touches = touchesOf(looking, month, size, world);
    const spoil = spoiler(looking, month, size, world);
    const counted = function* (): Generator<Message> {
      let position = 0;
      for (const message of messages(kept as Traffic, month, size, first)) {
        for (const touch of touches) touch(message, position);
        spoil(message, position);
        position += 1;
        count(all, contract, message, month.label);
        for (const watcher of watching) watcher.see(message);
        yield message;
      }
    };
    progress(`messages ${month.label} ${size}`);
    await folder.table('messages', `-${month.label}`, columns, counted());
    first += size;
  }
  return (duty, reading, month) => {
    const watcher = watchers.get(keyOf(duty, reading, month));
    if (!watcher) throw new Error(`nobody watched the messages for ${duty.obligation.id}`);
    return watcher.judged();
  };
}

const keyOf = ({ obligation }: Duty, reading: number, month: Month): string =>
  `${obligation.id}/${reading}/${month.label}`;

/** What messages are like for every obligation to be kept; undefined where the contract has no use for them. */
function trafficOf(looking: readonly Looking[], { contract, calendar, seed, people = 1 }: World): Traffic | undefined {
  const service = contract.services.find((one) => one.kind === 'sms');
  if (!service || !usesMessages(contract)) return undefined;
  const shape = blankShape();
  for (const { duty, side } of looking) {
    for (const parameters of duty.readings) side.shape?.(parameters, shape);
  }
  return {
    ...{ seed, calendar, people, lanes: lanesOf(shape, contract) },
    segments: stated(service.segments) ?? usual,
    signatures: signaturesFor(shape, service),
  };
}

const touchesOf = (looking: readonly Looking[], month: Month, size: number, world: World): Touch[] =>
  looking.flatMap(({ duty, side }) => side.touch?.(duty.readings[0] ?? {}, duty, month, size, world) ?? []);

/** Breaks the first messages that fit from some positions of an obligation's broken month on, each message once. */
function spoiler(looking: readonly Looking[], month: Month, size: number, world: World): Touch {
  const rng: Random = random(world.seed, `spoil/${month.label}`);
  const waiting = looking
    .filter(({ duty }) => duty.broken === month.label)
    .flatMap(({ duty, side }): (Spoiling & { from: number })[] => {
      const spoiling = side.spoiling?.(duty, month, world);
      if (!spoiling) return [];
      return Array.from({ length: PLANTED }, () => ({ ...spoiling, from: rng.int(0, Math.floor(size / 2)) }));
    });
  return (message, position) => {
    if (waiting.length === 0) return;
    const at = waiting.findIndex(({ fits, from }) => position >= from && fits(message));
    const [found] = at >= 0 ? waiting.splice(at, 1) : [];
    found?.spoil(message, rng);
  };
}
