import type { Contract } from '../../contract/schema.generated.ts';
import { effectiveDay, inOrder, versionsWithin } from '../../contract/versions.ts';
import { addDays, earliest, latest, nextDay } from '../../time/day.ts';
import { openLine, unitOf } from './models/line.ts';
import type { Priced } from './priced.ts';
import { type Days, type Run, runsOf, stretchesOf } from './stretches.ts';

/**
 * The days on which a service has no charge in force between two on which it has: what was used then has no price, and
 * is not billed. One undetermined line a month.
 */
export function gaps(contract: Contract, days: Days, cuts: readonly string[]): Priced[] {
  const effects = inOrder(contract).map((one) => effectiveDay(one, contract));
  if (effects.length === 0) return [];
  const [first = days.from] = effects;
  const reach = { from: earliest(days.from, addDays(first, -1)), to: latest(days.to, ...effects) };
  const runs = runsOf(versionsWithin(contract, reach));
  const services = [...new Set(runs.map(({ charge }) => charge.service))];
  return services.flatMap((service) => {
    const own = runs.filter(({ charge }) => charge.service === service).sort((a, b) => (a.from < b.from ? -1 : 1));
    const found: Priced[] = [];
    let last = own[0];
    for (const run of own) {
      if (last && run.from > nextDay(last.to)) found.push(gap(last, addDays(run.from, -1), days, cuts));
      if (!last || run.to > last.to) last = run;
    }
    return found;
  });
}

const none = {
  zh: '这些日子没有生效的价格：前一项已取消，后一项尚未开始，不计费',
  en: 'No price is in force on these days: the one before has ended, the next has not begun; nothing is billed',
};

function gap({ charge, contract, to }: Run, until: string, days: Days, cuts: readonly string[]): Priced {
  const open = { from: latest(nextDay(to), days.from), to: earliest(until, days.to) };
  const own = open.from > open.to ? [] : stretchesOf(open, cuts, contract);
  const stretches = own.map((one) => ({
    ...one,
    units: undefined,
    seen: undefined,
    rated: [openLine(charge, one, unitOf(charge), undefined, none)],
  }));
  return { charge, contract, reading: undefined, chosen: true, stretches };
}
