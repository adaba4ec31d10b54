import type { Lang } from '../../locale/text.ts';
import { xlsx } from '../../workbook/workbook.ts';
import type { ReportEntry } from '../entry.ts';
import { voiceOf } from '../view/words.ts';
import { accountSheet, periodsSheet } from './account.ts';
import { doubtsSheet, evidenceSheet } from './evidence.ts';
import { findingsSheet, remediesSheet } from './findings.ts';
import { methodSheet, overviewSheet } from './overview.ts';
import { reconciliationSheet } from './reconciliation.ts';
import { clausesSheet, dataSheet } from './register.ts';
import { statementSheet } from './statement.ts';
import { trackSheets } from './track.ts';

export interface WorkbookOptions {
  /** Show the numbers of natural persons in full. */
  unmask?: boolean;
  /** Obligation -> the file with all its evidence, as it is found from the workbook. */
  evidenceFiles?: ReadonlyMap<string, string>;
}

/**
 * The report on one contract as the bytes of an .xlsx file: findings, remedies, evidence, statement, reconciliation,
 * account, clauses, data and method, a sheet each. Amounts, counts and Beijing times are cells of their type; what the
 * records cannot settle is said in words. Same entry, same bytes.
 */
export function reportWorkbook(entry: ReportEntry, lang: Lang, options: WorkbookOptions = {}): Uint8Array {
  const { unmask = false, evidenceFiles = new Map() } = options;
  const { contract, check, statement, missingTables = [] } = entry;
  const voice = voiceOf(lang);
  return xlsx({
    sheets: [
      overviewSheet(entry, voice),
      findingsSheet(contract, check, evidenceFiles, voice),
      remediesSheet(check, voice),
      evidenceSheet(check, unmask, voice),
      ...trackSheets(check, voice),
      statementSheet(contract, statement, voice),
      reconciliationSheet(contract, statement, voice),
      ...(statement && statement.periods.length > 0 ? [periodsSheet(statement, voice)] : []),
      accountSheet(statement, voice),
      clausesSheet(contract, voice),
      doubtsSheet(check, voice),
      dataSheet(check.receipt, missingTables, voice),
      methodSheet(entry, unmask, evidenceFiles.size > 0, voice),
    ],
  });
}
