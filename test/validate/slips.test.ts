import { test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { slips } from './slips.ts';
import { holds, strideOf, tallied } from './tally.ts';

/** `LVYUE_RUNS=61` tries all, in minutes. */
const stride = strideOf(61);

test.each(contractIds())(
  'of all slips in %s those that break it are told on their line, at most three problems each',
  { timeout: 1_200_000 },
  (id) => holds(id, tallied(slips(readYaml(`contracts/${id}/contract.yaml`)), stride), stride),
);
