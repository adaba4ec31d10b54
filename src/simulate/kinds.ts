import { advanceNotice } from './advance-notice.ts';
import { billWithin } from './bill-within.ts';
import { followUp } from './follow-up.ts';
import { messageSignature } from './message-signature.ts';
import type { MessageSimulator } from './messages.ts';
import { renewalObjection } from './renewal-objection.ts';
import { respondWithin } from './respond-within.ts';
import { settleWithin } from './settle-within.ts';
import type { Simulator } from './world.ts';

/**
 * The kinds of obligation that can be simulated, in the order in which their records are made: a bill is settled after
 * it was sent. A kind that is not here produces nothing, and the truth file says so.
 */
export const simulators: readonly (readonly [kind: string, simulator: Simulator])[] = [
  ['respond-within', respondWithin],
  ['advance-notice', advanceNotice],
  ['follow-up', followUp],
  ['renewal-objection', renewalObjection],
  ['bill-within', billWithin],
  ['settle-within', settleWithin],
];

/** Kinds that look at each message; they are made and judged while the messages stream by. */
export const messageSimulators: Readonly<Record<string, MessageSimulator>> = {
  'message-signature': messageSignature,
};
