import type { Charge, Contract } from '../../../src/contract/schema.generated.ts';
import { inForce } from '../../../src/contract/term.ts';
import { eachDay, lastOf, later, monthOf, monthsOf, plus, type Span } from './days.ts';
import type { Choice } from './free.ts';
import { type Amount, amount, orNull, priced, share, sumOf, toFen } from './money.ts';
import { chosen, printed, readAs, termsOn } from './terms.ts';
import { rowsOn, type Units, usageOf, type World } from './usage.ts';

export interface PlainLine {
  charge: string;
  month: string;
  from: string | undefined;
  to: string | undefined;
  quantity: string | null;
  unit: string;
  unitPrice: string;
  amount: string | null;
  exact: Amount | undefined;
}

/** How the lines are made: which reading of each charge, and how a carrier may have counted. */
export interface Ask {
  /** Days at which the months are cut, besides those of the terms. */
  cuts: readonly string[];
  free: readonly Choice[];
  /** The reading of a charge; by default the chosen one. */
  reading?: (charge: Charge) => string | undefined;
  /** Another way to count a charge as read. */
  charge?: (charge: Charge) => Charge;
  /** Amendments that are left out, from the last one in force on a day. */
  undone?: (charge: string) => number;
  hours?: number;
  percent?: (charge: string) => number;
}

interface Piece extends Span {
  charge: Charge;
  contract: Contract;
  part: boolean;
}

/** The days of a month for which a charge stands alike, as read; a month broken by the days asked about has a part of it. */
function piecesOf(world: World, id: string, month: Span, days: Span, ask: Ask): Piece[] {
  const found: (Piece & { terms: string })[] = [];
  for (const day of eachDay(month)) {
    if (day < days.from || day > days.to) continue;
    const contract = termsOn(world.contract, day, ask.undone?.(id) ?? 0);
    const last = found.at(-1);
    const cut = ask.cuts.includes(day);
    if (last?.contract === contract && last.to === plus(day, -1) && !cut && !beginsOn(last.charge, contract, day)) {
      last.to = day;
      continue;
    }
    const written = contract.charges.find((one) => one.id === id);
    if (!written) continue;
    const read = readAs(written, (ask.reading ?? chosen)(written));
    const charge = ask.charge?.(read) ?? read;
    const service = contract.services.find((one) => one.id === charge.service);
    const terms = JSON.stringify([written, service]);
    const alike = last?.terms === terms && last.to === plus(day, -1);
    if (alike && !cut && !beginsOn(charge, contract, day)) last.to = day;
    else found.push({ from: day, to: day, charge, contract, terms, part: false });
  }
  return found
    .filter(({ from }) => `${from} 00:00:00` <= world.asOf)
    .map(({ terms: _, ...one }) => ({ ...one, part: one.from > month.from || one.to < month.to }));
}

/** Counting begins anew on the first day of what is charged one by one, and of a year that is paid ahead. */
function beginsOn(charge: Charge, contract: Contract, day: string): boolean {
  if (charge.model === 'per-unit' || charge.model === 'per-minute') return charge.from === day;
  const first = printed(contract.term.from);
  if (charge.model !== 'prepaid' || first === undefined) return false;
  return (
    day >= first && day.slice(5) === later(first, 12 * (Number(day.slice(0, 4)) - Number(first.slice(0, 4)))).slice(5)
  );
}

const isDue = ({ from, months }: Charge, piece: Span): boolean =>
  (from === undefined || from <= piece.to) && (!months || months.includes(Number(piece.to.slice(5, 7)) as 1));

/** All lines of some days, top-ups last. */
export function linesOf(world: World, days: Span, ask: Ask): PlainLine[] {
  const term = inForce(world.contract);
  const months = monthsOf(days).filter(({ from, to }) => to >= term.from && from <= term.to);
  const starts = [days.from, ...(world.contract.amendments ?? []).map(({ effective }) => String(effective))];
  const versions = starts.filter((day) => day <= days.to).map((day) => termsOn(world.contract, lastOf(day, days.from)));
  const ids = [...new Set(versions.flatMap(({ charges }) => charges.map(({ id }) => id)))];
  const lines = months.flatMap((month) =>
    ids.flatMap((id) =>
      piecesOf(world, id, month, days, ask)
        .filter((piece) => isDue(piece.charge, piece))
        .flatMap((piece) => lineOf(world, piece, ask)),
    ),
  );
  return [...lines, ...topUps(world, days)];
}

function lineOf(world: World, piece: Piece, ask: Ask): PlainLine[] {
  const { charge, contract, part } = piece;
  const month = monthOf(piece.from);
  const percent = ask.percent?.(charge.id) ?? 0;
  const line = (quantity: bigint | undefined, unit: string, unitPrice: string, due: Amount | undefined): PlainLine => {
    const exact = due === undefined ? undefined : share(toFen(due), BigInt(100 + percent), 100n);
    const span = part ? { from: piece.from, to: piece.to } : { from: undefined, to: undefined };
    const written = due === undefined ? null : String(quantity);
    return { charge: charge.id, month, ...span, quantity: written, unit, unitPrice, amount: orNull(exact), exact };
  };
  const used = usageOf(world, charge, contract, piece, ask.hours);
  const units = exactly(used);
  switch (charge.model) {
    case 'fixed': {
      const fee = amount(charge.fee);
      if (charge.per === 'month') return [line(1n, 'month', priced(charge.fee), part ? undefined : fee)];
      const day = charge.from ?? printed(contract.term.from) ?? '';
      return day >= piece.from && day <= piece.to ? [line(1n, 'once', priced(charge.fee), fee)] : [];
    }
    case 'prepaid': {
      const first = printed(contract.term.from);
      if (first === undefined) return [line(undefined, 'prepaid', priced(charge.fee), undefined)];
      const begins = charge.per === 'term' ? eachDay(piece).includes(first) : beginsOn(charge, contract, piece.from);
      return begins ? [line(1n, 'prepaid', priced(charge.fee), amount(charge.fee))] : [];
    }
    case 'per-minute': {
      const known = charge.rounding === 'total' && part ? undefined : units;
      return [
        line(known, 'minute', priced(charge.price), known === undefined ? undefined : known * amount(charge.price)),
      ];
    }
    case 'per-unit': {
      const choice = ask.free.filter((one) => one.charge === charge.id && one.month === month);
      if (choice.some(({ state }) => state === 'free')) return [line(used?.low ?? 0n, charge.unit, '0.00', 0n)];
      const known = choice.some(({ state }) => state === 'unsure') ? undefined : units;
      return [
        line(known, charge.unit, priced(charge.price), known === undefined ? undefined : known * amount(charge.price)),
      ];
    }
    case 'package': {
      if (part) return [line(undefined, 'month', priced(charge.fee), undefined)];
      const fee = line(1n, 'month', priced(charge.fee), amount(charge.fee));
      if (charge.overage === 'stop') return [fee, line(0n, charge.unit, '0.00', 0n)];
      const beyond = exactly(used && beyondOf(used, BigInt(charge.included)));
      const due = beyond === undefined ? undefined : beyond * amount(charge.price);
      return [fee, line(beyond, charge.unit, priced(charge.price), due)];
    }
  }
}

const exactly = (units: Units | undefined): bigint | undefined =>
  units && units.low === units.high ? units.low : undefined;

/** However many there may be, none is beyond what the package holds if even the most are not. */
function beyondOf({ low, high }: Units, included: bigint): Units {
  const over = (n: bigint) => (n > included ? n - included : 0n);
  return { low: over(low), high: high === undefined ? undefined : over(high) };
}

/** What was bought beside a package paid ahead, at the price on paper. */
function topUps(world: World, days: Span): PlainLine[] {
  const packages = world.contract.charges.filter(({ model }) => model === 'prepaid');
  return rowsOn(world, 'events', 'occurred_at', days)
    .filter(({ type }) => type === 'top-up')
    .flatMap((row): PlainLine[] => {
      const charge = packages.find(({ id }) => row.ref == null || row.ref === id);
      if (charge?.model !== 'prepaid') return [];
      const price = charge.top_up && printed(charge.top_up.price);
      const units = row.quantity == null ? undefined : BigInt(Number(row.quantity));
      const exact = price === undefined || units === undefined ? undefined : toFen(units * amount(price));
      return [
        {
          ...{ charge: charge.id, month: monthOf(String(row.occurred_at)), from: undefined, to: undefined },
          ...{ quantity: units === undefined ? null : String(units), unit: 'top-up' },
          ...{ unitPrice: price === undefined ? '' : priced(price), amount: orNull(exact), exact },
        },
      ];
    });
}

/** What some days come to; undefined where one line is not known. */
export const totalOf = (lines: readonly PlainLine[]): Amount | undefined => sumOf(lines.map(({ exact }) => exact));
