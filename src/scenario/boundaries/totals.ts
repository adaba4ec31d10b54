import type { Contract } from '../../contract/schema.generated.ts';
import { count, counters, statementOf } from '../../simulate/count.ts';
import { usesMessages } from '../../simulate/traffic.ts';
import { parsePeriod } from '../../time/period.ts';
import type { Records, Terms } from './draft.ts';
import { ordinary, shownMessage } from './messages.ts';

/** Months of which every day lies in the terms, as 2024-05. */
export const wholeMonths = ({ days, to }: Terms): string[] =>
  days.filter((day) => day.endsWith('-01') && parsePeriod(day.slice(0, 7)).to <= to).map((day) => day.slice(0, 7));

/** The total of a month in which so many messages of one segment were delivered, by the plain second way; null where it is not known. */
export function totalOf(contract: Contract, month: string, used: number) {
  const all = counters(contract.charges);
  for (const counter of all) {
    const one = new Map(counter.units);
    const single = { ...counter, units: new Map<string, number>() };
    count([single], contract, message(contract, month), month);
    one.set(month, used * (single.units.get(month) ?? 0));
    counter.units = one;
  }
  return { ...statementOf(all, parsePeriod(month), contract), counters: all };
}

const message = (contract: Contract, month: string) => ordinary(contract, `${month}-10 09:00:00`);

export const messages = (contract: Contract, month: string, used: number): Records =>
  usesMessages(contract)
    ? { messages: used > 0 ? [{ repeat: used, ...shownMessage(message(contract, month)) }] : [] }
    : {};

export const isKnown = (total: string | null): boolean => total !== null && total !== '0.00';

/** The models whose charges the plain way does not know. */
export const unknown = ({ contract }: Terms, month: string): string[] => {
  const alone = contract.charges.filter(
    (charge) => totalOf({ ...contract, charges: [charge] }, month, 1).total === null,
  );
  return [...new Set(alone.map(({ model }) => model))];
};
