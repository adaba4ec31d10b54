// What is measured. Every figure comes from the built program in dist/, on the same files, in one run.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from 'json-rules-engine';
import { reconcileSides } from '../../dist/billing/two-sided/reconcile.js';
import { check, loadCalendar, loadContract, loadRules, openRecords, periodFromTo } from '../../dist/index.js';
import { openBeside } from '../../dist/records/beside.js';
import { prepare } from '../../dist/records/prepare.js';
import { openStore } from '../../dist/records/store.js';

/**
 * The median of some runs of each, in seconds, and what the last ones returned. They take turns, so that whatever else
 * the machine does meets all of them.
 */
export async function medians(runs, rounds = 5) {
  const times = runs.map(() => []);
  const results = [];
  for (let round = 0; round < rounds; round++) {
    for (const [i, run] of runs.entries()) {
      const start = performance.now();
      results[i] = await run();
      times[i].push((performance.now() - start) / 1000);
    }
  }
  return times.map((own, i) => ({ seconds: own.sort((a, b) => a - b)[rounds >> 1], result: results[i] }));
}

/** The contract with only these obligations. */
function only(contract, ids) {
  const loaded = loadContract(contract);
  const own = loaded.contract.obligations.filter(({ id }) => ids.includes(id));
  if (own.length !== ids.length) throw new Error(`${contract} has not all of ${ids.join(', ')}`);
  return { ...loaded, contract: { ...loaded.contract, obligations: own } };
}

/** Opening the folder with the hash of every file, the whole check of the obligations, and SQL by hand over the same files. */
export async function measure(folder, obligations, byHand, temp) {
  const { contract, dir, from, to, asOf } = folder;
  const calendar = loadCalendar();
  const period = periodFromTo(from, to);
  const [opened] = await medians([async () => (await openRecords(dir, { calendar })).close()]);
  const records = await openRecords(dir, { calendar });
  const store = await openStore(temp);
  try {
    await viewsOf(store, dir);
    const loaded = only(contract, obligations);
    const ours = () => check({ loaded, records, rules: loadRules(), calendar, period, asOf });
    const [checked, hand] = await medians([ours, () => byHand(store, folder)]);
    return { opened, checked, hand };
  } finally {
    await store.close();
    await records.close();
  }
}

/** Two sides' messages, opened already, compared and priced; and one full outer join by hand. One run each: they take minutes. */
export async function measureTwoSided({ contract, dir, from, to, asOf }, theirDir, byHand, temp) {
  const calendar = loadCalendar();
  const prepared = await prepare(calendar, { folders: [dir, theirDir] });
  const records = await openRecords(dir, { calendar, prepared });
  const theirs = await openBeside('theirs', theirDir, prepared, { calendar });
  const store = await openStore(temp);
  try {
    await store.query(`CREATE VIEW messages AS FROM read_parquet('${dir}/messages-*.parquet')`);
    await store.query(`CREATE VIEW theirs AS FROM read_parquet('${theirDir}/messages.parquet')`);
    const period = periodFromTo(from, to);
    const input = { loaded: loadContract(contract), records, rules: loadRules(), calendar, period, asOf };
    const by = { messages: ['id'], calls: ['id'] };
    const ours = () => reconcileSides(input, theirs, { by, unmask: false });
    const [compared, hand] = await medians([ours, () => byHand(store, { from, to, asOf })], 1);
    return { compared, hand };
  } finally {
    await store.close();
    await prepared.close();
  }
}

/** The tables of a folder, for SQL by hand. */
export async function viewsOf(store, dir) {
  for (const table of ['messages', 'calls', 'complaints', 'list_entries']) {
    const files = readdirSync(dir).filter((name) => name.startsWith(table) && name.endsWith('.parquet'));
    const paths = files.map((name) => `'${join(dir, name)}'`);
    if (files.length > 0) await store.query(`CREATE VIEW ${table} AS FROM read_parquet([${paths}])`);
  }
}

/** Messages a second when json-rules-engine judges each message by itself: its three conditions over ready-made facts. */
export async function measureNaive({ dir }, temp) {
  const store = await openStore(temp);
  const [file] = readdirSync(dir).filter((name) => name.startsWith('messages'));
  const messages = await store.query(`SELECT direction, coalesce(signature, '') AS signature
    FROM read_parquet('${join(dir, file)}') LIMIT 50000`);
  await store.close();
  const engine = new Engine();
  engine.addRule({
    conditions: {
      all: [
        { fact: 'direction', operator: 'equal', value: 'MT' },
        { fact: 'han', operator: 'greaterThanInclusive', value: 3 },
        { fact: 'characters', operator: 'lessThanInclusive', value: 8 },
      ],
    },
    event: { type: 'valid' },
  });
  const start = performance.now();
  for (const { direction, signature } of messages) {
    const facts = { direction, han: signature.match(/\p{Script=Han}/gu)?.length ?? 0, characters: signature.length };
    await engine.run(facts);
  }
  return messages.length / ((performance.now() - start) / 1000);
}
