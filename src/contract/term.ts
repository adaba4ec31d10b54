import { addMonths } from '../time/day.ts';
import type { Contract, Term } from './schema.generated.ts';

/** All days that a contract can speak of. */
export const always = { from: '1000-01-01', to: '2999-12-31' };

/**
 * The first and the last day, inclusive Beijing days, on which the contract may be in force: with its automatic
 * renewals, which nobody is taken to have objected to. A day that the paper leaves blank bounds nothing.
 */
export function inForce({ term }: Pick<Contract, 'term'>): { from: string; to: string } {
  return { from: stated(term.from) ?? always.from, to: lastDay(term) };
}

/** The value on paper; undefined where it is blank. */
export function stated<T>(value: T): Exclude<T, { blank: true }> | undefined {
  const isBlank = typeof value === 'object' && value !== null && 'blank' in value;
  return isBlank ? undefined : (value as Exclude<T, { blank: true }>);
}

/** The days on which the term ends: the printed one, and after it those of its renewals, so far as anybody asks. */
export function termEnds({ term }: Pick<Contract, 'term'>): string[] {
  const printed = stated(term.to);
  if (printed === undefined) return [];
  const months = term.renewal && stated(term.renewal.months);
  const times = months === undefined ? 0 : term.renewal?.times === 'once' ? 1 : 50;
  return Array.from({ length: times + 1 }, (_, n) => addMonths(printed, n * (months ?? 0)));
}

function lastDay({ to, renewal }: Term): string {
  const printed = stated(to);
  if (printed === undefined) return always.to;
  if (!renewal) return printed;
  const months = stated(renewal.months);
  // For how long it renews, the paper leaves to be agreed: beyond its printed end nothing is known.
  if (months === undefined) return printed;
  return renewal.times === 'once' ? addMonths(printed, months) : always.to;
}
