import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import type { Truth } from '../../src/simulate/simulate.ts';
import { run } from '../support/run.ts';
import { found, inOrder } from './found.ts';

const contract = 'pbc-dci-2024';
const loaded = loadContract(contract);
let temp = '';
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'lvyue-simulate-'));
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

const simulated = async (name: string, ...flags: string[]): Promise<{ dir: string; truth: Truth }> => {
  const dir = join(temp, name);
  const ran = await run('simulate', contract, '--out', dir, ...flags);
  expect(ran.err).toBe('');
  expect(ran.code).toBe(0);
  return { dir, truth: JSON.parse(readFileSync(join(dir, 'truth.json'), 'utf8')) };
};

describe('what was planted is found, nothing else is, and every amount agrees to the fen', () => {
  test.each([
    ['seed 1, a half-year', ['--seed', '1', '--months', '3', '--rows', '20000']],
    [
      'seed 2, every breach that can be planted',
      ['--seed', '2', '--months', '6', '--rows', '9000', '--breaches', 'all'],
    ],
    ['seed 3, to the end of the term', ['--seed', '3', '--from', '2024-12', '--months', '4', '--breaches', 'all']],
    ['seed 4, Parquet', ['--seed', '4', '--months', '2', '--format', 'parquet', '--breaches', 'all']],
    ['seed 5, from the broken first month', ['--seed', '5', '--months', '2', '--from', '2024-03', '--breaches', 'all']],
    ['seed 6, as many messages as usual', ['--seed', '6', '--months', '2']],
    ['seed 7, no message at all', ['--seed', '7', '--months', '2', '--rows', '0', '--breaches', 'none']],
  ])(
    '%s',
    async (name, flags) => {
      const { dir, truth } = await simulated(name.replaceAll(/\W/g, '-'), ...flags);
      const said = await found(dir, truth, loaded);
      expect(said.findings).toEqual(truth.findings);
      expect(inOrder(said.breached)).toEqual(inOrder([...truth.planted, ...truth.besides]));
      expect(said.statements).toEqual(truth.statements);
      expect(said.readings).toEqual(truth.readings);
      expect(new Map(said.bills.map((one) => [one.period, one]))).toEqual(
        new Map(truth.bills.map((one) => [one.period, one])),
      );
    },
    180_000,
  );
});

test('all breaches that the months allow are planted, each breached and with its records; one bill is too high', async () => {
  const { truth } = await simulated('all', '--seed', '11', '--months', '9', '--rows', '900', '--breaches', 'all');
  expect(truth.planted.map(({ obligation }) => obligation)).toEqual(
    loaded.contract.obligations
      .filter(({ kind }) => kind !== 'attestation' && kind !== 'retention')
      .map(({ id }) => id)
      .filter((id) => !truth.notSimulated.includes(id) && id !== 'half-year-bill'),
  );
  expect(truth.planted.every(({ verdict, records }) => verdict === 'breached' && records.length > 0)).toBe(true);
  expect(truth.bills.filter(({ difference }) => difference !== '0.00')).toHaveLength(1);
});

test('a breach that cannot be planted under every reading is named, and nothing else is broken', async () => {
  const { truth } = await simulated('one', '--months', '6', '--rows', '600', '--breaches', 'half-year-bill');
  expect(truth.notPlanted).toEqual(['half-year-bill']);
  expect(truth.planted).toEqual([]);
});

test('a kind names all of its obligations', async () => {
  const { truth } = await simulated('kind', '--months', '2', '--rows', '100', '--breaches', 'respond-within');
  expect(truth.planted.map(({ obligation }) => obligation)).toEqual([
    'user-complaints',
    'gateway-repair',
    'other-complaints',
  ]);
});

test('without breaches nobody breaks anything and every bill agrees', async () => {
  const { truth } = await simulated('none', '--months', '9', '--rows', '900', '--breaches', 'none');
  const verdicts = Object.values(truth.findings).flatMap((of) => Object.values(of));
  expect(verdicts).not.toContain('breached');
  expect(truth.bills.every(({ difference }) => difference === '0.00')).toBe(true);
});

test('the package is exceeded in some months and not in others', async () => {
  const { truth } = await simulated('usual', '--seed', '8', '--months', '2', '--breaches', 'none');
  const months = Object.keys(truth.findings).map((label) => truth.statements[label]);
  expect(months[0]).toBe('300.00');
  expect(months[1]).not.toBe('300.00');
});

test('most messages are one segment, some two, some three, and some are exactly full', async () => {
  const { dir } = await simulated('sizes', '--months', '1', '--rows', '2000', '--breaches', 'none');
  const [, ...lines] = readFileSync(join(dir, 'messages-2024-04.csv'), 'utf8').trimEnd().split('\n');
  const lengths = lines.map((line) => {
    const [, , , , , , , content = '', signature = ''] = line.split(',');
    return content.length + signature.length + 2;
  });
  for (const length of [70, 71, 140, 141]) expect(lengths).toContain(length);
  expect(Math.max(...lengths)).toBeGreaterThan(141);
});

describe('the same flags give the same bytes, another seed gives others', () => {
  const bytes = (dir: string) =>
    readdirSync(dir).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(dir, name)))
        .digest('hex'),
    ]);
  test.each(['csv', 'parquet'])('%s', async (format) => {
    const flags = ['--months', '2', '--rows', '3000', '--format', format];
    const one = await simulated(`same-1-${format}`, ...flags, '--seed', '21');
    const two = await simulated(`same-2-${format}`, ...flags, '--seed', '21');
    const other = await simulated(`same-3-${format}`, ...flags, '--seed', '22');
    expect(bytes(one.dir)).toEqual(bytes(two.dir));
    expect(bytes(one.dir)).not.toEqual(bytes(other.dir));
  });
});

test('a simulation may be written over an earlier one, and leaves nothing of it', async () => {
  await simulated('again', '--months', '3', '--rows', '300');
  const { dir } = await simulated('again', '--months', '1', '--rows', '100');
  expect(readdirSync(dir).filter((name) => name.startsWith('messages'))).toEqual(['messages-2024-04.csv']);
  expect(readdirSync(temp).filter((name) => name.includes('.part'))).toEqual([]);
});

test('a folder with somebody’s files is left alone', async () => {
  const { dir } = await simulated('mine', '--months', '1', '--rows', '100');
  writeFileSync(join(dir, 'contract-notes.txt'), 'keep me');
  const ran = await run('simulate', contract, '--out', dir, '--months', '1');
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('contract-notes.txt');
  expect(readFileSync(join(dir, 'contract-notes.txt'), 'utf8')).toBe('keep me');
});

test.each([
  ['--seed', '-1'],
  ['--seed', '1.5'],
  ['--months', '0'],
  ['--months', '13'],
  ['--rows', 'many'],
  ['--from', '2023-12'],
  ['--from', '2024-13'],
  ['--breaches', 'no-such-obligation'],
  ['--format', 'xlsx'],
])('%s %s is refused, and nothing is written', async (flag, value) => {
  const dir = join(temp, 'refused');
  const ran = await run('simulate', contract, '--out', dir, `${flag}=${value}`);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(flag);
  expect(readdirSync(temp)).not.toContain('refused');
});
