import { add, compare, type Decimal, negate, size, subtract, yuan, zero } from '../../money.ts';
import type { Cause as CauseRule } from '../../rules/cause.ts';
import type { Inputs } from '../../rules/inputs.ts';
import { price } from '../rating/price.ts';
import type { Cause, Reconciliation } from '../statement.ts';
import { due } from '../terms/credits.ts';
import type { Bill } from './bills.ts';
import { settlementOn } from './carry.ts';
import type { Compared } from './reconcile.ts';
import { amounts, applies, isOfCharges, type Ours, orderOf, type Way } from './ways.ts';

export type Explained = Pick<Reconciliation, 'causes' | 'alternatives' | 'unexplained'>;

/** A way to count one charge (or the bill as a whole), and by how much it differs from ours. */
interface Candidate {
  charge: string;
  way: Way;
  delta: Decimal;
}

/**
 * Which known ways of counting explain what the carrier claims beyond our own figures (or short of them). Where the
 * bill states its lines, each line is explained by itself; else the total is. One cause that explains all comes before
 * two, and two before one that explains at least half; the rest stays unexplained. Two causes on one charge are only
 * counted where nothing simpler does.
 */
export async function explainDifference(
  compared: Compared,
  credits: Parameters<typeof due>[0],
  ours: Ours,
  input: Inputs,
): Promise<Explained> {
  const { bill, computed } = compared;
  if (!computed || compare(bill.total, computed) === 0) return { causes: [], alternatives: [], unexplained: null };
  const { contract } = input.loaded;
  const { digits } = settlementOn(contract, ours.days).rounding;
  const totalsOf = async (ways: readonly Way[]) => {
    const priced = await price(
      input,
      ways.map((way) => orderOf(way, ours, contract)),
    );
    return priced.map((all, i) => amounts(all, ways[i] ?? [], ours.days, digits));
  };
  const { singles, pairs } = waysOf(input.rules.causes, ours);
  const [base = new Map(), ...first] = await totalsOf([[], ...singles]);
  const difference = subtract(bill.total, computed);
  const ofBill = creditsMissed(input.rules.causes, due(credits));
  const known = singles.flatMap((way, i) => candidates(way, first[i] ?? new Map(), base));
  const simple = explain(difference, byLine(bill, base), ofBill, known);
  if (simple.unexplained === yuan(zero) || pairs.length === 0) return simple;
  const second = await totalsOf(pairs);
  const more = pairs.flatMap((way, i) => candidates(way, second[i] ?? new Map(), base));
  return explain(difference, byLine(bill, base), ofBill, [...known, ...more]);
}

function explain(
  difference: Decimal,
  targets: ReadonlyMap<string, Decimal> | undefined,
  ofBill: readonly Candidate[],
  known: readonly Candidate[],
): Explained {
  const searched = targets
    ? [...targets].map(([charge, target]) =>
        search(
          target,
          known.filter((one) => one.charge === charge),
        ),
      )
    : [search(difference, [...ofBill, ...known])];
  const beside = targets ? search(subtract(difference, total(targets)), ofBill) : undefined;
  const all = beside ? [...searched, beside] : searched;
  const explained = total(all.flatMap(({ found }) => found.map(({ charge, delta }) => [charge, delta])));
  return {
    causes: all.flatMap(({ found }) => found.flatMap(shown)),
    alternatives: all.flatMap(({ others }) => others.flatMap(shown)),
    unexplained: yuan(subtract(difference, explained)),
  };
}

const total = (all: Iterable<readonly [string, Decimal]>): Decimal =>
  [...all].reduce((sum, [, amount]) => add(sum, amount), zero);

/** Each cause by itself, and every two that can hold together: no two that cut the month or change the same thing. */
function waysOf(rules: readonly CauseRule[], ours: Ours): { singles: Way[]; pairs: Way[] } {
  const own = rules.filter((cause) => isOfCharges(cause) && applies(cause, ours));
  const pairs = own.flatMap((one, i) =>
    own.slice(i + 1).flatMap((two): Way[] => (together(one, two) ? [[one, two]] : [])),
  );
  return { singles: own.map((one) => [one]), pairs };
}

/** Whether two causes change different things. */
function together(one: CauseRule, two: CauseRule): boolean {
  const [a, b] = [one, two].map((cause) => [
    ...leaves(cause.charge ?? {}),
    ...(['percent', 'hours', 'terms'] as const).filter((key) => cause[key] !== undefined),
  ]);
  return !a?.some((key) => b?.includes(key));
}

/** Paths of what a cause changes of a charge: which statuses are counted is not which directions are. */
const leaves = (change: object): string[] =>
  Object.entries(change).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? leaves(value).map((leaf) => `${key}.${leaf}`) : [key],
  );

/** By how much a way makes each charge differ, and where it is about several, all of them. */
function candidates(
  way: Way,
  totals: ReadonlyMap<string, Decimal | undefined>,
  base: ReadonlyMap<string, Decimal | undefined>,
): Candidate[] {
  const each = [...totals].flatMap(([charge, amount]) => {
    const before = base.get(charge);
    const delta = amount && before ? subtract(amount, before) : undefined;
    return delta && compare(delta, zero) !== 0 ? [{ charge, way, delta }] : [];
  });
  const together = total(each.map(({ charge, delta }) => [charge, delta]));
  return each.length > 1 ? [{ charge: '', way, delta: together }, ...each] : each;
}

/** What credits that were not taken off make of the whole bill. */
function creditsMissed(rules: readonly CauseRule[], credits: Decimal | undefined): Candidate[] {
  return rules.flatMap((cause) => {
    const delta = cause.credits ? credits : undefined;
    return delta && compare(delta, zero) !== 0 ? [{ charge: '', way: [cause], delta }] : [];
  });
}

/** By how much each line of the bill differs from our own; undefined where the bill has no lines that make its total. */
function byLine(
  { lines, total: claimed }: Bill,
  base: ReadonlyMap<string, Decimal | undefined>,
): Map<string, Decimal> | undefined {
  const found = new Map<string, Decimal>();
  for (const [charge, amount] of base) if (amount) found.set(charge, negate(amount));
  for (const { charge, amount } of lines) {
    const before = found.get(charge);
    if (!before || !amount) return undefined;
    found.set(charge, add(before, amount));
  }
  const sum = lines.reduce((all, { amount }) => add(all, amount ?? zero), zero);
  return lines.length > 0 && compare(sum, claimed) === 0 ? found : undefined;
}

/** The fewest causes that come to the target exactly, and others that do as well; else the one that comes nearest. */
function search(target: Decimal, all: readonly Candidate[]): { found: Candidate[]; others: Candidate[] } {
  if (compare(target, zero) === 0) return { found: [], others: [] };
  const exact = all.filter(({ delta }) => compare(delta, target) === 0);
  const single = exact.filter(({ way }) => way.length === 1);
  const [first, ...others] = single.length > 0 ? single : exact;
  if (first)
    return { found: [first], others: single.length > 0 ? others : others.filter((one) => !isSame(one, first)) };
  const singles = all.filter(({ way }) => way.length === 1);
  // What is about all charges does not add up with what is about one of them; credits do.
  const apart = singles.filter(({ charge, way }) => charge !== '' || way.some(({ credits }) => credits));
  for (const [i, one] of apart.entries()) {
    const two = apart
      .slice(i + 1)
      .find(({ charge, delta }) => charge !== one.charge && compare(add(one.delta, delta), target) === 0);
    if (two) return { found: [one, two], others: [] };
  }
  const nearest = singles
    .filter(({ way, delta }) => !way.some((cause) => cause.only_exact) && explainsHalf(delta, target))
    .sort((a, b) => compare(size(subtract(target, a.delta)), size(subtract(target, b.delta))));
  return { found: nearest.slice(0, 1), others: [] };
}

const isSame = (a: Candidate, b: Candidate): boolean =>
  a.charge === b.charge && a.way.every((cause, i) => cause.cause === b.way[i]?.cause);

/** Of the same sign, and what is left is at most half. */
const explainsHalf = (delta: Decimal, target: Decimal): boolean => {
  const left = size(subtract(target, delta));
  return compare(add(left, left), size(target)) <= 0;
};

/** Two causes together come to one amount: it stands with the first, and the second bears none of its own. */
const shown = ({ charge, way, delta }: Candidate): Cause[] =>
  way.map(({ cause, means }, i) => ({ code: cause, charge, means, amount: i === 0 ? yuan(delta) : '0.00' }));
