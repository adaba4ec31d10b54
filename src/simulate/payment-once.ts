import type { PaymentOnce } from '../contract/schema.generated.ts';
import { stated } from '../contract/term.ts';
import { decimal, yuan } from '../money.ts';
import { deadline, type Limit } from '../time/clock.ts';
import { addDays } from '../time/day.ts';
import { addSeconds } from '../time/instant.ts';
import {
  type Case,
  judgeCases,
  known,
  nextId,
  notTriggered,
  rngOf,
  rows,
  type Simulator,
  type World,
} from './world.ts';

const dayFrom = (parameters: object): string => stated((parameters as PaymentOnce).from) ?? '';

const dueOf = (parameters: object, { calendar }: World): string | undefined =>
  deadline(`${dayFrom(parameters)} 00:00:00`, (parameters as PaymentOnce).limit as Limit, calendar);

const billOf = (parameters: object): string => `B-${dayFrom(parameters)}`;

const amountOf = (parameters: object): string => yuan(decimal((parameters as PaymentOnce).amount));

/** One sum, paid within a time of a day, for a bill of just that sum. */
export const paymentOnce: Simulator = {
  openings: (parameters, _duty, world) =>
    world.months.map(({ label }) => label).filter((label) => dayFrom(parameters).startsWith(label)),
  generate(duties, world) {
    const payments = rows(world, 'payments');
    for (const { obligation, readings, broken } of duties) {
      const [p = {}] = readings;
      const dues = readings.flatMap((one) => dueOf(one, world) ?? []).sort();
      const [first, last] = [dues[0], dues.at(-1)];
      if (first === undefined || last === undefined) continue;
      const rng = rngOf(world, obligation.id);
      const early = `${addDays(dayFrom(p), rng.int(1, 5))} 14:00:00`;
      const paid_at = broken === undefined ? (early < first ? early : first) : addSeconds(last, 1);
      payments.push({ id: nextId('P', payments), bill_id: billOf(p), paid_at, amount: amountOf(p) });
    }
  },
  judge(parameters, _duty, { label }, world) {
    if (!dayFrom(parameters).startsWith(label)) return notTriggered;
    const paid = known(world, 'payments').find(
      ({ bill_id, amount }) => bill_id === billOf(parameters) && amount === amountOf(parameters),
    );
    const one: Case = { table: 'payments', id: '', due: dueOf(parameters, world), done: paid && String(paid.paid_at) };
    return judgeCases([one], world.asOf);
  },
};
