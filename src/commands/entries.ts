import { join } from 'node:path';
import { bill } from '../billing/bill.ts';
import { assess } from '../billing/claims.ts';
import type { Statement } from '../billing/statement.ts';
import { datesAhead } from '../dates/dates-ahead.ts';
import { tellPretty } from '../format/problems/index.ts';
import type { Lang } from '../locale/text.ts';
import { Stop } from '../problem.ts';
import { wantedBy } from '../readiness/wanted.ts';
import { compare } from '../report/compare.ts';
import type { ReportEntry } from '../report/entry.ts';
import { type EvidenceFile, type EvidenceOptions, writeEvidence } from '../report/evidence/files.ts';
import { keepEvidence } from '../report/evidence/keep.ts';
import { outliersIn } from '../review/outliers.ts';
import type { CheckResult } from '../rules/finding.ts';
import type { Inputs } from '../rules/inputs.ts';
import { seriesOf } from '../rules/series.ts';
import { addDays } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import type { Period } from '../time/period.ts';
import type { Io } from './command.ts';

export interface EntryOptions {
  lang: Lang;
  /** The period to compare with. */
  since?: Period | undefined;
  /** Where all evidence goes, in a folder of the contract's own; only the pages' own where absent. */
  evidence?: (EvidenceOptions & { folder: string }) | undefined;
}

/** So many days ahead the pages show what is due. */
const daysAhead = 90;

/** Checks and bills one contract over opened inputs, and the same for the period that it is compared with. */
export async function entryFrom(inputs: Inputs, options: EntryOptions, io: Io): Promise<ReportEntry> {
  const { lang, since } = options;
  const { contract } = inputs.loaded;
  const { check, files } = await checked(inputs, options);
  const results = { check, statement: await statementOf(inputs, lang, io) };
  const { tables, compared } = wantedBy(contract, inputs.rules, inputs.period);
  const missingTables = [...new Set([...tables.keys(), ...compared.keys()])].filter(
    (name) => inputs.records.tables.get(name)?.present !== true,
  );
  const then = since && { ...inputs, period: since };
  const before = then && { check: await assess(then), statement: await statementOf(then, lang, io) };
  return {
    contract,
    ...results,
    series: await seriesOf(inputs, check.findings),
    dates: await datesAhead(inputs, addDays(dayOf(inputs.asOf), daysAhead)),
    ...(files && { evidence: files }),
    calendar: inputs.calendar,
    missingTables,
    ...(before && { comparison: compare(before, results) }),
  };
}

/** The findings, and the files with all their evidence where those are asked for. */
async function checked(
  inputs: Inputs,
  { evidence }: EntryOptions,
): Promise<{ check: CheckResult; files?: EvidenceFile[] }> {
  if (!evidence) return { check: await assess(inputs) };
  const { store } = inputs.records;
  const { keep, all } = keepEvidence(store);
  const check = await assess(inputs, { evidenceTo: keep });
  const folder = join(evidence.folder, inputs.loaded.contract.id, 'evidence');
  return { check, files: await writeEvidence(store, all, folder, evidence) };
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
      // One by itself has nothing to be compared with.
      if (others.length === 0) return entry;
      return { ...entry, outliers: await outliersIn(entry.contract, others, dayOf(entry.check.asOf)) };
    }),
  );
