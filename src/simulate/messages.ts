import type { Calendar } from '../time/calendar.ts';
import { daysFromTo } from '../time/day.ts';
import { contentOf } from './content.ts';
import { phone } from './lists.ts';
import type { Lane } from './message-kinds/shape.ts';
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

export interface Traffic {
  seed: number;
  calendar: Calendar;
  /** How long messages are made: by the service's segment rule, else by the usual one. */
  segments: { size: number; brackets: number };
  /** Classes of messages, the usual one first. */
  lanes: readonly Lane[];
  /** Signatures to use, the usual one first. */
  signatures: readonly string[];
  /** How many recipients there are. */
  people: number;
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
      yield one(traffic, laneAt(traffic, hour, rng), rng, `M${String(first + made).padStart(9, '0')}`, at);
    }
  }
}

/** Each hour of the month, and how many messages there are up to its end. */
function* slots(
  month: Month,
  count: number,
  { calendar, lanes: [usual] }: Pick<Traffic, 'calendar' | 'lanes'>,
): Generator<{ day: string; hour: number; until: number }> {
  const [from, to] = usual?.hours ?? [0, 24];
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

/** In a hundred, messages of each class besides the usual one, in hours in which it may go. */
const OTHERS = 8;

function laneAt({ lanes }: Traffic, hour: number, rng: Random): Lane {
  const [usual, ...others] = lanes;
  if (!usual) throw new Error('no class of messages');
  if (others.length === 0) return usual;
  const lane = others[Math.floor(rng.int(0, 99) / OTHERS)];
  return lane && hour >= lane.hours[0] && hour < lane.hours[1] ? lane : usual;
}

/** One literal with every column in its place: spreading costs more than all the rest, twenty million times. */
function one(
  { segments, signatures, people }: Traffic,
  { category, port, ending, stride }: Lane,
  rng: Random,
  id: string,
  sent_at: string,
): Message {
  const lot = rng.int(0, 999);
  const answer = lot < 15;
  const status = answer || lot >= 65 ? 'delivered' : lot < 55 ? 'failed' : 'rejected';
  const signature = answer ? '' : (signatures[lot < 980 ? 0 : lot % signatures.length] ?? '');
  const number = rng.int(0, people - 1);
  return {
    id,
    sent_at,
    direction: answer ? 'MO' : 'MT',
    recipient: phone(number - (number % stride)),
    port,
    status,
    failure_reason: status === 'failed' ? rng.pick(networkReasons) : status === 'rejected' ? 'customer-platform' : '',
    content: answer ? '收到' : contentOf(category, ending, segments, signature.length, rng),
    signature,
    category: answer ? '' : category,
  };
}
