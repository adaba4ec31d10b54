import { overlay } from '../../contract/overlay.ts';
import type { Contract, MessageSignature } from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import { boundaryWords, leftWords } from '../../locale/boundaries.ts';
import { limitsWords } from '../../locale/limits.ts';
import type { Verdict } from '../../locale/verdicts.ts';
import { chinese, english, messageSignature } from '../../simulate/message-signature.ts';
import type { Message } from '../../simulate/messages.ts';
import type { Duty, Row } from '../../simulate/world.ts';
import { type Draft, daysFor, type Maker, offset, steps, type Terms } from './draft.ts';

/** A delivered message of that moment and signature, short enough to be one segment. */
export const messageAt = (sent_at: string, signature: string): Message => ({
  ...{ id: 'm1', sent_at, direction: 'MT', recipient: '13800000001', port: '106900000000', status: 'delivered' },
  ...{ failure_reason: '', content: '验证码 123456', signature, category: 'verification' },
});

/** A message with the signature agreed, else a usual one. */
export function ordinary(contract: Contract, sent_at: string): Message {
  const service = contract.services.find((one) => one.kind === 'sms');
  return messageAt(sent_at, (service && stated(service.signature)) ?? chinese(4));
}

/** The columns that a reader needs to see. */
export const shownMessage = ({ failure_reason: _, category: __, ...message }: Message) => message;

/** A message with a signature of as many characters as are just allowed, fewer and more. */
export const signature: Maker = (parameters, about, duty, terms) => {
  const p = parameters as MessageSignature;
  const limits = [
    ...(p.han ? [{ name: 'han.min', bound: p.han.min, make: chinese } as const] : []),
    ...(p.han ? [{ name: 'han.max', bound: p.han.max, make: chinese } as const] : []),
    ...(p.english ? [{ name: 'english.max', bound: p.english.max, make: english } as const] : []),
  ];
  if (limits.length === 0) return leftWords.noLimit;
  const [day] = daysFor(duty, terms);
  if (day === undefined) return leftWords.noDay;
  return limits.flatMap(({ name, bound, make }) =>
    steps.flatMap((step): Draft[] => {
      // Before the least length is outside, after it inside: what is called outside is what breaks the limit.
      const length = bound + (name === 'han.min' ? -offset[step] : offset[step]);
      const text = make(length);
      if (text === '') return [];
      const patch = agreedOn(text, duty, terms);
      const messages = [shownMessage(messageAt(`${day} 09:00:00`, text))];
      return [
        {
          title: boundaryWords.signature(about, name, bound, length, step),
          step,
          place: {
            limit: limitsWords.characters(name, bound),
            trigger: limitsWords.aMessage(),
            point: limitsWords.length(length),
          },
          month: day.slice(0, 7),
          records: { messages },
          judge: judgeMessages(messages, duty, patch.patch?.contract ?? terms.contract),
          ...patch,
        },
      ];
    }),
  );
};

/** Where the signature must be the agreed one: as if this one were agreed. */
function agreedOn(text: string, { obligation, readings }: Duty, { contract }: Terms): Pick<Draft, 'patch'> {
  const asked = (readings as MessageSignature[]).some((p) => p.as_agreed);
  const service = contract.services.find(({ id }) => id === obligation.service);
  if (!asked || !service) return {};
  const changes = { services: { [service.id]: { signature: text } } };
  return { patch: { changes, contract: overlay(contract, changes) } };
}

/** What a plain look at the messages gives. */
function judgeMessages(messages: readonly Row[], { obligation }: Duty, { services }: Contract) {
  const service = services.filter((one) => one.kind === 'sms').find(({ id }) => id === obligation.service);
  return (parameters: object): Verdict => {
    const bad = messages.some((row) => messageSignature.violates(parameters, row as unknown as Message, service));
    return bad ? 'breached' : messageSignature.unsure(parameters, service) ? 'undetermined' : 'fulfilled';
  };
}
