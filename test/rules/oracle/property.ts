import fc from 'fast-check';
import { test } from 'vitest';
import type { LoadedContract } from '../../../src/contract/load.ts';
import { compare, type Data } from './compare.ts';
import { runs, times } from './runs.ts';

/** Whatever the records, a plain look at them and the command find the same, in one contract after the other. */
export function property(
  title: string,
  contracts: readonly LoadedContract[],
  data: (contract: LoadedContract['contract']) => fc.Arbitrary<Data>,
): void {
  const any = fc.constantFrom(...contracts).chain((loaded) => fc.tuple(fc.constant(loaded), data(loaded.contract)));
  const holds = fc.asyncProperty(
    any.map(([loaded, made]) => ({ loaded, made, toString: () => shown(loaded, made) })),
    ({ loaded, made }) => compare([loaded], made),
  );
  test(title, () => fc.assert(holds, { seed: 7, numRuns: runs }), 60_000 * Math.max(1, times));
}

const shown = ({ contract }: LoadedContract, made: Data): string => `${contract.id} ${JSON.stringify(made)}`;
