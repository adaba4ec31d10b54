import { add, compare, type Decimal, subtract, yuan } from '../../money.ts';
import type { ReadingTotal, Statement } from '../statement.ts';
import type { Rated } from './models/line.ts';
import { type Priced, ratedIn } from './priced.ts';
import { sum } from './rate.ts';
import type { Days } from './stretches.ts';

/**
 * What a statement comes to with one charge read otherwise and the rest as chosen, for every reading of every charge;
 * and the least and the most that all readings together can come to.
 */
export function readTotals(
  all: readonly Priced[],
  days: Days,
  lines: readonly Rated[],
): Pick<Statement, 'readings' | 'range' | 'spread'> {
  const ruling = all.filter(({ stretches }) => stretches.some(({ from, to }) => to >= days.from && from <= days.to));
  const named = ruling.flatMap(({ charge, reading }) => (reading ? [{ charge, reading }] : []));
  const distinct = named.filter(
    (one, i) => named.findIndex((two) => two.charge.id === one.charge.id && two.reading.id === one.reading.id) === i,
  );
  const read = distinct.map(({ charge, reading }) => {
    const own = all.filter((one) => one.charge.id === charge.id && readAs(one, reading.id, all));
    // What was bought beside a package is no matter of how the package is read.
    const others = sum(lines.filter(({ line }) => line.charge !== charge.id || line.unit === 'top-up'));
    const amount = sum(own.flatMap((one) => ratedIn(one, days)));
    const exact = others && amount ? add(others, amount) : undefined;
    const chosen = own.every((one) => one.chosen);
    const reason = chosen && charge.prefer ? charge.prefer.reason : null;
    return { id: reading.id, charge: charge.id, means: reading.means, chosen, reason, exact };
  });
  const readings = read.map(({ exact, ...one }): ReadingTotal => ({ ...one, total: exact ? yuan(exact) : null }));
  return { readings, ...spread(read) };
}

/** Whether this is how its version of the charge is read under the reading: by that one where it knows it, else as chosen. */
function readAs(one: Priced, id: string, all: readonly Priced[]): boolean {
  const knows = all.some(
    ({ charge, contract, reading }) => contract === one.contract && charge.id === one.charge.id && reading?.id === id,
  );
  return knows ? one.reading?.id === id : one.chosen;
}

type Read = { charge: string; chosen: boolean; exact: Decimal | undefined };

/** Each charge may be read in its own way: the extremes are those of all charges together. */
function spread(read: readonly Read[]): Pick<Statement, 'range' | 'spread'> {
  const base = read.find(({ chosen }) => chosen)?.exact;
  if (!base || read.some(({ exact }) => exact === undefined)) return { range: null, spread: null };
  let [least, most] = [base, base];
  for (const charge of new Set(read.map((one) => one.charge))) {
    const own = read.flatMap((one) => (one.charge === charge && one.exact ? [subtract(one.exact, base)] : []));
    const sorted = own.toSorted(compare);
    least = add(least, sorted[0] ?? subtract(base, base));
    most = add(most, sorted.at(-1) ?? subtract(base, base));
  }
  return { range: { least: yuan(least), most: yuan(most) }, spread: yuan(subtract(most, least)) };
}
