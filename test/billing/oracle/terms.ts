import type { Charge, Contract, Sms } from '../../../src/contract/schema.generated.ts';
import { plus } from './days.ts';

type Map = Record<string, unknown>;

const isMap = (value: unknown): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an amendment changes: a thing in a list by its id (null takes it away, a new id adds it), any other by its name. */
function changed(base: unknown, change: unknown): unknown {
  if (!isMap(change) || 'blank' in change) return change;
  if (Array.isArray(base)) {
    const kept = base.flatMap((one) =>
      change[one.id] === null ? [] : [one.id in change ? changed(one, change[one.id]) : one],
    );
    const added = Object.keys(change).filter((id) => change[id] !== null && !base.some((one) => one.id === id));
    return [...kept, ...added.map((id) => ({ id, ...(change[id] as Map) }))];
  }
  const result: Map = isMap(base) && !('blank' in base) ? { ...base } : {};
  for (const key of Object.keys(change)) result[key] = changed(result[key], change[key]);
  return result;
}

const read = new WeakMap<Contract, Contract[]>();

/** The contract as it reads on a day, or as it read before the last `undone` amendments that were in force by then. */
export function termsOn(contract: Contract, day: string, undone = 0): Contract {
  const all = [...(contract.amendments ?? [])].sort((a, b) => (String(a.effective) < String(b.effective) ? -1 : 1));
  const after = all.filter((one) => String(one.effective) <= day).length - undone;
  if (after <= 0) return contract;
  const known = read.get(contract) ?? [contract];
  read.set(contract, known);
  for (let n = known.length; n <= after; n += 1) known[n] = changed(known[n - 1], all[n - 1]?.changes) as Contract;
  return known[after] as Contract;
}

/** A charge as a reading has it. */
export function readAs(charge: Charge, reading: string | undefined): Charge {
  const read = charge.readings?.find(({ id }) => id === reading);
  return read ? ({ ...charge, ...read.parameters } as Charge) : charge;
}

/** The reading that staff prefer, else the first. */
export const chosen = (charge: Charge): string | undefined => charge.prefer?.reading ?? charge.readings?.[0]?.id;

export const smsOf = (charge: Charge, contract: Contract): Sms | undefined => {
  const service = contract.services.find(({ id }) => id === charge.service);
  return service?.kind === 'sms' ? service : undefined;
};

/** What is on paper; undefined where it is blank. */
export const printed = <T>(value: T): Exclude<T, { blank: true }> | undefined =>
  isMap(value) && 'blank' in value ? undefined : (value as Exclude<T, { blank: true }>);

/** The days for which a package is paid ahead in which a day lies: the term, or a year from its first day on. */
export function quotaOf(charge: Charge, contract: Contract, day: string, year: (from: string, n: number) => string) {
  const first = printed(contract.term.from);
  const last = printed(contract.term.to);
  if (first === undefined || day < first) return undefined;
  if (charge.per === 'term' && last !== undefined && day <= last) return { from: first, to: last };
  let n = 0;
  while (year(first, n + 1) <= day) n += 1;
  return { from: year(first, n), to: plus(year(first, n + 1), -1) };
}
