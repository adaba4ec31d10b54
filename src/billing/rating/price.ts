import { versionsWithin } from '../../contract/versions.ts';
import type { Inputs } from '../../rules/inputs.ts';
import { countMinutes } from '../usage/minutes.ts';
import { countUnits, noUnits, plus, tableOf, type Units } from '../usage/units.ts';
import { isChosen } from '../usage/variant.ts';
import { type Conflict, conflicts, keptDisputed } from './conflicts.ts';
import { choiceOf } from './free-months.ts';
import { gaps } from './gaps.ts';
import { openLine, unitOf } from './models/line.ts';
import { type Part, partsOf } from './parts.ts';
import type { Order, Priced, PricedStretch } from './priced.ts';
import { rate } from './rate.ts';
import { cutsOf, type Days, runsOf, type Stretch } from './stretches.ts';

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
  const asked = { from: days.from, to: days.to, asOf, distinct, shift, cuts: cutsOf(all) };
  const variants = all.map(({ variant }) => variant);
  const scan = orders.some(({ counts }) => !counts);
  const has = (table: string) => scan && (records.tables.get(table)?.present ?? false);
  const counted = {
    messages: has('messages') ? await countUnits(records, variants, asked) : undefined,
    calls: has('calls') ? await countMinutes(records, variants, asked) : undefined,
  };
  const disputed = conflicts(loaded.contract);
  return parts.map((own, i) => [
    ...own.map((part) => {
      const elsewhere = part.order.counts;
      if (elsewhere) return rated(part, (stretch) => given(elsewhere(part.variant, stretch)), disputed);
      const table = tableOf(part.variant.charge);
      const counts = table && counted[table];
      const at = all.indexOf(part);
      return rated(part, counts && ((stretch) => unitsIn(counts, at, stretch)), disputed);
    }),
    ...gaps(contract, days, orders[i]?.cuts ?? []),
  ]);
}

/** Whether a later amendment has said what holds before the stretch begins. */
const settledBy = ({ until }: Conflict, { from }: Days): boolean => until !== undefined && until <= from;

type Count = (stretch: Stretch) => { units: Units; seen: boolean } | undefined;

const given = (units: Units | undefined): ReturnType<Count> => units && { units, seen: true };

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
