import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bill } from '../billing/bill.ts';
import { assess } from '../billing/claims.ts';
import { tellPretty } from '../format/problems/index.ts';
import type { Lang } from '../locale/text.ts';
import { Stop } from '../problem.ts';
import type { ReportEntry } from '../report/view/portfolio.ts';
import type { Inputs } from '../rules/inputs.ts';
import { seriesOf } from '../rules/series.ts';
import type { Io } from './command.ts';

export interface Entry extends ReportEntry {
  missingTables: readonly string[];
}

/** Checks and bills one contract over opened inputs. */
export async function entryFrom(inputs: Inputs, lang: Lang, io: Io): Promise<Entry> {
  const findings = await assess(inputs);
  const statement = await bill(inputs).catch((error: unknown) => {
    // A report for part of a month still has findings; that it has no statement is said.
    if (!(error instanceof Stop)) throw error;
    const told = error.problems.map((problem) => ({ ...problem, severity: 'warning' as const }));
    io.err(`${tellPretty(told, lang)}\n`);
    return null;
  });
  const missingTables = [...inputs.records.tables].flatMap(([name, table]) => (table.present ? [] : [name]));
  const series = await seriesOf(inputs, findings.findings);
  return { contract: inputs.loaded.contract, check: findings, statement, series, missingTables };
}

/** A contract's own folder of the data, else the data folder itself. */
export const dataOf = (data: string, id: string): string => (existsSync(join(data, id)) ? join(data, id) : data);
