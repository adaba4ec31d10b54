import type { Sms } from '../contract/schema.generated.ts';
import type { Calendar } from '../time/calendar.ts';
import { daysFromTo } from '../time/day.ts';
import { contentOf } from './content.ts';
import { type Random, random } from './random.ts';
import type { Month } from './world.ts';

export interface Message {
  id: string;
  /** Beijing time. */
  sent_at: string;
  direction: 'MT' | 'MO';
  recipient: string;
  port: string;
  status: 'delivered' | 'failed' | 'rejected';
  failure_reason: string;
  content: string;
  signature: string;
  category: string;
}

/** How messages are made to keep or break one kind of obligation, and how they are judged without the engine. */
export interface MessageSimulator {
  /** Signatures that the obligation allows. */
  signatures(parameters: object): readonly string[];
  /** Makes this message break the obligation. */
  spoil(parameters: object, message: Message, rng: Random, service: Sms | undefined): void;
  concerns(message: Message): boolean;
  violates(parameters: object, message: Message, service: Sms | undefined): boolean;
  /** Whether the paper leaves open what a message that breaks nothing else must be like. */
  unsure(parameters: object, service: Sms | undefined): boolean;
}

export interface Traffic {
  seed: number;
  calendar: Calendar;
  service: Sms;
  /** How long messages are made: by the service's segment rule, else by the usual one. */
  segments: { size: number; brackets: number };
  /** Hours of the day in which messages may be sent: from the first, up to the second. */
  open: readonly [number, number];
  /** Signatures to use, the usual one first. */
  signatures: readonly string[];
  /** Breaks a message at this position of the month where one is planted. */
  spoil(message: Message, position: number, month: Month): void;
}

/** How the traffic of a day spreads over its hours: verification codes follow the working day. */
const hours = [2, 1, 1, 1, 1, 2, 6, 18, 46, 72, 78, 70, 52, 60, 74, 76, 70, 62, 48, 40, 36, 28, 14, 6];
const dayWeight = { work: 10, rest: 4 };
const networkReasons = ['off', 'off', 'intercepted', 'out-of-area', 'suspended', 'arrears', 'ported', 'timeout'];
const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

/** So many messages of a month in the order of time; `first` is the number of the first one's id. */
export function* messages(traffic: Traffic, month: Month, count: number, first: number): Generator<Message> {
  const rng = random(traffic.seed, `messages/${month.label}`);
  let made = 0;
  for (const { day, hour, until } of slots(month, count, traffic)) {
    const size = until - made;
    for (let i = 0; i < size; i++, made++) {
      const second = Math.floor((3600 * (i * 64 + rng.int(0, 63))) / (size * 64));
      const at = `${day} ${twoDigits[hour]}:${twoDigits[Math.floor(second / 60)]}:${twoDigits[second % 60]}`;
      const message = one(traffic, rng, `M${String(first + made).padStart(9, '0')}`, at);
      traffic.spoil(message, made, month);
      yield message;
    }
  }
}

/** Each hour of the month, and how many messages there are up to its end. */
function* slots(
  month: Month,
  count: number,
  { calendar, open: [from, to] }: Pick<Traffic, 'calendar' | 'open'>,
): Generator<{ day: string; hour: number; until: number }> {
  const days = daysFromTo(month.from, month.to).map((day) => ({
    day,
    weight: calendar.isWorkday(day) === false ? dayWeight.rest : dayWeight.work,
  }));
  const open = hours.map((weight, hour) => (hour >= from && hour < to ? weight : 0));
  const perDay = open.reduce((sum, weight) => sum + weight, 0);
  const all = days.reduce((sum, { weight }) => sum + weight * perDay, 0);
  let passed = 0;
  for (const { day, weight } of days) {
    for (const [hour, share] of open.entries()) {
      passed += weight * share;
      yield { day, hour, until: Math.floor((count * passed) / all) };
    }
  }
}

/** One literal with every column in its place: spreading costs more than all the rest, twenty million times. */
function one({ segments, signatures }: Traffic, rng: Random, id: string, sent_at: string): Message {
  const lot = rng.int(0, 999);
  const answer = lot < 15;
  const status = answer || lot >= 65 ? 'delivered' : lot < 55 ? 'failed' : 'rejected';
  const signature = answer ? '' : (signatures[lot < 980 ? 0 : lot % signatures.length] ?? '');
  return {
    id,
    sent_at,
    direction: answer ? 'MO' : 'MT',
    recipient: `138000${String(rng.int(0, 99_999)).padStart(5, '0')}`,
    port: '106900000000',
    status,
    failure_reason: status === 'failed' ? rng.pick(networkReasons) : status === 'rejected' ? 'customer-platform' : '',
    content: answer ? '收到' : contentOf(segments, signature.length, rng),
    signature,
    category: answer ? '' : 'verification',
  };
}
