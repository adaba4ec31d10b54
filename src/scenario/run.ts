import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bill } from '../billing/bill.ts';
import { assess } from '../billing/claims.ts';
import type { LoadedContract } from '../contract/load.ts';
import { type Problem, Stop, stop } from '../problem.ts';
import { openRecords } from '../records/open.ts';
import type { Prepared } from '../records/prepare.ts';
import { tables } from '../records/tables.ts';
import type { Rules } from '../rules/load.ts';
import type { Calendar } from '../time/calendar.ts';
import { parseAsOf } from '../time/instant.ts';
import { periodOf } from '../time/period.ts';
import type { Source } from '../yaml/read.ts';
import { compareBill } from './compare/bill.ts';
import { type Difference, differAll } from './compare/differ.ts';
import { compareFindings } from './compare/findings.ts';
import { compareRows } from './compare/rows.ts';
import { patched, type Row, type Scenario } from './scenario.ts';

export interface Setting {
  loaded: LoadedContract;
  rules: Rules;
  calendar: Calendar;
  source: Source;
  /** Used by one scenario after the other. */
  prepared: Prepared;
}

/** Runs a scenario through the same door as everyone: its rows are written as files, opened, checked and billed. */
export async function runScenario(scenario: Scenario, pointer: string, setting: Setting): Promise<Difference[]> {
  const asOf =
    parseAsOf(scenario.as_of) ??
    stop(
      'flag-invalid',
      { flag: 'as_of', value: scenario.as_of, expected: '2025-08-31, 2025-08-31 18:00:00' },
      setting.source.locate(`${pointer}/as_of`),
    );
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-scenario-'));
  try {
    writeRecords(folder, scenario.records ?? {});
    const { refused } = scenario.expect;
    return await unless(refused, '/expect/refused', () => compared(scenario, folder, asOf, setting));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compared(scenario: Scenario, folder: string, asOf: string, setting: Setting): Promise<Difference[]> {
  const { calendar, prepared } = setting;
  const records = await openRecords(folder, { calendar, prepared });
  try {
    const loaded = patched(setting.loaded, scenario, setting.source);
    const input = { ...setting, loaded, records, asOf, period: periodOf(String(scenario.period)) };
    const { findings = {}, anomalies, rights, bill: expected } = scenario.expect;
    const checked = await assess(input, {
      only: Object.keys(findings),
      beside: anomalies !== undefined || rights !== undefined,
    });
    const billed = async () => (expected ? compareBill(expected, await bill(input)) : []);
    return [
      ...compareFindings(findings, checked, loaded.contract),
      ...(anomalies ? compareRows('anomalies', anomalies, checked.anomalies) : []),
      ...(rights ? compareRows('rights', rights, checked.rights) : []),
      ...(await unless(expected?.refused, '/expect/bill/refused', billed)),
    ];
  } finally {
    await records.close();
  }
}

/** What the work came to; where it is expected to be refused, whether it is, and for what. */
async function unless(
  refused: readonly string[] | undefined,
  at: string,
  work: () => Promise<Difference[]>,
): Promise<Difference[]> {
  if (!refused) return work();
  try {
    await work();
    return differAll(at, 'refused', refused, undefined);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const found = error.problems.map((one, i) => (refused[i]?.includes(' ') ? placed(one) : one.code));
    return differAll(at, 'refused', refused, found);
  }
}

/** `record-value payments.ndjson:2 amount`: the problem with its file, row and column. */
function placed({ code, file = '', data }: Problem): string {
  const row = 'row' in data ? `:${data.row}` : '';
  return [code, `${basename(file)}${row}`, ...('column' in data ? [data.column] : [])].join(' ');
}

function writeRecords(folder: string, records: Record<string, readonly Row[]>): void {
  mkdirSync(folder, { recursive: true });
  for (const [table, rows] of Object.entries(records)) {
    const lines = rows.flatMap(repeated).map((row) => JSON.stringify(row));
    // An empty list is a table without rows, which is not the same as no table: its header says so.
    if (lines.length > 0) writeFileSync(join(folder, `${table}.ndjson`), `${lines.join('\n')}\n`);
    else writeFileSync(join(folder, `${table}.csv`), `${columnsOf(table).join(',')}\n`);
  }
}

const columnsOf = (name: string): string[] =>
  (tables.find((table) => table.name === name)?.columns ?? []).map((column) => column.name);

function repeated({ repeat, ...row }: Row): Record<string, unknown>[] {
  if (repeat === undefined) return [row];
  return Array.from({ length: repeat }, (_, i) => ({ ...row, ...('id' in row && { id: `${row.id}-${i + 1}` }) }));
}
