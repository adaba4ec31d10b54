import { stop } from '../problem.ts';
import { now, parseAsOf } from '../time/instant.ts';
import { type Options, text } from './command.ts';

/** --as-of as a Beijing instant; by default now. Throws Stop where it is no time. */
export function asOfFlag(options: Options): string {
  const given = text(options, 'asOf');
  if (given === undefined) return now();
  return (
    parseAsOf(given) ??
    stop('flag-invalid', { flag: '--as-of', value: given, expected: '2025-08-31, 2025-08-31T18:00:00' })
  );
}
