import { expect, test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { type Slip, slips } from './slips.ts';

/** One in so many is tried; LVYUE_RUNS multiplies, `LVYUE_RUNS=61` tries all. The number is prime, so that each kind of slip has its turn. */
const stride = Math.max(1, Math.floor(61 / Number(process.env.LVYUE_RUNS ?? 1)));

test.each(contractIds())(
  'of all slips in %s those that break it are told on their line, at most three problems each',
  { timeout: 1_200_000 },
  (id) => {
    const told = { tried: 0, broken: 0, elsewhere: [] as string[], silent: [] as string[], many: [] as string[] };
    let i = 0;
    for (const slip of slips(readYaml(`contracts/${id}/contract.yaml`))) if (i++ % stride === 0) look(slip, told);
    if (process.env.LVYUE_SHOW) console.log(id, JSON.stringify(told, null, 1));
    expect(told.silent).toEqual([]);
    expect(told.many).toEqual([]);
    const most = Math.max(stride > 1 ? 3 : 0, told.broken * 0.01);
    expect(told.elsewhere.length, told.elsewhere.join('\n')).toBeLessThanOrEqual(most);
  },
);

interface Told {
  tried: number;
  broken: number;
  elsewhere: string[];
  silent: string[];
  many: string[];
}

function look(slip: Slip, told: Told): void {
  const errors = slip.problems().filter(({ severity }) => severity === 'error');
  const named = `${slip.how} ${slip.pointer}/${slip.key} (${slip.line}): ${errors.map(({ line, code }) => `${line} ${code}`)}`;
  told.tried += 1;
  if (errors.length === 0) {
    if (slip.how === 'misspelt') told.silent.push(named);
    return;
  }
  told.broken += 1;
  if (!errors.some(({ line = 0 }) => Math.abs(line - slip.line) <= 1)) told.elsewhere.push(named);
  if (errors.length > 3) told.many.push(named);
}
