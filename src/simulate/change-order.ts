import type { ChangeOrder } from '../contract/schema.generated.ts';
import { daysFromTo } from '../time/day.ts';
import { officeTime } from './random.ts';
import { during, judgeRows, type Month, nextId, rngOf, rows, type Simulator } from './world.ts';

const dayOfMonth = (instant: string): number => Number(instant.slice(8, 10));

const days = ({ from, to }: Month, { by_day }: ChangeOrder, late: boolean): string[] =>
  daysFromTo(from, to).filter((day) => dayOfMonth(day) > by_day === late);

/** Orders to change a service, filed by a day of the month. */
export const changeOrder: Simulator = {
  openings: (parameters, _duty, { months }) =>
    months.filter((month) => days(month, parameters as ChangeOrder, true).length > 0).map(({ label }) => label),
  begin(duties, world) {
    const events = rows(world, 'events');
    for (const { obligation, readings, broken } of duties) {
      const rng = rngOf(world, obligation.id);
      for (const month of world.months) {
        const late = broken === month.label;
        const possible = (readings as ChangeOrder[]).map((p) => days(month, p, late));
        const all = (possible[0] ?? []).filter((day) => possible.every((list) => list.includes(day)));
        if ((!rng.chance(40) && !late) || all.length === 0) continue;
        const party = obligation.bearer === 'both' ? 'customer' : obligation.bearer;
        const order = { id: nextId('E', events), type: 'change-order', party };
        events.push({ ...order, occurred_at: officeTime(rng.pick(all), rng) });
      }
    }
  },
  judge(parameters, { obligation }, month, world) {
    const { by_day } = parameters as ChangeOrder;
    const mine = during(world, 'events', 'occurred_at', month).filter(
      ({ type, party }) => type === 'change-order' && (party ?? obligation.bearer) === obligation.bearer,
    );
    const late = mine.filter(({ occurred_at }) => {
      const at = String(occurred_at);
      // The last day ends at 24:00, which is the next day's first instant.
      return dayOfMonth(at) > by_day && !(dayOfMonth(at) === by_day + 1 && at.endsWith(' 00:00:00'));
    });
    return judgeRows('events', mine, late);
  },
};
