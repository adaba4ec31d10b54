import type { Contract } from '../contract/schema.generated.ts';
import { stated, termEnds } from '../contract/term.ts';
import { datesWords } from '../locale/dates.ts';
import { nextDay } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import type { DueDate, Undated } from './due-date.ts';

/** The ends of the term from as-of to a day, inclusive: each says whether it renews. Without one on paper it is undated. */
export function termDates(contract: Contract, asOf: string, to: string): { dates: DueDate[]; undetermined: Undated[] } {
  const { term } = contract;
  const common = { contract: contract.id, obligation: null, clause: term.clause, bearer: 'both' as const };
  if (stated(term.to) === undefined) {
    const words = { title: datesWords.termEnd, todo: datesWords.termEnd, reason: datesWords.blankEnd };
    return { dates: [], undetermined: [{ ...common, ...words, cases: 1, labels: [] }] };
  }
  const dates = termEnds(contract).flatMap((day, n): DueDate[] => {
    if (day < dayOf(asOf) || day > to) return [];
    const at = `${nextDay(day)} 00:00:00`;
    const words = { title: datesWords.termEnd, todo: datesWords.termEnds(after(contract, n)) };
    return [
      {
        ...{ ...common, ...words, id: `term-end/${n}`, from: null, at, day, wholeDay: true, state: 'ahead', ref: null },
        ...{
          readings: [],
          ifRenewed: n > 0 && (termEnds(contract)[n - 1] ?? '') >= dayOf(asOf),
          waiver: null,
          alarms: ['60d', '30d', '7d', '1d'],
          clock: null,
        },
      },
    ];
  });
  return { dates, undetermined: [] };
}

/** What comes after the n-th end: months of renewal, null where their number is not on paper, undefined for none. */
function after({ term: { renewal } }: Contract, n: number): number | null | undefined {
  if (!renewal || (renewal.times === 'once' && n > 0)) return undefined;
  return stated(renewal.months) ?? null;
}
