// What is measured. Every figure comes from the built program in dist/, on the same files, in one run.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from 'json-rules-engine';
import { check, loadCalendar, loadContract, loadRules, openRecords, periodFromTo } from '../../dist/index.js';
import { openStore } from '../../dist/records/store.js';
import { contract } from './data.mjs';

/**
 * The median of three runs of each, in seconds, and what the last ones returned. They take turns, so that whatever else
 * the machine does meets all of them.
 */
async function medians(...runs) {
  const times = runs.map(() => []);
  const results = [];
  for (let round = 0; round < 3; round++) {
    for (const [i, run] of runs.entries()) {
      const start = performance.now();
      results[i] = await run();
      times[i].push((performance.now() - start) / 1000);
    }
  }
  return times.map((own, i) => ({ seconds: own.sort((a, b) => a - b)[1], result: results[i] }));
}

/** The contract with only the obligations that look at each message: the kinds over the relation `messages`. */
function messageObligations() {
  const loaded = loadContract(contract);
  const rules = loadRules();
  const own = loaded.contract.obligations.filter(({ kind }) => rules.byKind.get(kind)?.relation?.name === 'messages');
  if (own.length === 0) throw new Error('no obligation over messages');
  return { ...loaded, contract: { ...loaded.contract, obligations: own } };
}

/** Opening the folder with the hash of every file, the whole check of all obligations over messages, and SQL by hand. */
export async function measure({ dir, truth }, temp) {
  const calendar = loadCalendar();
  const period = periodFromTo(truth.from, truth.to);
  const [opened] = await medians(async () => (await openRecords(dir, { calendar })).close());
  const records = await openRecords(dir, { calendar });
  const store = await openStore(temp);
  try {
    const loaded = messageObligations();
    const ours = () => check({ loaded, records, rules: loadRules(), calendar, period, asOf: truth.asOf });
    const [checked, hand] = await medians(ours, () => byHand(store, dir, truth));
    return { opened, checked, hand };
  } finally {
    await store.close();
    await records.close();
  }
}

const mt = "direction = 'MT' AND status <> 'rejected'";
const han = "length(regexp_replace(signature, '[^\\p{Han}]+', '', 'g'))";
const characters = "length(regexp_replace(signature, '([\\x{10000}-\\x{10FFFF}])', '\\1\\1', 'g'))";
const illegal = `CASE WHEN ${han} > 0 THEN ${han} < 3 OR ${characters} > 8 ELSE ${characters} > 16 END`;

/** The same measures, and the same evidence where something is wrong, as a person would write them for this contract. */
async function byHand(store, dir, truth) {
  const files = readdirSync(dir)
    .filter((name) => name.startsWith('messages'))
    .map((name) => `'${join(dir, name)}'`);
  const from = `FROM read_parquet([${files}])
    WHERE sent_at >= '${truth.from} 00:00:00' AND sent_at < DATE '${truth.to}' + 1 AND sent_at <= '${truth.asOf}'`;
  const [row] = await store.query(`SELECT count(*) FILTER (WHERE ${mt}) AS total,
    count(*) FILTER (WHERE ${mt} AND signature IS NULL) AS unsigned,
    count(*) FILTER (WHERE ${mt} AND ${illegal}) AS invalid, 0 AS unknown ${from}`);
  if (row.unsigned + row.invalid === 0) return row;
  await store.query(`SELECT id, sent_at, recipient, signature ${from}
    AND ${mt} AND (signature IS NULL OR ${illegal}) ORDER BY sent_at, id LIMIT 20`);
  return row;
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
