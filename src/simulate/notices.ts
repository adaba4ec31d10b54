import type { Contract, Obligation } from '../contract/schema.generated.ts';
import { addDays } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import type { Row, World } from './world.ts';

export type Delivery = Contract['notices']['delivery'][number];

/** The forms in which a notice counts: those of these parameters, else those that the contract asks for where it is about this, else those of all notices. */
export function formsOf(p: object, { kind, parameters }: Obligation, { contract }: Pick<World, 'contract'>): string[] {
  if ('forms' in p) return [...(p.forms as string[])];
  const topic = 'event' in parameters ? parameters.event : kind;
  const special = contract.notices.topics?.find(({ topics }) => topics.some((one) => one === topic));
  return [...(special?.forms ?? contract.notices.forms)];
}

/** The ways of sending for which the contract says when they count as delivered, of these forms. */
export const deliveriesOf = (forms: readonly string[], { contract }: Pick<World, 'contract'>): Delivery[] =>
  contract.notices.delivery.filter(({ method }) => forms.includes(method));

/** The destinations that the contract tells apart, with the days that each takes. */
export const destinationsOf = ({ days }: Delivery): [destination: string, days: number][] =>
  Object.entries(days ?? { domestic: 0 });

export interface Sending {
  id: string;
  topic: string;
  from: string;
  ref: string | null;
  /** Time of day at which it is sent, and at which it is received. */
  sentAt: string;
  receivedAt: string;
}

/** A notice that counts as delivered on that day. */
export function noticeOn(day: string, { method, on }: Delivery, to: [string, number], sending: Sending): Row {
  const { id, topic, from, ref, sentAt, receivedAt } = sending;
  return {
    ...{ id, topic, from, to: otherParty(from) },
    sent_at: `${addDays(day, on === 'sending' ? -to[1] : -1)} ${sentAt}`,
    ...{ method, destination: to[0], received_at: on === 'receipt' ? `${day} ${receivedAt}` : null, ref },
  };
}

export const otherParty = (party: string): string => (party === 'customer' ? 'carrier' : 'customer');

/** The day on which a notice counts as delivered; undefined where its record or the contract does not tell. */
export function deliveredOn(notice: Row, { contract }: Pick<World, 'contract'>): string | undefined {
  const how = contract.notices.delivery.find(({ method }) => method === notice.method);
  if (how?.on === 'receipt') return typeof notice.received_at === 'string' ? dayOf(notice.received_at) : undefined;
  const take = how?.days ? how.days[notice.destination as keyof typeof how.days] : 0;
  return how && take !== undefined ? addDays(dayOf(String(notice.sent_at)), take) : undefined;
}
