import { join } from 'node:path';
import { expect, test } from 'vitest';
import { overlay } from '../../src/contract/overlay.ts';
import type { Contract } from '../../src/contract/schema.generated.ts';
import { defectsIn } from '../../src/review/review.ts';
import { readYaml } from '../../src/yaml/read.ts';

const base = readYaml(join(import.meta.dirname, '..', 'golden', 'base', 'contract.yaml')).data as Contract;
const amendment = (changes: object) => ({
  ...{
    id: 'one',
    title: { zh: '补充', en: 'Supplement' },
    clause: '9.1',
    signed: '2024-03-01',
    effective: '2024-03-01',
  },
  changes,
});
const [own] = base.charges;
const flawed = overlay(base, { charges: { package: { overage_above: 1 } } });
const found = async (contract: Contract, day: string) =>
  (await defectsIn(contract, [], day))
    .filter(({ rule }) => rule.code === 'overage-threshold')
    .map(({ pointer }) => pointer);

test('what an amendment mends is found until the day before it takes effect', async () => {
  const mended = { ...flawed, amendments: [amendment({ charges: { package: { overage_above: 1000 } } })] } as Contract;
  expect(await found(mended, '2024-02-29')).toEqual(['/charges/0']);
  expect(await found(mended, '2024-03-01')).toEqual([]);
});

test('what an amendment spoils is found from its day on, where the file has it', async () => {
  const spoilt = {
    ...base,
    charges: [{ ...own, id: 'first' }, own],
    amendments: [amendment({ charges: { first: null, package: { overage_above: 1 } } })],
  } as Contract;
  expect(await found(spoilt, '2024-02-29')).toEqual([]);
  expect(await found(spoilt, '2024-03-01')).toEqual(['/charges/1']);
});

test('what only the amendment brought is found in the list that it joined', async () => {
  const { id: _, ...rest } = own as Contract['charges'][number];
  const added = {
    ...base,
    amendments: [amendment({ charges: { second: { ...rest, overage_above: 1 } } })],
  } as Contract;
  expect(await found(added, '2024-03-01')).toEqual(['/charges']);
});
