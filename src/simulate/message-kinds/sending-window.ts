import type { SendingWindow } from '../../contract/schema.generated.ts';
import { isOf, isSent, type MessageRule } from './side.ts';

/** Messages only at some times of day, both ends included; over midnight where the first is the later. */
export const sendingWindow: MessageRule = {
  shape(parameters, shape) {
    const { from, to, categories = [] } = parameters as SendingWindow;
    for (const category of categories) shape.categories.add(category);
    // Nights are not made up: a window over midnight leaves the evening.
    shape.windows.push({ categories, from, to: from <= to ? to : '24:00' });
  },
  concerns: (message, parameters) => isSent(message) && isOf(message, (parameters as SendingWindow).categories),
  violates(parameters, { sent_at }) {
    const { from, to } = parameters as SendingWindow;
    return isOutside(sent_at.slice(11), from, to);
  },
  /** The last minute before the window opens. */
  spoil(parameters, message, rng) {
    const { from } = parameters as SendingWindow;
    const minutes = (60 * Number(from.slice(0, 2)) + Number(from.slice(3, 5)) + 1439) % 1440;
    const two = (n: number) => String(n).padStart(2, '0');
    message.sent_at = `${message.sent_at.slice(0, 10)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(rng.int(0, 59))}`;
  },
};

/** Whether a time of day lies outside two others, both of them inside. */
export function isOutside(time: string, from: string, to: string): boolean {
  const [first, last] = [`${from}:00`, `${to}:00`];
  return first <= last ? time < first || time > last : time < first && time > last;
}
