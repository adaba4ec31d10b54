import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LoadedContract, loadContract } from '../../src/contract/load.ts';
import { overlay } from '../../src/contract/overlay.ts';
import { type EvidenceFile, type EvidenceOptions, writeEvidence } from '../../src/report/evidence/files.ts';
import { keepEvidence } from '../../src/report/evidence/keep.ts';
import { check } from '../../src/rules/check.ts';
import type { CheckResult, EvidenceRow } from '../../src/rules/finding.ts';
import { parsePeriod } from '../../src/time/period.ts';
import { calendar, type Rows, rules, withRecords } from '../support/records.ts';

const base = loadContract('test/golden/base');
const changed = (changes: object): LoadedContract => ({ ...base, contract: overlay(base.contract, changes) });
const text = { zh: '甲', en: 'a' };

interface Written {
  result: CheckResult;
  files: readonly EvidenceFile[];
  read(obligation: string): Buffer;
  /** The rows of a Parquet file. */
  rows(obligation: string): readonly EvidenceRow[];
}

/** Checks the rows with a page of three, and writes all evidence. */
async function written(rows: Rows, contract: LoadedContract, options: Partial<EvidenceOptions> = {}): Promise<Written> {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-evidence-'));
  try {
    return await withRecords(rows, async (records) => {
      const kept = keepEvidence(records.store);
      const inputs = {
        loaded: contract,
        records,
        rules,
        calendar,
        period: parsePeriod('2024-05'),
        asOf: '2024-06-30 23:59:59',
      };
      const result = await check(inputs, { evidenceRows: 3, evidenceTo: kept.keep });
      const all = { format: 'csv', lang: 'zh', unmask: false, ...options } as const;
      const files = await writeEvidence(records.store, kept.all, folder, all);
      const contents = new Map(files.map(({ file }) => [file, readFileSync(join(folder, file))]));
      const parquet = new Map<string, EvidenceRow[]>();
      for (const { file, obligation } of files) {
        if (file.endsWith('.csv')) continue;
        const found = await records.store.query(`select * from read_parquet('${join(folder, file)}')`);
        parquet.set(obligation, found as EvidenceRow[]);
      }
      const read = (obligation: string) => contents.get(`${obligation}.${all.format}`) ?? Buffer.alloc(0);
      return { result, files, read, rows: (obligation: string) => parquet.get(obligation) ?? [] };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const window = {
  id: 'hours',
  title: text,
  bearer: 'customer',
  clause: '3.1',
  kind: 'sending-window',
  parameters: { from: '08:00', to: '20:00' },
};
const withWindow = changed({ obligations: { hours: window } });

/** Messages at night, all at the same second, the ids in no order. */
const messages = Array.from({ length: 40 }, (_, i) => ({
  id: i === 0 ? '=1+1' : `m${(i * 7) % 40}`,
  sent_at: i % 2 ? '2024-05-10 23:30:00' : '2024-05-10 23:30:00.25',
  direction: 'MT',
  status: 'delivered',
  recipient: `1380000${String(1000 + i)}`,
  category: i === 3 ? null : 'notice',
}));

const lines = (csv: Buffer) =>
  csv
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\n');

test('the file begins with the rows of the page and has as many as the page says there are', async () => {
  const { result, files, rows } = await written({ messages }, withWindow, { format: 'parquet', unmask: true });
  const finding = result.findings.find(({ obligation }) => obligation === 'hours');
  expect(finding?.evidence).toHaveLength(3);
  expect(rows('hours').slice(0, 3)).toEqual(finding?.evidence);
  expect(rows('hours')).toHaveLength(40);
  expect(finding?.evidenceTotal).toBe(40);
  expect(files).toEqual([expect.objectContaining({ obligation: 'hours', file: 'hours.parquet', rows: 40 })]);
});

test('numbers of persons are masked as on the page, and in full where that is asked for', async () => {
  const recipients = async (unmask: boolean) =>
    (await written({ messages }, withWindow, { format: 'parquet', unmask })).rows('hours').map((row) => row.recipient);
  expect(new Set((await recipients(false)).map((one) => String(one).slice(0, 7)))).toEqual(new Set(['138****']));
  expect((await recipients(true)).toSorted()[0]).toBe('13800001000');
});

test('a CSV file opens in Excel: byte order mark, headers in words, nothing that begins a formula', async () => {
  const { read } = await written({ messages }, withWindow);
  expect([...read('hours').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head, ...rows] = lines(read('hours'));
  expect(head).toBe('"数据表","记录编号","发送时间","手机号","类别"');
  expect(rows).toHaveLength(40);
  expect(rows.filter((row) => row.includes('=1+1'))).toEqual([
    "短信,'=1+1,2024-05-10 23:30:00.250000,138****1000,notice",
  ]);
  const english = lines((await written({ messages }, withWindow, { lang: 'en' })).read('hours'));
  expect(english[0]).toBe('"Table","Record id","Sent at","Recipient","Category"');
});

test('rows of equal rank come in the same order: the same rows give the same bytes', async () => {
  for (const format of ['csv', 'parquet'] as const) {
    const first = await written({ messages }, withWindow, { format });
    const again = await written({ messages: messages.toReversed() }, withWindow, { format });
    expect(again.read('hours').equals(first.read('hours'))).toBe(true);
    expect(again.files).toEqual(first.files);
  }
});

test('where the terms changed within the period, the rows of each part follow each other and say which it is', async () => {
  const amendment = {
    ...{ id: 'later', title: text, clause: '5.1', effective: '2024-05-11' },
    changes: { obligations: { hours: { parameters: { to: '21:00' } } } },
  };
  const more = messages.slice(0, 5).map((row, i) => ({ ...row, id: `n${i}`, sent_at: '2024-05-12 22:00:00' }));
  const contract = changed({ obligations: { hours: window }, amendments: [amendment] });
  const { result, files, rows } = await written({ messages: [...messages, ...more] }, contract, {
    format: 'parquet',
    unmask: true,
  });
  const finding = result.findings.find(({ obligation }) => obligation === 'hours');
  const parts = rows('hours').map(({ part_from, part_to }) => `${part_from}..${part_to}`);
  expect(parts).toEqual([...Array(40).fill('2024-05-01..2024-05-10'), ...Array(5).fill('2024-05-11..2024-05-31')]);
  expect(files[0]?.rows).toBe(45);
  const own = rows('hours')
    .slice(0, 3)
    .map(({ part_from: _, part_to: __, part_verdict: ___, ...row }) => row);
  expect(own).toEqual(finding?.evidence);
});

test('evidence that is computed and no query is written in full too', async () => {
  const port = { port: '10690001', category: 'spam', responsible: 'customer' };
  const complaints = ['c1', 'c2'].map((id) => ({ id, received_at: '2024-05-02 09:00:00', ...port }));
  const sent = messages.map((row) => ({ ...row, port: '10690001', sent_at: '2024-05-03 09:00:00' }));
  const governance = {
    ...{ id: 'ports', title: text, bearer: 'carrier', clause: '3.1', kind: 'port-governance' },
    parameters: {
      ...{ day_complaints: 2, limited_percent: 25, slow_per_second: 2, week_complaints: 10, week: 'rolling' },
      ...{ calm_complaints: 4, limited_recovery_days: 21, slow_recovery_days: 45, after_slow_recovery_days: 21 },
      ...{ suspended_days: 10, halved_recovery_days: 14 },
    },
  };
  const contract = changed({ obligations: { ports: governance } });
  const { result, files, rows } = await written(
    { complaints, events: [{ id: 'e1', type: 'termination', occurred_at: '2024-05-30' }], messages: sent },
    contract,
    {
      ...{ format: 'parquet', unmask: true },
    },
  );
  const finding = result.findings.find(({ obligation }) => obligation === 'ports');
  expect(finding?.evidenceTotal).toBeGreaterThan(3);
  expect(rows('ports').slice(0, 3)).toEqual(finding?.evidence);
  expect(files.find(({ obligation }) => obligation === 'ports')?.rows).toBe(finding?.evidenceTotal);
});
