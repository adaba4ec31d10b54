import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Topic, topics } from '../../src/locale/topics.ts';
import { readSchema } from '../../src/yaml/ajv.ts';
import { rules } from '../support/records.ts';
import { run } from '../support/run.ts';

interface Listed {
  obligation: string;
  kind: string;
  topic: Topic;
}

let [temporary, data] = ['', ''];
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'lvyue-topics-'));
  data = join(temporary, 'data');
  mkdirSync(data);
  writeFileSync(join(data, 'complaints.csv'), 'id,received_at,category,replied_at\n');
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

/** The findings that the command lists for a contract without a record. */
async function listed(contract: string): Promise<Listed[]> {
  const ran = await run(
    'check',
    contract,
    '--data',
    data,
    '--period',
    '2024-05',
    '--as-of',
    '2024-06-30',
    '--format',
    'json',
  );
  return JSON.parse(ran.out).findings;
}

/** The base contract with an edit, in a folder of its own. */
function edited(from: string, to: string): string {
  const folder = join(temporary, 'base');
  const text = readFileSync('test/golden/base/contract.yaml', 'utf8');
  expect(text).toContain(from);
  mkdirSync(folder);
  writeFileSync(join(folder, 'contract.yaml'), text.replace(from, to));
  return folder;
}

test('the topics that a contract may write are those that reports have names for, in their order', () => {
  const { $defs } = readSchema('common.schema.json') as { $defs: { obligationTopic: { enum: string[] } } };
  expect($defs.obligationTopic.enum).toEqual(topics);
});

test('every kind of obligation has a topic', () => {
  const { $defs } = readSchema('contract.schema.json') as { $defs: { kind: { enum: string[] } } };
  const without = $defs.kind.enum.filter((kind) => !topics.some((topic) => topic === rules.byKind.get(kind)?.topic));
  expect(without).toEqual([]);
});

test.each(readdirSync('contracts'))(
  'no topic is a dustbin in %s: each obligation has one, none has a quarter of them',
  async (id) => {
    const findings = await listed(id);
    expect(findings.length).toBeGreaterThan(40);
    const counts = topics.map((topic) => findings.filter((one) => one.topic === topic).length);
    expect(counts.reduce((sum, n) => sum + n)).toBe(findings.length);
    expect(Math.max(...counts)).toBeLessThan(findings.length / 4);
  },
);

test('what a contract says of an obligation goes before the topic of its kind, and changes nothing else', async () => {
  const [plain] = await listed('test/golden/base');
  expect(plain).toMatchObject({ obligation: 'complaints', kind: 'respond-within', topic: 'complaints' });
  const [stated] = await listed(edited('kind: respond-within', 'kind: respond-within\n    topic: service'));
  expect(stated).toEqual({ ...plain, topic: 'service' });
});
