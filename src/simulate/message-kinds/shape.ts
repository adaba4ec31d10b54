import type { Contract, Sms } from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import { share } from '../lists.ts';

/** What obligations ask of all messages, put together before any is made. */
export interface Shape {
  /** Categories that obligations speak of. */
  categories: Set<string>;
  /** Categories that may occur; undefined: any. */
  only: ReadonlySet<string> | undefined;
  /** Times of day in which all messages, or those of some categories, may go: the first and the last instant. */
  windows: { categories: readonly string[]; from: string; to: string }[];
  /** What messages of some categories end with: one of each list. */
  endings: { categories: readonly string[]; endings: readonly string[] }[];
  /** Digits after the contract's port, of categories that have a port of their own. */
  ports: Map<string, string>;
  /** Lists on which recipients must be. */
  lists: { categories: readonly string[]; list: string }[];
  /** Signatures that some obligation names, the usual one first, and what each obligation allows. */
  signatures: string[];
  allows: ((signature: string) => boolean)[];
}

export const blankShape = (): Shape => ({
  ...{ categories: new Set(), only: undefined, windows: [], endings: [], ports: new Map(), lists: [] },
  ...{ signatures: [], allows: [] },
});

/** One class of messages: its hours of the day, from the first up to the second, its port, and how it ends. */
export interface Lane {
  category: string;
  hours: readonly [from: number, to: number];
  port: string;
  ending: string;
  /** Recipients are every so many of the people. */
  stride: number;
}

/** The port of a contract's messages. */
export function mainPort({ services }: Contract): string {
  const service = services.find((one) => one.kind === 'sms');
  return (service && 'access_code' in service && stated(service.access_code)) || '106900000000';
}

/** What messages there are; the usual class is the first. */
export function lanesOf(shape: Shape, contract: Contract): Lane[] {
  const usual = shape.only && !shape.only.has('verification') ? [...shape.only].slice(0, 1) : ['verification'];
  const named = [...shape.categories].filter((one) => shape.only?.has(one) ?? true);
  return [...new Set([...usual, ...named])].map((category) => {
    const about = <T extends { categories: readonly string[] }>(list: readonly T[]): T[] =>
      list.filter(({ categories }) => categories.length === 0 || categories.includes(category));
    const windows = about(shape.windows);
    const [ending = [], ...others] = about(shape.endings).map(({ endings }) => endings);
    // Only who types a code asks for messages at night.
    const [first, last] = usual.includes(category) ? [0, 24] : [8, 21];
    return {
      category,
      hours: [
        Math.max(first, ...windows.map(({ from }) => Math.ceil(hour(from)))),
        Math.min(last, ...windows.map(({ to }) => Math.floor(hour(to)))),
      ],
      port: `${mainPort(contract)}${shape.ports.get(category) ?? ''}`,
      ending: ending.find((one) => others.every((list) => list.includes(one))) ?? ending[0] ?? '',
      stride: Math.max(1, ...about(shape.lists).map(({ list }) => share(list))),
    };
  });
}

const hour = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;

/** The signature that the contract states, else some that break no obligation. */
export function signaturesFor({ signatures, allows }: Shape, service: Sms): readonly string[] {
  if (typeof service.signature === 'string') return [service.signature];
  const legal = signatures.filter((signature) => allows.every((allow) => allow(signature)));
  return legal.length > 0 ? legal : ['通知服务'];
}
