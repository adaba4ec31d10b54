import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { validate } from '../../src/contract/validate.ts';
import { parseYaml } from '../../src/yaml/read.ts';
import { mutations } from './mutate.ts';
import { holds, type Said, strideOf, tallied } from './tally.ts';

/** `LVYUE_RUNS=601` tries all, which takes half an hour and more. */
const stride = strideOf(601);

test.each(contractIds())('a slip anywhere in %s is told where it is, and once', (id) => {
  holds(id, tallied(slips(readFileSync(`contracts/${id}/contract.yaml`, 'utf8')), stride), stride);
});

function* slips(contract: string): Generator<() => Said> {
  for (const { how, path, line, text } of mutations(contract)) {
    yield () => ({ how, place: path, line, problems: validate(parseYaml(text, 'contract.yaml')) });
  }
}
