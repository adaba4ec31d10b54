import type { Charge } from '../../contract/schema.generated.ts';
import { versionsWithin } from '../../contract/versions.ts';
import type { Inputs } from '../../rules/inputs.ts';
import { nextDay } from '../../time/day.ts';
import { countMinutes } from '../usage/minutes.ts';
import { countUnits, isCounted, noUnits, plus, type Units } from '../usage/units.ts';
import { isChosen, type Variant } from '../usage/variant.ts';
import { type Conflict, conflicts, keptDisputed } from './conflicts.ts';
import { type Choice, choiceOf } from './free-months.ts';
import { gaps } from './gaps.ts';
import { openLine, type Rated, unitOf } from './models/line.ts';
import { type Part, partsOf } from './parts.ts';
import { rate } from './rate.ts';
import { type Days, type Run, runsOf, type Stretch } from './stretches.ts';

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
  /** What would be owed if it were so: other terms, and another way to count a charge as it is read. Only chosen readings are priced. */
  as?: { terms: (run: Run) => Run; counted: (charge: Charge) => Charge };
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

async function together(input: Inputs, orders: readonly Order[]): Promise<Priced[][]> {
  const { loaded, records, asOf } = input;
  const [{ days, distinct = false, shift = 0 }] = orders as [Order];
  const contract = keptDisputed(loaded.contract);
  const base = runsOf(versionsWithin(contract, days));
  const parts = orders.map((order) => partsOf(base, order, asOf));
  const all = parts.flat();
  const starts = new Set(all.flatMap(({ stretches }) => stretches.flatMap(({ from, to }) => [from, nextDay(to)])));
  const cuts = [...starts].filter((day) => !day.endsWith('-01'));
  const asked = { from: days.from, to: days.to, asOf, distinct, shift, cuts };
  const counted = all.map(({ variant }) => variant);
  const has = (table: string) => records.tables.get(table)?.present ?? false;
  const messages = has('messages') ? await countUnits(records, counted, asked) : undefined;
  const minutes = has('calls') ? await countMinutes(records, counted, asked) : undefined;
  const disputed = conflicts(loaded.contract);
  return parts.map((own, i) => [
    ...own.map((part) => {
      const table =
        part.variant.charge.model === 'per-minute' ? minutes : isCounted(part.variant.charge) ? messages : undefined;
      return rated(part, table && ((stretch) => unitsIn(table, all.indexOf(part), stretch)), disputed);
    }),
    ...gaps(contract, days, orders[i]?.cuts ?? []),
  ]);
}

/** Whether a later amendment has said what holds before the stretch begins. */
const settledBy = ({ until }: Conflict, { from }: Days): boolean => until !== undefined && until <= from;

type Count = (stretch: Stretch) => { units: Units; seen: boolean };

function rated({ order, variant, stretches }: Part, count: Count | undefined, disputed: readonly Conflict[]): Priced {
  const { charge } = variant;
  const own = stretches.map((stretch): PricedStretch => {
    const counted = count?.(stretch);
    const conflict = disputed.find((one) => one.id === charge.id && one.from <= stretch.to && !settledBy(one, stretch));
    const choice = choiceOf(order.free ?? [], charge.id, stretch.label);
    const lines = conflict
      ? [openLine(charge, stretch, unitOf(charge), undefined, conflict.reason)]
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
