import type { Sms } from '../../contract/schema.generated.ts';
import type { Message } from '../messages.ts';
import type { Random } from '../random.ts';
import {
  type Duty,
  everyMonth,
  type Judged,
  known,
  type Month,
  notTriggered,
  type RecordRef,
  type Simulator,
  type World,
} from '../world.ts';
import type { Shape } from './shape.ts';

/** Looks at each message of a month as it streams by, and then says what it saw. */
export interface Watcher {
  see(message: Message): void;
  judged(): Judged;
}

/** How one message is made to break an obligation. */
export interface Spoiling {
  /** Whether it can be this one. */
  fits(message: Message): boolean;
  spoil(message: Message, rng: Random): void;
}

/** What a kind of obligation asks of messages. All of it but `watch` is optional: what is not there, it does not touch. */
export interface MessageSide {
  /** What all messages must be like for the obligation to be kept. */
  shape?(parameters: object, shape: Shape): void;
  /** How many messages a month has, where so many are planned. */
  size?(parameters: object, duty: Duty, month: Month, planned: number): number;
  /** Single messages that break the obligation, under each of its readings, in its broken month. */
  spoiling?(duty: Duty, month: Month, world: World): Spoiling;
  /** What happens to each message, by its position among so many. */
  touch?(parameters: object, duty: Duty, month: Month, size: number, world: World): Touch;
  watch(parameters: object, duty: Duty, month: Month, world: World): Watcher;
}

export type Touch = (message: Message, position: number) => void;

/** Records named in the truth for one breach; a contract that its own signature breaks would name every message. */
export const NAMED = 1000;

/** Adds a message to a breach, as long as it is one of those that are named. */
export function name(list: RecordRef[], { id }: Message): void {
  if (list.length < NAMED) list.push({ table: 'messages', id });
}

/** A message that went out to somebody: the platform did not reject it. */
export const isSent = ({ direction, status }: Message): boolean => direction === 'MT' && status !== 'rejected';

/** Whether a message is of one of these categories; of any where none is named. */
export const isOf = ({ category }: Message, categories: readonly string[] = []): boolean =>
  categories.length === 0 || categories.includes(category);

/** A kind of obligation that each message keeps or breaks by itself. */
export interface MessageRule {
  shape?(parameters: object, shape: Shape): void;
  concerns(message: Message, parameters: object): boolean;
  violates(parameters: object, message: Message, service: Sms | undefined): boolean;
  /** Makes this message break the obligation. */
  spoil(parameters: object, message: Message, rng: Random, service: Sms | undefined): void;
  /** Whether the paper leaves open what a message that breaks nothing else must be like. */
  unsure?(parameters: object, service: Sms | undefined): boolean;
}

/** The simulator of such a kind. */
export function perMessage(rule: MessageRule): Simulator {
  return ofMessages({
    ...(rule.shape && { shape: rule.shape }),
    spoiling(duty, _month, world) {
      const service = smsOf(duty, world);
      return {
        fits: (message) => duty.readings.every((p) => rule.concerns(message, p)),
        spoil(message, rng) {
          for (const p of duty.readings) if (!rule.violates(p, message, service)) rule.spoil(p, message, rng, service);
        },
      };
    },
    watch(p, duty, _month, world) {
      const service = smsOf(duty, world);
      const bad: RecordRef[] = [];
      let seen = false;
      return {
        see(message) {
          if (!rule.concerns(message, p)) return;
          seen = true;
          if (rule.violates(p, message, service)) name(bad, message);
        },
        judged() {
          if (!seen) return notTriggered;
          const kept = rule.unsure?.(p, service) ? 'undetermined' : 'fulfilled';
          return { verdict: bad.length > 0 ? 'breached' : kept, records: bad };
        },
      };
    },
  });
}

/** The simulator of a kind that looks at messages only; where they are rows of the world, it judges those. */
export const ofMessages = (messages: MessageSide): Simulator => ({
  openings: everyMonth,
  judge: judgeMessages(messages),
  messages,
});

export const judgeMessages =
  (side: MessageSide): Simulator['judge'] =>
  (parameters, duty, month, world) => {
    const watcher = side.watch(parameters, duty, month, world);
    for (const row of known(world, 'messages')) {
      if (String(row.sent_at).startsWith(month.label)) watcher.see(row as unknown as Message);
    }
    return watcher.judged();
  };

/** The SMS service that an obligation is about. */
export const smsOf = ({ obligation }: Duty, { contract }: Pick<World, 'contract'>): Sms | undefined =>
  contract.services.filter((one) => one.kind === 'sms').find(({ id }) => id === obligation.service);
