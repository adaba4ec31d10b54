import type { MessageSignature, Sms } from '../contract/schema.generated.ts';
import { stated } from '../contract/term.ts';
import type { Shape } from './message-kinds/shape.ts';
import { isSent, type MessageRule } from './message-kinds/side.ts';

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
const any = { han: { min: 1, max: Number.POSITIVE_INFINITY }, english: { max: Number.POSITIVE_INFINITY } };
/** Lengths to make signatures of where the paper gives none. */
const usual = { han: { min: 1, max: 12 }, english: { max: 12 } };

const words = '数据通知服务验证提醒中心平台';
const agreedOf = (service: Sms | undefined): string | undefined => service && stated(service.signature);

/** A signature of so many Han characters. */
export const chinese = (length: number): string => words.repeat(Math.ceil(length / words.length)).slice(0, length);
export const english = (length: number): string => 'A'.repeat(length);

export const messageSignature = {
  /** Signatures of usual length, and of every length that is just allowed. */
  shape(parameters: object, shape: Shape) {
    const lengths = { ...usual, ...(parameters as MessageSignature) };
    const { min, max } = lengths.han;
    const own = [...[Math.max(min, Math.min(4, max)), min, max].map(chinese), english(lengths.english.max)];
    shape.signatures.push(...own);
    shape.allows.push((signature) => !isIllegal(parameters as MessageSignature, signature));
  },
  /** Too long, too short, another than agreed, without a number: whatever the obligation forbids; without a signature where it forbids nothing else. */
  spoil(parameters, message, rng, service) {
    const p = parameters as MessageSignature;
    const agreed = agreedOf(service);
    const other = agreed === chinese(4) ? chinese(5) : chinese(4);
    const signatures = [
      ...(p.han ? ['验'.repeat(p.han.max + 1)] : []),
      ...(p.han && p.han.min > 1 ? [chinese(p.han.min - 1)] : []),
      ...(p.english ? [english(p.english.max + 1)] : []),
      ...(p.as_agreed && agreed !== undefined ? [other] : []),
    ];
    if (signatures.length > 0) message.signature = rng.pick(signatures);
    else if (p.sender_number) message.port = '';
    else message.signature = '';
  },
  concerns: isSent,
  violates(parameters, message, service) {
    const p = parameters as MessageSignature;
    const agreed = agreedOf(service);
    const shown = message.signature || (agreed ?? '');
    if (p.as_agreed && agreed !== undefined && shown !== agreed) return true;
    return (p.sender_number && message.port === '') || isIllegal(p, shown);
  },
  unsure: (parameters, service) =>
    (parameters as MessageSignature).as_agreed === true && agreedOf(service) === undefined,
} satisfies MessageRule;

/** Whether a signature has not the length that is allowed. */
function isIllegal(p: MessageSignature, shown: string): boolean {
  if (shown === '') return true;
  const lengths = { ...any, ...p };
  const count = hanCount(shown);
  return count > 0 ? count < lengths.han.min || shown.length > lengths.han.max : shown.length > lengths.english.max;
}
