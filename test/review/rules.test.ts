import { join } from 'node:path';
import { expect, test } from 'vitest';
import { overlay } from '../../src/contract/overlay.ts';
import type { Contract } from '../../src/contract/schema.generated.ts';
import { validateData } from '../../src/contract/validate.ts';
import { loadReviewRules } from '../../src/review/load.ts';
import { defectsIn } from '../../src/review/review.ts';
import type { Example, ReviewRule } from '../../src/review/rule.ts';
import { readYaml } from '../../src/yaml/read.ts';

const base = readYaml(join(import.meta.dirname, '..', 'golden', 'base', 'contract.yaml'));
const rules = loadReviewRules();

/** Keys that an example sets to null are not there. */
const without = (contract: Contract): Contract =>
  JSON.parse(JSON.stringify(contract, (_, value) => (value === null ? undefined : value)));

/** What a rule finds in an example, with what is wrong with the example itself. */
async function found(rule: ReviewRule, { contract = {}, others = [], as_of = '2024-06-30' }: Example) {
  const laid = [contract, ...others].map((changes) => without(overlay(base.data as Contract, changes)));
  const wrong = laid.flatMap((one) => validateData(one, base)).filter(({ severity }) => severity === 'error');
  const [own, ...rest] = laid;
  const defects = await defectsIn(own as Contract, rest, as_of, [rule]);
  return { wrong, found: defects.length > 0 };
}

test.each(rules.map((rule) => [rule.code, rule] as const))(
  '%s finds its bad example and leaves its good one',
  async (_, rule) => {
    expect(await found(rule, rule.examples.good)).toEqual({ wrong: [], found: false });
    expect(await found(rule, rule.examples.bad)).toEqual({ wrong: [], found: true });
  },
);
