import { addDays, addMonths } from '../time/day.ts';
import type { Period } from '../time/period.ts';
import { overlay } from './overlay.ts';
import type { Amendment, ChangeOrder, Contract, Text } from './schema.generated.ts';

/** The contract as it reads from one day to another, both inclusive Beijing days. */
export interface Version {
  from: string;
  to: string;
  contract: Contract;
  /** Those in force by then, in order of their effect. */
  amendments: readonly Amendment[];
}

/**
 * The day from which an amendment changes the terms: the one it states; or, for a change order filed under a clause that
 * sets a day of the month for it, the 1st of the next month when it was filed by that day (inclusive), else the 1st of
 * the month after that. Throws when neither is there; validation sees to it.
 */
export function effectiveDay({ id, effective, submitted }: Amendment, contract: Contract): string {
  if (effective !== undefined) return effective;
  const order = contract.obligations.find(({ kind }) => kind === 'change-order');
  if (submitted === undefined || !order) throw new Error(`amendment ${id} has no day of effect`);
  const { by_day: byDay } = order.parameters as ChangeOrder;
  const first = `${submitted.slice(0, 7)}-01`;
  return addMonths(first, Number(submitted.slice(8)) <= byDay ? 1 : 2);
}

/** Whether it reaches back before the day on which it was signed or filed. */
function isRetroactive(amendment: Amendment, contract: Contract): boolean {
  const made = amendment.signed ?? amendment.submitted;
  return made !== undefined && effectiveDay(amendment, contract) < made;
}

/** The contract with the changes of these amendments, in order. */
export const amended = (contract: Contract, amendments: readonly Amendment[]): Contract =>
  amendments.reduce((changed, { changes }) => overlay(changed, changes), contract);

/** Amendments in the order of their effect; of one day, in the order in which they are written. */
export function inOrder(contract: Contract): Amendment[] {
  return (contract.amendments ?? []).toSorted((a, b) =>
    effectiveDay(a, contract) < effectiveDay(b, contract)
      ? -1
      : effectiveDay(a, contract) > effectiveDay(b, contract)
        ? 1
        : 0,
  );
}

/** The amendments in force by a Beijing day, in the order of their effect. */
export const inForceBy = (contract: Contract, day: string): Amendment[] =>
  inOrder(contract).filter((one) => effectiveDay(one, contract) <= day);

/** A term that two amendments of one day change: which of them stands, nobody can say. */
export interface Conflict {
  one: Amendment;
  other: Amendment;
  /** Path of the term: `charges.sms-package.price`. */
  term: string;
}

/** Every two amendments that take effect on one day, with each part of the contract that both change: its first such term. */
export function conflictsOf(contract: Contract): Conflict[] {
  const all = contract.amendments ?? [];
  return all.flatMap((one, i) =>
    all.slice(0, i).flatMap((other) => {
      if (effectiveDay(one, contract) !== effectiveDay(other, contract)) return [];
      const theirs = leaves(other.changes);
      const both = leaves(one.changes).filter((leaf) => theirs.some((other) => isWithin(leaf, other)));
      const parts = new Map(both.toReversed().map((term) => [term.split('.').slice(0, 2).join('.'), term]));
      return [...parts.values()].reverse().map((term) => ({ one, other, term }));
    }),
  );
}

/** One path leads to the other, or to something in it: who takes a charge away changes its price too. */
const isWithin = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** The paths of all plain values below. */
function leaves(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path.join('.')];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

/** What results and reports say of an amendment. Days are Beijing days. */
export interface AmendmentInForce {
  id: string;
  title: Text;
  clause: string;
  effective: string;
  retroactive: boolean;
  replaces: readonly string[];
}

/** The amendments whose terms rule some of the period. */
export function amendmentsIn(contract: Contract, { to }: Pick<Period, 'to'>): AmendmentInForce[] {
  return inOrder(contract).flatMap((one) => {
    const effective = effectiveDay(one, contract);
    if (effective > to) return [];
    const { id, title, clause, replaces = [] } = one;
    return [{ id, title, clause, effective, retroactive: isRetroactive(one, contract), replaces }];
  });
}

/** The versions of the contract that are in force within a period, in order; they cover it without a gap. */
export function versionsWithin(contract: Contract, { from, to }: Pick<Period, 'from' | 'to'>): Version[] {
  const all = inOrder(contract);
  const starts = [from, ...all.map((one) => effectiveDay(one, contract)).filter((day) => day > from && day <= to)];
  const days = [...new Set(starts)];
  return days.map((day, i) => {
    const inForce = inForceBy(contract, day);
    const next = days[i + 1];
    return { from: day, to: next ? addDays(next, -1) : to, contract: amended(contract, inForce), amendments: inForce };
  });
}
