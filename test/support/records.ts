import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bill } from '../../src/billing/bill.ts';
import type { Statement } from '../../src/billing/statement.ts';
import { type LoadedContract, loadContract } from '../../src/contract/load.ts';
import { openRecords, type Records } from '../../src/records/open.ts';
import { type Prepared, prepare } from '../../src/records/prepare.ts';
import { check } from '../../src/rules/check.ts';
import type { CheckResult } from '../../src/rules/finding.ts';
import type { Inputs } from '../../src/rules/inputs.ts';
import { loadRules } from '../../src/rules/load.ts';
import { type Series, seriesOf } from '../../src/rules/series.ts';
import { loadCalendar } from '../../src/time/calendar.ts';
import { type Period, parsePeriod, periodFromTo } from '../../src/time/period.ts';
import { put } from './put.ts';

export const calendar = loadCalendar();
export const rules = loadRules();

export type Rows = Record<string, readonly Record<string, unknown>[]>;

/** One store for all rows of a test file; its folder goes away with the process. */
let prepared: Promise<Prepared> | undefined;

/** Writes rows as NDJSON, opens them as a user's folder would be opened, and cleans up. */
export async function withRecords<T>(rows: Rows, use: (records: Records) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-test-'));
  try {
    for (const [table, list] of Object.entries(rows)) {
      writeFileSync(join(folder, `${table}.ndjson`), list.map((row) => `${JSON.stringify(row)}\n`).join(''));
    }
    prepared ??= prepare(calendar);
    const records = await openRecords(folder, { calendar, prepared: await prepared });
    try {
      return await use(records);
    } finally {
      await records.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Asked {
  contract?: string | LoadedContract;
  /** A name such as 2024Q2, or two days: 2024-05-10..2024-05-20. */
  period: string;
  asOf: string;
}

function named(period: string): Period {
  const [from = '', to] = period.split('..');
  return to === undefined ? parsePeriod(from) : periodFromTo(from, to);
}

const input = ({ contract = 'test/golden/base', period, asOf }: Asked, records: Records): Inputs => ({
  loaded: typeof contract === 'string' ? loadContract(contract) : contract,
  records,
  rules,
  calendar,
  period: named(period),
  asOf,
});

export const checkRows = (rows: Rows, asked: Asked): Promise<CheckResult> =>
  withRecords(rows, (records) => check(input(asked, records), { evidenceRows: 100_000 }));

/** The same without files, for rows by the thousand; `[]` is a table without rows. Their cells must be right. */
export const checkPut = async (rows: Rows, asked: Asked): Promise<CheckResult> =>
  check(input(asked, await put(rows, calendar)), { evidenceRows: 100_000 });

/** What is drawn of each obligation, with the findings, likewise without files. */
export async function seriesPut(rows: Rows, asked: Asked): Promise<CheckResult & { series: Map<string, Series[]> }> {
  const all = input(asked, await put(rows, calendar));
  const found = await check(all);
  return { ...found, series: await seriesOf(all, found.findings) };
}

export const billRows = (rows: Rows, asked: Asked): Promise<Statement> =>
  withRecords(rows, (records) => bill(input(asked, records)));

/** The same without files; to look for the causes of differences takes most of the time. */
export async function billPut(rows: Rows, asked: Asked, { causes = true } = {}): Promise<Statement> {
  const all = input(asked, await put(rows, calendar));
  return bill(causes ? all : { ...all, rules: { ...rules, causes: [] } });
}
