import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { validate } from '../../src/contract/validate.ts';
import { parseYaml } from '../../src/yaml/read.ts';
import { type Mutation, mutations } from './mutate.ts';

/** One in so many mutations is tried; LVYUE_RUNS multiplies, `LVYUE_RUNS=601` tries all (half an hour). */
const stride = Math.max(1, Math.floor(601 / Number(process.env.LVYUE_RUNS ?? 1)));

interface Tally {
  tried: number;
  broken: number;
  off: string[];
  silent: string[];
  many: string[];
}

test.each(contractIds())('a slip anywhere in %s is told where it is, and once', (id) => {
  const text = readFileSync(`contracts/${id}/contract.yaml`, 'utf8');
  const tally: Tally = { tried: 0, broken: 0, off: [], silent: [], many: [] };
  let i = 0;
  for (const mutation of mutations(text)) if (i++ % stride === 0) look(mutation, tally);
  console.log(`${id}: ${tally.tried} tried, ${tally.broken} broken, ${tally.off.length} told elsewhere`);
  if (process.env.LVYUE_SHOW) console.log(JSON.stringify(tally, null, 1));
  // A misspelt key is never taken for another, nor passed over.
  expect(tally.silent).toEqual([]);
  expect(tally.many).toEqual([]);
  // Of a sample three may be told elsewhere, such as where a part that is gone was named.
  const most = Math.max(stride > 1 ? 3 : 0, tally.broken * 0.01);
  expect(tally.off.length, tally.off.join('\n')).toBeLessThanOrEqual(most);
});

function look({ how, path, line, text }: Mutation, tally: Tally): void {
  const named = `${how} ${path} (${line})`;
  const errors = validate(parseYaml(text, 'contract.yaml')).filter(({ severity }) => severity === 'error');
  tally.tried += 1;
  if (errors.length === 0) {
    if (how === 'misspelt') tally.silent.push(named);
    return;
  }
  tally.broken += 1;
  const lines = errors.map((one) => one.line ?? 0);
  const told = errors.map((one) => `${one.line} ${one.code}`).join(', ');
  if (!lines.some((one) => Math.abs(one - line) <= 1)) tally.off.push(`${named}: ${told}`);
  if (errors.length > 3) tally.many.push(`${named}: ${errors.length}: ${told.slice(0, 200)}`);
}
