import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bill } from '../billing/bill.ts';
import { assess } from '../billing/claims.ts';
import type { Statement } from '../billing/statement.ts';
import { tellPretty } from '../format/problems/index.ts';
import type { Lang } from '../locale/text.ts';
import { Stop } from '../problem.ts';
import { compare } from '../report/compare.ts';
import type { ReportEntry } from '../report/entry.ts';
import { outliersIn } from '../review/outliers.ts';
import type { Inputs } from '../rules/inputs.ts';
import { dayOf } from '../time/instant.ts';
import type { Period } from '../time/period.ts';
import type { Io } from './command.ts';

export interface EntryOptions {
  lang: Lang;
  /** The period to compare with. */
  since?: Period | undefined;
}

/** Checks and bills one contract over opened inputs, and the same for the period that it is compared with. */
export async function entryFrom(inputs: Inputs, { lang, since }: EntryOptions, io: Io): Promise<ReportEntry> {
  const results = await resultsOf(inputs, lang, io);
  const missingTables = [...inputs.records.tables].flatMap(([name, table]) => (table.present ? [] : [name]));
  const before = since && (await resultsOf({ ...inputs, period: since }, lang, io));
  return {
    contract: inputs.loaded.contract,
    ...results,
    calendar: inputs.calendar,
    missingTables,
    ...(before && { comparison: compare(before, results) }),
  };
}

async function resultsOf(inputs: Inputs, lang: Lang, io: Io): Promise<Pick<ReportEntry, 'check' | 'statement'>> {
  return { check: await assess(inputs), statement: await statementOf(inputs, lang, io) };
}

/** A report for part of a month still has findings; that it has no statement is said. */
async function statementOf(inputs: Inputs, lang: Lang, io: Io): Promise<Statement | null> {
  return bill(inputs).catch((error: unknown) => {
    if (!(error instanceof Stop)) throw error;
    const told = error.problems.map((problem) => ({ ...problem, severity: 'warning' as const }));
    io.err(`${tellPretty(told, lang)}\n`);
    return null;
  });
}

/** Each contract held against the others of the same report. */
export const withOutliers = (entries: readonly ReportEntry[]): Promise<ReportEntry[]> =>
  Promise.all(
    entries.map(async (entry) => {
      const others = entries.filter((one) => one !== entry).map(({ contract }) => contract);
      return { ...entry, outliers: await outliersIn(entry.contract, others, dayOf(entry.check.asOf)) };
    }),
  );

/** A contract's own folder of the data, else the data folder itself. */
export const dataOf = (data: string, id: string): string => (existsSync(join(data, id)) ? join(data, id) : data);
