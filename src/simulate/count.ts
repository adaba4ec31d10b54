import type { Charge, Contract } from '../contract/schema.generated.ts';
import { add, type Decimal, decimal, multiply, round, yuan, zero } from '../money.ts';
import { type Period, periodsWithin } from '../time/period.ts';
import type { Message } from './messages.ts';

/** A charge under one of its readings, and the units counted of it by month (`2024-05`). */
export interface Counter {
  charge: Charge;
  reading: string | undefined;
  /** This is the reading that makes the total. */
  chosen: boolean;
  units: Map<string, number>;
}

export function counters(charges: readonly Charge[]): Counter[] {
  return charges.flatMap((charge): Counter[] => {
    if (!charge.readings) return [{ charge, reading: undefined, chosen: true, units: new Map() }];
    const preferred = charge.prefer?.reading ?? charge.readings[0]?.id;
    return charge.readings.map(({ id, parameters }) => ({
      charge: { ...charge, ...parameters },
      reading: id,
      chosen: id === preferred,
      units: new Map(),
    }));
  });
}

/** Counts one message of a month: a plain second way to the figures that the engine computes in SQL. */
export function count(all: readonly Counter[], contract: Contract, message: Message, month: string): void {
  for (const { charge, units } of all) {
    const { direction, statuses } = charge.counts;
    if (message.direction !== direction || !statuses.includes(message.status)) continue;
    units.set(month, (units.get(month) ?? 0) + (charge.unit === 'message' ? 1 : segments(charge, contract, message)));
  }
}

function segments(charge: Charge, { services }: Contract, message: Message): number {
  const service = services.find(({ id }) => id === charge.service);
  if (!service) throw new Error(`no service ${charge.service}`);
  const stated = typeof service.signature === 'string' ? service.signature : '';
  const { length } = message.signature || stated;
  const characters = message.content.length + (length > 0 ? length + service.segments.brackets : 0);
  return Math.max(1, Math.ceil(characters / service.segments.size));
}

/** What a charge costs for the months of a period that the term touches. */
export function amountOf({ charge, units }: Counter, period: Period, { term, settlement }: Contract): Decimal {
  const months = periodsWithin(period, 'month').filter(({ from, to }) => to >= term.from && from <= term.to);
  return months.reduce((total, { label }) => {
    const beyond = Math.max(0, (units.get(label) ?? 0) - charge.included);
    const overage = round(multiply(decimal(beyond), decimal(charge.price)), settlement.rounding.digits);
    return add(total, add(round(decimal(charge.fee), settlement.rounding.digits), overage));
  }, zero);
}

/** The total of a period, and the total under each reading of each charge. */
export function statementOf(all: readonly Counter[], period: Period, contract: Contract) {
  const total = (counted: readonly Counter[]) =>
    yuan(counted.reduce((sum, counter) => add(sum, amountOf(counter, period, contract)), zero));
  const chosen = all.filter((counter) => counter.chosen);
  const readings = all.flatMap((counter) => {
    const others = chosen.filter(({ charge }) => charge.id !== counter.charge.id);
    return counter.reading === undefined ? [] : [[counter.reading, total([...others, counter])] as const];
  });
  return { total: total(chosen), readings: Object.fromEntries(readings) };
}
