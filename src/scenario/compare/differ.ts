import { pointerStep } from '../../yaml/pointer.ts';

/** One expectation that did not hold; `at` is its pointer below the scenario. */
export interface Difference {
  at: string;
  what: string;
  expected: string;
  actual: string;
}

export const differ = (at: string, what: string, expected: string, actual: string | undefined): Difference[] =>
  expected === actual ? [] : [{ at, what, expected, actual: actual ?? 'none' }];

/** What a scenario may write of a result: a value, a list in its order, or some of these by name. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly (string | null)[]
  | { readonly [name: string]: Plain };

/** All that is written, against what came out: of what goes by name only the names that are written. */
export function differAll(at: string, what: string, expected: Plain, actual: Plain): Difference[] {
  if (!isNamed(expected))
    return differ(at, what, said(expected), isNamed(actual) ? Object.keys(actual).join(', ') : said(actual));
  const found = isNamed(actual) ? actual : {};
  return Object.entries(expected).flatMap(([name, want]) =>
    differAll(`${at}/${pointerStep(name)}`, what === '' ? name : `${what} ${name}`, want, found[name]),
  );
}

const isNamed = (value: Plain): value is { readonly [name: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** null is what cannot be determined, undefined what is not there. */
function said(value: Exclude<Plain, { readonly [name: string]: Plain }>): string {
  if (value === null) return 'undetermined';
  if (value === undefined) return 'none';
  if (typeof value === 'object') return value.map(said).join(', ') || 'none';
  return String(value);
}
