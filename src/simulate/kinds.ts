import { advanceNotice } from './advance-notice.ts';
import { attestation } from './attestation.ts';
import { billWithin } from './bill-within.ts';
import { breachGrades } from './breach-grades.ts';
import { callFrequency } from './call-kinds/call-frequency.ts';
import { callHours } from './call-kinds/call-hours.ts';
import { callLists } from './call-kinds/call-lists.ts';
import { callerNumbers } from './call-kinds/caller-numbers.ts';
import { capNotice } from './cap-notice.ts';
import { changeOrder } from './change-order.ts';
import { complaintLimit } from './complaint-limit.ts';
import { followUp } from './follow-up.ts';
import { harassmentShutdown } from './harassment-shutdown.ts';
import { invoiceWithin } from './invoice-within.ts';
import { messageContent } from './message-kinds/message-content.ts';
import { portClasses } from './message-kinds/port-classes.ts';
import { portGovernance } from './message-kinds/port-governance.ts';
import { quotaStop } from './message-kinds/quota-stop.ts';
import { recipientLists } from './message-kinds/recipient-lists.ts';
import { sendingWindow } from './message-kinds/sending-window.ts';
import { serviceLevel } from './message-kinds/service-level.ts';
import { perMessage } from './message-kinds/side.ts';
import { messageSignature } from './message-signature.ts';
import { paymentByCycleEnd } from './payment-by-cycle-end.ts';
import { paymentOnce } from './payment-once.ts';
import { renewalObjection } from './renewal-objection.ts';
import { respondWithin } from './respond-within.ts';
import { settleWithin } from './settle-within.ts';
import type { Simulator } from './world.ts';

/**
 * The kinds of obligation that can be simulated, in the order in which their records are made: a bill is settled after
 * it was sent, an invoice follows the payment, nobody calls while the service is shut. A kind that is not here produces nothing, and the truth file says so.
 */
export const simulators: readonly (readonly [kind: string, simulator: Simulator])[] = [
  ['attestation', attestation],
  ['retention', attestation],
  ['recipient-lists', recipientLists],
  ['message-signature', perMessage(messageSignature)],
  ['message-content', perMessage(messageContent)],
  ['sending-window', perMessage(sendingWindow)],
  ['port-classes', portClasses],
  ['quota-stop', quotaStop],
  ['service-level', serviceLevel],
  ['complaint-limit', complaintLimit],
  ['breach-grades', breachGrades],
  ['respond-within', respondWithin],
  ['port-governance', portGovernance],
  ['harassment-shutdown', harassmentShutdown],
  ['call-lists', callLists],
  ['call-hours', callHours],
  ['call-frequency', callFrequency],
  ['caller-numbers', callerNumbers],
  ['change-order', changeOrder],
  ['advance-notice', advanceNotice],
  ['follow-up', followUp],
  ['renewal-objection', renewalObjection],
  ['bill-within', billWithin],
  ['settle-within', settleWithin],
  ['payment-by-cycle-end', paymentByCycleEnd],
  ['payment-once', paymentOnce],
  ['invoice-within', invoiceWithin],
  ['cap-notice', capNotice],
];

const byKind = new Map(simulators);

export const simulatorOf = (kind: string): Simulator | undefined => byKind.get(kind);
