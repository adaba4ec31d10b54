import { addDays, nextDay } from '../../time/day.ts';
import { openLine } from './models/line.ts';
import type { Priced } from './price.ts';
import { type Days, type Run, stretchesOf } from './stretches.ts';

/**
 * The days on which a service has no charge in force between two on which it has: what was used then has no price, and
 * is not billed. One undetermined line a month.
 */
export function gaps(runs: readonly Run[], days: Days): Priced[] {
  const services = [...new Set(runs.map(({ charge }) => charge.service))];
  return services.flatMap((service) => {
    const own = runs.filter(({ charge }) => charge.service === service).sort((a, b) => (a.from < b.from ? -1 : 1));
    const found: Priced[] = [];
    let last = own[0];
    for (const run of own) {
      if (last && run.from > nextDay(last.to)) found.push(gap(last, addDays(run.from, -1), days));
      if (!last || run.to > last.to) last = run;
    }
    return found;
  });
}

const none = {
  zh: '这些日子没有生效的价格：前一项已取消，后一项尚未开始，不计费',
  en: 'No price is in force on these days: the one before has ended, the next has not begun; nothing is billed',
};

function gap({ charge, contract, to }: Run, until: string, days: Days): Priced {
  const stretches = stretchesOf({ from: nextDay(to), to: until }, [], contract)
    .filter((one) => one.from >= days.from && one.to <= days.to)
    .map((one) => ({
      ...one,
      units: undefined,
      seen: undefined,
      rated: [openLine(charge, one, charge.model, undefined, none)],
    }));
  return { charge, contract, reading: undefined, chosen: true, stretches };
}
