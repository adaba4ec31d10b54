import type { Charge } from '../../contract/schema.generated.ts';
import type { Units } from '../usage/units.ts';
import type { Variant } from '../usage/variant.ts';
import type { Choice } from './free-months.ts';
import type { Rated } from './models/line.ts';
import type { Days, Run, Stretch } from './stretches.ts';

/** A charge under one reading for as long as its terms stand, and what it comes to. */
export interface Priced extends Variant {
  chosen: boolean;
  stretches: readonly PricedStretch[];
}

export interface PricedStretch extends Stretch {
  /** undefined: nothing is counted, or no records of that kind were supplied. */
  units: Units | undefined;
  /** Whether there is any row of these days; undefined likewise. */
  seen: boolean | undefined;
  rated: readonly Rated[];
}

/** What a price is made for, besides the records: which days, and what is chosen or supposed. */
export interface Order {
  /** Months and days to be priced; statements may be made for any of them that lie between cuts. */
  days: Days;
  /** Further days at which stretches begin. */
  cuts?: readonly string[];
  /** The free months that were chosen, by charge and month. */
  free?: readonly Choice[];
  /** Rows with the same id count once. */
  distinct?: boolean;
  /** Hours by which the days begin late. */
  shift?: number;
  /** Units counted elsewhere, which are priced instead of those of the records; undefined where nothing is counted. */
  counts?: (variant: Variant, stretch: Stretch) => Units | undefined;
  /** What would be owed if it were so: other terms, and another way to count a charge as it is read. Only chosen readings are priced. */
  as?: { terms: (run: Run) => Run; counted: (charge: Charge) => Charge };
}

/** The lines of a statement for some days, under the chosen readings, by month. */
export const linesOf = (all: readonly Priced[], days: Days): Rated[] =>
  all
    .filter(({ chosen }) => chosen)
    .flatMap((one) => ratedIn(one, days))
    .sort((a, b) => (a.line.month < b.line.month ? -1 : a.line.month > b.line.month ? 1 : 0));

/** The lines of one charge under one reading for some days. */
export const ratedIn = ({ stretches }: Priced, { from, to }: Days): Rated[] =>
  stretches.filter((one) => one.from >= from && one.to <= to).flatMap(({ rated }) => rated);
