import { versionsWithin } from '../../contract/versions.ts';
import type { Inputs } from '../../rules/inputs.ts';
import { countMinutes } from '../usage/minutes.ts';
import { countUnits, isCounted, noUnits, plus, type Units } from '../usage/units.ts';
import { isChosen, readings, type Variant } from '../usage/variant.ts';
import { type Conflict, conflicts } from './conflicts.ts';
import type { Choice } from './free-months.ts';
import { gaps } from './gaps.ts';
import { openLine, type Rated } from './models/line.ts';
import { quotaStarts } from './models/prepaid.ts';
import { rate } from './rate.ts';
import { cutsOf, type Days, type Run, runsOf, type Stretch, stretchesOf } from './stretches.ts';

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
  /** Another way to read a charge: what would be owed if it were so. Only chosen readings are priced. */
  as?: (run: Run) => Run;
}

/**
 * Every charge under every reading, priced for the months within the term (or what the cuts leave of them), each
 * stretch under the terms in force on its days. Orders that cut and count rows alike share one scan of the messages and
 * one of the calls.
 */
export async function price(input: Inputs, orders: readonly Order[]): Promise<Priced[][]> {
  const alike = new Map<string, number[]>();
  orders.forEach(({ days, distinct = false, shift = 0 }, i) => {
    const key = JSON.stringify([days.from, days.to, distinct, shift]);
    alike.set(key, [...(alike.get(key) ?? []), i]);
  });
  const found: Priced[][] = orders.map(() => []);
  for (const indexes of alike.values()) {
    const priced = await together(
      input,
      indexes.flatMap((i) => orders[i] ?? []),
    );
    indexes.forEach((index, i) => {
      found[index] = priced[i] ?? [];
    });
  }
  return found;
}

/** One variant of an order, for as long as its terms stand. */
interface Part {
  order: Order;
  variant: Variant;
  stretches: readonly Stretch[];
}

async function together(input: Inputs, orders: readonly Order[]): Promise<Priced[][]> {
  const { loaded, records, asOf } = input;
  const [{ days, distinct = false, shift = 0 }] = orders as [Order];
  const base = runsOf(versionsWithin(loaded.contract, days));
  const parts = orders.map((order) => partsOf(base, order, asOf));
  const all = parts.flat();
  const asked = { from: days.from, to: days.to, asOf, distinct, shift, cuts: cutsOf(all) };
  const counted = all.map(({ variant }) => variant);
  const scan = orders.some(({ counts }) => !counts);
  const has = (table: string) => scan && (records.tables.get(table)?.present ?? false);
  const messages = has('messages') ? await countUnits(records, counted, asked) : undefined;
  const minutes = has('calls') ? await countMinutes(records, counted, asked) : undefined;
  const disputed = conflicts(loaded.contract);
  return parts.map((own) => [
    ...own.map((part) => {
      const { counts } = part.order;
      if (counts) return rated(part, (stretch) => given(counts(part.variant, stretch)), disputed);
      const table =
        part.variant.charge.model === 'per-minute' ? minutes : isCounted(part.variant.charge) ? messages : undefined;
      return rated(part, table && ((stretch) => unitsIn(table, all.indexOf(part), stretch)), disputed);
    }),
    ...gaps(base, days),
  ]);
}

/** What begins after as-of is not owed yet. */
function partsOf(base: readonly Run[], order: Order, asOf: string): Part[] {
  const { as, cuts = [] } = order;
  return base.map(as ?? ((run) => run)).flatMap((run) => {
    const read = readings(run.charge, run.contract).filter((variant) => !as || isChosen(variant));
    return read.map((variant) => {
      const stretches = stretchesOf(run, [...cuts, ...startsOf(variant)], run.contract);
      return { order, variant, stretches: stretches.filter(({ from }) => from <= asOf) };
    });
  });
}

type Count = (stretch: Stretch) => { units: Units; seen: boolean } | undefined;

const given = (units: Units | undefined): ReturnType<Count> => units && { units, seen: true };

function rated({ order, variant, stretches }: Part, count: Count | undefined, disputed: readonly Conflict[]): Priced {
  const { charge } = variant;
  const own = stretches.map((stretch): PricedStretch => {
    const counted = count?.(stretch);
    const conflict = disputed.find(({ id, from }) => id === charge.id && from <= stretch.to);
    const choice = order.free?.find((one) => one.charge === charge.id && one.month === stretch.label);
    const lines = conflict
      ? [openLine(charge, stretch, charge.model, undefined, conflict.reason)]
      : rate(variant, stretch, counted?.units, choice);
    return { ...stretch, units: counted?.units, seen: counted?.seen, rated: lines };
  });
  return { ...variant, chosen: isChosen(variant), stretches: own };
}

/** The units of a stretch, and whether any row falls in it. */
function unitsIn(counts: ReadonlyMap<string, (Units | undefined)[]>, i: number, { from, to }: Days): ReturnType<Count> {
  const own = [...counts].filter(([start]) => start >= from && start <= to);
  const units = own.reduce((sum, [, each]) => plus(sum, each[i] ?? noUnits), noUnits);
  return { units, seen: own.length > 0 };
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

/**
 * Days at which the counting of a charge begins anew: its first day, where units are charged one by one (a fee for the
 * month is due whole), and the days on which a package that is paid ahead begins.
 */
function startsOf({ charge, contract }: Variant): string[] {
  if (charge.model === 'prepaid') return quotaStarts(contract);
  const each = charge.model === 'per-unit' || charge.model === 'per-minute';
  return each && charge.from !== undefined ? [charge.from] : [];
}
