import type { MessageSignature } from '../contract/schema.generated.ts';
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

const words = '数据通知服务验证提醒中心平台';

export const messageSignature: MessageSimulator = {
  /** Of usual length, and of every length that is just allowed. */
  signatures(parameters) {
    const { han: chinese, english } = parameters as MessageSignature;
    const usual = Math.max(chinese.min, Math.min(4, chinese.max));
    const lengths = [usual, chinese.min, chinese.max];
    return [...lengths.map((length) => words.slice(0, length)), 'A'.repeat(english.max)];
  },
  spoil(parameters, message, rng) {
    const { han: chinese, english } = parameters as MessageSignature;
    const tooShort = chinese.min > 1 ? [words.slice(0, chinese.min - 1)] : [];
    message.signature = rng.pick(['验'.repeat(chinese.max + 1), 'A'.repeat(english.max + 1), ...tooShort]);
  },
  concerns: (message) => message.direction === 'MT',
  violates(parameters, message, service) {
    const { han: chinese, english } = parameters as MessageSignature;
    const stated = typeof service?.signature === 'string' ? service.signature : '';
    const shown = message.signature || stated;
    const count = hanCount(shown);
    if (shown === '') return true;
    return count > 0 ? count < chinese.min || shown.length > chinese.max : shown.length > english.max;
  },
};
