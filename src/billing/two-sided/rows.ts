import type { Records } from '../../records/open.ts';
import { ident, literal } from '../../records/sql.ts';
import { nextDay } from '../../time/day.ts';
import type { Priced } from '../rating/priced.ts';
import { isCharged } from '../rating/rate.ts';
import { cutsOf, type Days } from '../rating/stretches.ts';
import { type Bound, isAsked, stretchAt } from '../usage/asked.ts';
import { callUnits } from '../usage/minutes.ts';
import { atLeastOne, isCounted, messageUnits, type RowUnits } from '../usage/units.ts';
import type { Compared } from './result.ts';

/** The columns of each table that are compared or shown, besides those that tell which rows are the same. */
export const shape = {
  messages: { time: 'sent_at', compared: ['status', 'direction'], shown: ['id', 'sent_at', 'recipient'] },
  calls: { time: 'started_at', compared: ['direction'], shown: ['id', 'started_at', 'caller', 'callee', 'seconds'] },
} as const;

/** What the statements on one table have in common. */
export interface Asking {
  table: Compared;
  by: readonly string[];
  /** Inclusive Beijing days, and the last instant, in Beijing time, that is known. */
  from: string;
  to: string;
  asOf: string;
  /** The charges counted by the table, under their chosen readings, with their stretches. */
  priced: readonly Priced[];
}

/** The charges that a table is asked about, each once. */
export const chargesOf = ({ priced }: Pick<Asking, 'priced'>): string[] => [
  ...new Set(priced.map(({ charge }) => charge.id)),
];

/** The columns of a key, and those in which rows of one key are compared. */
export const keysOf = ({ by }: Pick<Asking, 'by'>): string[] => by.map((_, i) => `k${i}`);
export const valuesOf = (asking: Asking): string[] => [
  'stretch',
  ...shape[asking.table].compared,
  ...chargesOf(asking).flatMap((_, i) => [`low${i}`, `high${i}`]),
];

/**
 * One side's rows of the period as a query: the columns of the key as k0, k1 …, the settlement stretch, what is compared,
 * and the units that each charge counts (low0, high0 …; a high of null has no bound), by the terms of that stretch.
 * `only`: a condition on the rows, called `each`; `join`: what they are joined with; `more`: further columns.
 */
export function rowsOf(
  asking: Asking,
  side: 'ours' | 'theirs',
  { supplied }: Pick<Records, 'supplied'>,
  bound: Bound,
  { only = 'true', join = '', more = [] }: { only?: string; join?: string; more?: readonly string[] },
): string {
  const { table, by, priced } = asking;
  const { time, compared } = shape[table];
  const units = chargesOf(asking).map((id, i) => {
    const own = priced.filter(({ charge }) => charge.id === id);
    const unitsBy = (which: 'low' | 'high') => `${unitsOf(own, which, supplied, bound)} as ${which}${i}`;
    // Texts are counted once where the fewest units follow from the most.
    const follows = own.every((one) => {
      const { low, high } = rowUnits(one, supplied, bound);
      return low === high || low === atLeastOne(high);
    });
    const computed = follows ? [unitsBy('high')] : [unitsBy('low'), unitsBy('high')];
    return { computed, told: [follows ? `${atLeastOne(`high${i}`)} as low${i}` : `low${i}`, `high${i}`] };
  });
  const computed = [
    `${side === 'ours'} as ours`,
    ...by.map((name, i) => `${ident(name)} as k${i}`),
    `${stretchAt(time, cutsOf(priced), bound)} as stretch`,
    ...[...compared, ...more],
    ...units.flatMap((one) => one.computed),
  ];
  const told = ['ours', ...keysOf({ by }), 'stretch', ...compared, ...more, ...units.flatMap((one) => one.told)];
  const from = side === 'ours' ? table : `theirs.${table}`;
  const rows = `select each.* from ${from} as each ${join} where ${isAsked(time, time, asking, bound)} and ${only}`;
  return `select ${told.join(', ')} from (select ${computed.join(', ')} from (${rows}))`;
}

/** The units that a charge counts of a row, each stretch by the terms that then stand; none where it is not charged. */
function unitsOf(own: readonly Priced[], which: 'low' | 'high', supplied: Records['supplied'], bound: Bound): string {
  const whens = own.flatMap((one) => {
    const row = rowUnits(one, supplied, bound);
    return chargedDays(one).map(
      ({ from, to }) =>
        `when stretch >= ${literal(from)}::date and stretch <= ${literal(to)}::date and ${row.counts} then (${row[which]})::bigint`,
    );
  });
  return whens.length === 0 ? '0::bigint' : `case ${whens.join(' ')} else 0 end`;
}

/** The days on which a charge is due, those without a gap together. */
function chargedDays({ charge, stretches }: Priced): Days[] {
  const days: Days[] = [];
  for (const { from, to } of stretches.filter((stretch) => isCharged(charge, stretch))) {
    const last = days.at(-1);
    if (last && nextDay(last.to) === from) last.to = to;
    else days.push({ from, to });
  }
  return days;
}

function rowUnits({ charge, contract }: Priced, supplied: Records['supplied'], bound: Bound): RowUnits {
  if (charge.model === 'per-minute') return callUnits(charge, bound);
  if (!isCounted(charge)) throw new Error(`${charge.id} counts nothing`);
  return messageUnits({ charge, contract }, bound, supplied.messages_signature === true);
}
