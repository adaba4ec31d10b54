import { isCounted } from '../billing/usage/units.ts';
import type { Charge, Contract } from '../contract/schema.generated.ts';
import { inForce, stated } from '../contract/term.ts';
import { add, type Decimal, decimal, multiply, round, yuan, zero } from '../money.ts';
import { type Period, periodsWithin } from '../time/period.ts';
import type { FreeMonths } from './free-months.ts';
import type { Message } from './messages.ts';
import type { Month, Row } from './world.ts';

/** A charge under one of its readings, and the units counted of it by month (`2024-05`). */
export interface Counter {
  charge: Charge;
  reading: string | undefined;
  /** This is the reading that makes the total. */
  chosen: boolean;
  units: Map<string, number>;
  /** Minutes of calls by month; undefined: nobody counted them. */
  minutes?: ReadonlyMap<string, number>;
}

export function counters(charges: readonly Charge[]): Counter[] {
  return charges.flatMap((charge): Counter[] => {
    if (!charge.readings) return [{ charge, reading: undefined, chosen: true, units: new Map() }];
    const preferred = charge.prefer?.reading ?? charge.readings[0]?.id;
    return charge.readings.map(({ id, parameters }) => ({
      charge: { ...charge, ...parameters } as Charge,
      reading: id,
      chosen: id === preferred,
      units: new Map(),
    }));
  });
}

/** Counts one message of a month: a plain second way to the figures that the engine computes in SQL. */
export function count(all: readonly Counter[], contract: Contract, message: Message, month: string): void {
  for (const { charge, units } of all) {
    if (!isCounted(charge)) continue;
    const { direction, statuses } = charge.counts;
    if (direction !== 'both' && message.direction !== direction) continue;
    if (!statuses.includes(message.status)) continue;
    units.set(month, (units.get(month) ?? 0) + (charge.unit === 'message' ? 1 : segments(charge, contract, message)));
  }
}

/** Counts the minutes of the calls of each month, in the months that there are; a started minute counts in full. */
export function countCalls(all: readonly Counter[], calls: readonly Row[], months: readonly Month[]): void {
  for (const counter of all) {
    const { charge } = counter;
    if (charge.model !== 'per-minute') continue;
    const minutes = new Map<string, number>();
    counter.minutes = minutes;
    for (const { label } of months) {
      const seconds = calls
        .filter((call) => call.direction === charge.counts.direction && String(call.started_at).startsWith(label))
        .map((call) => Number(call.seconds));
      const whole = charge.rounding === 'call' ? seconds.map((n) => 60 * Math.ceil(n / 60)) : seconds;
      minutes.set(label, Math.ceil(whole.reduce((sum, n) => sum + n, 0) / 60));
    }
  }
}

/** NaN where the paper has no rule for cutting: there is no such number. */
function segments(charge: Charge, { services }: Contract, message: Message): number {
  const service = services.find(({ id }) => id === charge.service);
  if (service?.kind !== 'sms') throw new Error(`no SMS service ${charge.service}`);
  const rule = stated(service.segments);
  if (!rule) return Number.NaN;
  const { length } = message.signature || (stated(service.signature) ?? '');
  const characters = message.content.length + (length > 0 ? length + rule.brackets : 0);
  return Math.max(1, Math.ceil(characters / rule.size));
}

/** What a charge costs for the months of a period that the term touches; undefined where that is not known here. */
export function amountOf(
  { charge, units, minutes }: Counter,
  period: Period,
  contract: Contract,
  free: FreeMonths = new Set(),
): Decimal | undefined {
  const term = inForce(contract);
  const { digits } = contract.settlement.rounding;
  let total = zero;
  for (const { label, from, to } of periodsWithin(period, 'month')) {
    // Nobody counted calls, which is not the same as that there was none.
    if (charge.model === 'per-minute' && !minutes?.has(label)) return undefined;
    if (to < term.from || from > term.to || !isDue(charge, label, to) || free.has(`${charge.id} ${label}`)) continue;
    const exact = monthly(charge, (minutes ?? units).get(label), { from, to }, stated(contract.term.from));
    if (!exact) return undefined;
    total = exact.reduce((sum, amount) => add(sum, round(amount, digits)), total);
  }
  return total;
}

const isDue = ({ from, months }: Charge, label: string, to: string): boolean =>
  (from === undefined || from <= to) && (months === undefined || months.includes(Number(label.slice(5))));

/** The amounts of one month before rounding, one a line; undefined where this kind of charge is not simulated. */
function monthly(charge: Charge, counted: number | undefined, month: Omit<Month, 'label'>, start: string | undefined) {
  const used = counted ?? 0;
  if (Number.isNaN(used)) return undefined;
  if (charge.model === 'per-minute') return [multiply(decimal(used), decimal(charge.price))];
  if (charge.model === 'package') {
    const beyond = charge.overage === 'stop' ? 0 : Math.max(0, used - charge.included);
    return [decimal(charge.fee), multiply(decimal(beyond), decimal(charge.price))];
  }
  if (charge.model === 'per-unit') return [multiply(decimal(used), decimal(charge.price))];
  if (charge.model !== 'fixed') return undefined;
  const due = charge.from ?? start;
  const once = due !== undefined && due >= month.from && due <= month.to;
  return charge.per === 'month' || once ? [decimal(charge.fee)] : [];
}

/** The total of a period, and the total under each reading of each charge; null where the simulation does not know it. */
export function statementOf(all: readonly Counter[], period: Period, contract: Contract, free: FreeMonths = new Set()) {
  const total = (counted: readonly Counter[]): string | null => {
    const amounts = counted.map((counter) => amountOf(counter, period, contract, free));
    const sum = amounts.reduce((a, b) => (a && b ? add(a, b) : undefined), zero);
    return sum ? yuan(sum) : null;
  };
  const chosen = all.filter((counter) => counter.chosen);
  const readings = all.flatMap((counter) => {
    const others = chosen.filter(({ charge }) => charge.id !== counter.charge.id);
    return counter.reading === undefined ? [] : [[counter.reading, total([...others, counter])] as const];
  });
  return { total: total(chosen), readings: Object.fromEntries(readings) };
}
