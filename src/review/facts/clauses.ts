import { numberingOf } from '../numbering.ts';
import type { Functions } from './functions.ts';

const known = new WeakMap<readonly string[], ReturnType<typeof numberingOf>>();

/** The faults of a list of references, looked for once. */
function of(refs: readonly string[]) {
  const faults = known.get(refs) ?? numberingOf(refs);
  known.set(refs, faults);
  return faults;
}

/** Numbering and limits of a contract's clauses. */
export const clauseFunctions: Functions = {
  /** The run of values from an index on that have all stood before; no value where none begins there. */
  repeated: ([values, index]) => of(values as string[]).repeated.get(Number(index)),
  /** The clause numbers that are skipped right before the one at an index, at most twenty; no value where none is. */
  skipped: ([values, index]) => of(values as string[]).skipped.get(Number(index)),
  /** Clauses in the order of the register; those that it lacks come first. */
  'by-register': ([clauses, refs]) =>
    (clauses as string[]).toSorted((a, b) => (refs as string[]).indexOf(a) - (refs as string[]).indexOf(b)),
  /** The clauses of a register whose gist fits a pattern. */
  'gist-matches': ([clauses, pattern]) => {
    const sought = new RegExp(String(pattern), 'u');
    return (clauses as Registered[]).filter(({ gist }) => sought.test(gist.zh)).map(({ ref }) => ref);
  },
  /** The clauses of limits of liability that give a party what none gives the other. */
  'one-sided': ([limits, party]) => oneSided(limits as Limit[], String(party)),
  /** A limit in hours, to compare by size only: a working day is 7/5 of a day, rounded up to whole days; a month 30 days. */
  'limit-hours': ([limit]) => hoursOf(limit),
  /** What tells one duty from another across contracts: kind, bearer and what triggers and ends it. */
  duty: ([obligation]) => dutyOf(obligation),
  /** The limit in hours of the first obligation that is the same duty. */
  'duty-hours': ([obligations, duty]) => {
    const same = (obligations as Duty[]).find((one) => dutyOf(one) === duty && hoursOf(one.parameters.limit));
    return same && hoursOf(same.parameters.limit);
  },
};

interface Registered {
  ref: string;
  gist: { zh: string };
}

interface Limit {
  clause: string;
  party: string;
  cap?: object;
  excludes?: readonly string[];
}

/** What a limit protects from: loss above a cap, each loss that is excluded, or all that its clause frees from. */
function kindsOf({ clause, cap, excludes = [] }: Limit): string[] {
  const kinds = cap ? ['cap', ...excludes] : excludes;
  return kinds.length > 0 ? [...kinds] : [clause];
}

function oneSided(limits: readonly Limit[], party: string): string[] {
  const other = new Set(limits.filter((one) => one.party !== party).flatMap(kindsOf));
  const own = limits.filter((one) => one.party === party && kindsOf(one).some((kind) => !other.has(kind)));
  return [...new Set(own.map(({ clause }) => clause))];
}

interface Duty {
  kind: string;
  bearer: string;
  parameters: Record<string, unknown>;
}

function dutyOf(obligation: unknown): string {
  const { kind, bearer, parameters } = obligation as Duty;
  const { event, records, categories, by, measure } = parameters;
  return JSON.stringify([kind, bearer, event, records, categories, by, measure]);
}

function hoursOf(limit: unknown): number | undefined {
  const { hours, days, workdays, months } = (limit ?? {}) as Record<string, number | undefined>;
  if (hours !== undefined) return hours;
  if (days !== undefined) return days * 24;
  if (workdays !== undefined) return Math.ceil((workdays * 7) / 5) * 24;
  return months === undefined ? undefined : months * 30 * 24;
}
