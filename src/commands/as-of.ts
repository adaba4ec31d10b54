import { stop } from '../problem.ts';
import { now, parseAsOf } from '../time/instant.ts';
import { type Options, text } from './command.ts';

/** The instant of --as-of, Beijing time; the present one by default. Throws Stop where it is none. */
export function asOfFlag(options: Options): string {
  const given = text(options, 'asOf');
  if (given === undefined) return now();
  return (
    parseAsOf(given) ??
    stop('flag-invalid', { flag: '--as-of', value: given, expected: '2025-08-31, 2025-08-31T18:00:00' })
  );
}
