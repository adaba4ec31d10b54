import type { CapNotice } from '../contract/schema.generated.ts';
import { add, decimal, subtract, zero } from '../money.ts';
import { deadline, type Limit } from '../time/clock.ts';
import { addSeconds, secondsBetween } from '../time/instant.ts';
import { formsOf, otherParty } from './notices.ts';
import {
  type Bill,
  type Case,
  type Duty,
  judgeCases,
  known,
  nextId,
  rngOf,
  rows,
  type Simulator,
  type World,
} from './world.ts';

const topic = 'cap-approaching';

/** The bills by which the bills of their cycle, in the order of sending, came to the threshold. */
function reaching(parameters: object, { bills }: World): Bill[] {
  const threshold = decimal(String((parameters as CapNotice).threshold));
  const isThere = (sum: typeof zero) => subtract(sum, threshold).units >= 0n;
  const sums = new Map<string, typeof zero>();
  return bills
    .toSorted((a, b) => (a.row.sent_at < b.row.sent_at ? -1 : 1))
    .filter(({ cycle, row }) => {
      const before = sums.get(cycle) ?? zero;
      const after = add(before, decimal(row.total));
      sums.set(cycle, after);
      return isThere(after) && !isThere(before);
    });
}

const dueOf = (parameters: object, { row }: Bill, { calendar }: World): string | undefined =>
  deadline(row.sent_at, (parameters as CapNotice).limit as Limit, calendar);

function warnedAt(parameters: object, { obligation }: Duty, world: World): string | undefined {
  const forms = formsOf(parameters, obligation, world);
  const own = known(world, 'notices').filter(
    (one) => one.topic === topic && one.from === obligation.bearer && forms.includes(String(one.method)),
  );
  return own.map(({ sent_at }) => String(sent_at)).sort()[0];
}

/** Notice that the charges near the cap. */
export const capNotice: Simulator = {
  /** Before the bills are filled in nobody knows when they come to the threshold: any month that has one. */
  openings: (_parameters, _duty, { bills, months }) =>
    months.map(({ label }) => label).filter((label) => bills.some(({ row }) => row.sent_at.startsWith(label))),
  generate(duties, world) {
    const notices = rows(world, 'notices');
    for (const duty of duties) {
      const [p = {}] = duty.readings;
      const [bill] = reaching(p, world);
      const due = bill && dueOf(p, bill, world);
      const [method] = formsOf(p, duty.obligation, world);
      if (!bill || due === undefined || method === undefined) continue;
      const rng = rngOf(world, duty.obligation.id);
      const { sent_at } = bill.row;
      const usual = addSeconds(sent_at, Math.floor((secondsBetween(sent_at, due) * rng.int(10, 80)) / 100));
      const at = duty.broken === sent_at.slice(0, 7) ? addSeconds(due, 1) : usual;
      const from = duty.obligation.bearer;
      const parties = { from, to: otherParty(from) };
      notices.push({ id: nextId('N', notices), topic, ...parties, sent_at: at, method, destination: null, ref: null });
    }
  },
  judge(parameters, duty, { label }, world) {
    const cases = reaching(parameters, world)
      .filter(({ row }) => row.sent_at.startsWith(label))
      .map(
        (bill): Case => ({
          ...{ table: 'bills', id: bill.row.id, due: dueOf(parameters, bill, world) },
          done: warnedAt(parameters, duty, world),
        }),
      );
    return judgeCases(cases, world.asOf);
  },
  settled: () => ({ cycle: 'month' }),
};
