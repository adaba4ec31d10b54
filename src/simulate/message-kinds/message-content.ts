import type { MessageContent } from '../../contract/schema.generated.ts';
import { isOf, isSent, type MessageRule } from './side.ts';

/** What a message must end with, and what must not occur in it. */
export const messageContent: MessageRule = {
  shape(parameters, shape) {
    const { categories = [], endings = [] } = parameters as MessageContent;
    for (const category of categories) shape.categories.add(category);
    if (endings.length > 0) shape.endings.push({ categories, endings });
  },
  concerns: (message, parameters) => isSent(message) && isOf(message, (parameters as MessageContent).categories),
  violates(parameters, { content }) {
    const { endings = [], symbols = [], words = [] } = parameters as MessageContent;
    const ended = endings.length === 0 || endings.some((ending) => endsWith(content, ending));
    return !ended || [...symbols, ...words].some((one) => content.includes(one));
  },
  /** Something that must not occur is put in, else the ending is left off. */
  spoil(parameters, message, rng) {
    const { endings = [], symbols = [], words = [] } = parameters as MessageContent;
    const forbidden = [...symbols, ...words];
    if (forbidden.length > 0) {
      message.content = `${message.content.slice(0, 6)}${rng.pick(forbidden)}${message.content.slice(6)}`;
      return;
    }
    while (endings.some((ending) => endsWith(message.content, ending))) message.content = message.content.slice(0, -1);
  },
};

/** Whether a text ends so, whatever marks come after; an ending of letters is no part of a longer word. */
function endsWith(content: string, ending: string): boolean {
  const text = content.replace(/[\s\p{P}\p{S}]+$/u, '').toLowerCase();
  const wanted = ending.toLowerCase();
  if (!text.endsWith(wanted)) return false;
  return !(/^[a-z0-9]/.test(wanted) && /[a-z0-9]$/.test(text.slice(0, text.length - wanted.length)));
}
