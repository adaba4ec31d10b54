import type { MessageSignature } from '../contract/schema.generated.ts';
import { stated } from '../contract/term.ts';
import type { MessageSimulator } from './messages.ts';

const han = /\p{Script=Han}/u;
const cache = new Map<string, number>();

/** How many Han characters a signature has; a simulation knows few signatures and asks millions of times. */
function hanCount(text: string): number {
  let count = cache.get(text);
  if (count === undefined) {
    count = [...text].filter((character) => han.test(character)).length;
    cache.set(text, count);
  }
  return count;
}

/** Where the paper gives no lengths, any will do. */
const lengths = (parameters: object) => {
  const { han: chinese = { min: 1, max: 12 }, english = { max: 12 } } = parameters as MessageSignature;
  return { chinese, english };
};

const words = '数据通知服务验证提醒中心平台';

export const messageSignature: MessageSimulator = {
  /** Of usual length, and of every length that is just allowed. */
  signatures(parameters) {
    const { chinese, english } = lengths(parameters);
    const usual = Math.max(chinese.min, Math.min(4, chinese.max));
    return [...[usual, chinese.min, chinese.max].map((length) => words.slice(0, length)), 'A'.repeat(english.max)];
  },
  spoil(parameters, message, rng) {
    const { chinese, english } = lengths(parameters);
    const tooShort = chinese.min > 1 ? [words.slice(0, chinese.min - 1)] : [];
    message.signature = rng.pick(['验'.repeat(chinese.max + 1), 'A'.repeat(english.max + 1), ...tooShort]);
  },
  concerns: (message) => message.direction === 'MT',
  violates(parameters, message, service) {
    const { chinese, english } = lengths(parameters);
    const { as_agreed: asAgreed, sender_number: numbered } = parameters as MessageSignature;
    const agreed = (service && stated(service.signature)) ?? '';
    const shown = message.signature || agreed;
    if ((asAgreed && shown !== agreed) || (numbered && message.port === '')) return true;
    const count = hanCount(shown);
    if (shown === '') return true;
    return count > 0 ? count < chinese.min || shown.length > chinese.max : shown.length > english.max;
  },
};
