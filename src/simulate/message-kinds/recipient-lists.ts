import type { RecipientLists } from '../../contract/schema.generated.ts';
import { isBarred, someoneBarred, supply } from '../lists.ts';
import type { Message } from '../messages.ts';
import type { RecordRef, Simulator } from '../world.ts';
import { isOf, isSent, type MessageSide, name, ofMessages } from './side.ts';

const concerns = (message: Message, p: RecipientLists): boolean => isSent(message) && isOf(message, p.categories);

const side: MessageSide = {
  shape(parameters, shape) {
    const { categories = [], require } = parameters as RecipientLists;
    for (const category of categories) shape.categories.add(category);
    for (const list of require) shape.lists.push({ categories, list });
  },
  spoiling: ({ readings }) => ({
    fits: (message) => (readings as RecipientLists[]).every((p) => concerns(message, p)),
    spoil(message, rng) {
      message.recipient = someoneBarred(readings as RecipientLists[], rng);
    },
  }),
  watch(parameters, _duty, _month, world) {
    const p = parameters as RecipientLists;
    const bad: RecordRef[] = [];
    let seen = false;
    return {
      see(message) {
        if (!concerns(message, p)) return;
        seen = true;
        if (isBarred(p, message.recipient, message.sent_at, world)) name(bad, message);
      },
      judged: () => ({
        verdict: bad.length > 0 ? 'breached' : seen ? 'fulfilled' : 'not-triggered',
        records: bad,
      }),
    };
  },
};

/** Messages go only to people who are on some lists, and to none who is on others. */
export const recipientLists: Simulator = {
  ...ofMessages(side),
  begin: (duties, world) =>
    supply(
      world,
      duties.flatMap(({ readings }) => readings as RecipientLists[]),
    ),
};
