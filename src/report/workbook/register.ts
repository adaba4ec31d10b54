import type { Clause } from '../../contract/register.ts';
import type { Contract } from '../../contract/schema.generated.ts';
import { tableWord } from '../../format/evidence.ts';
import { treatmentNames } from '../../locale/treatments.ts';
import { workbookWords } from '../../locale/workbook.ts';
import type { Receipt } from '../../rules/finding.ts';
import type { Sheet } from '../../workbook/workbook.ts';
import type { Voice } from '../view/words.ts';
import { code, count, nothing, type SheetColumn, tableSheet, text } from './cells.ts';

/** Every clause of the paper, how it is treated and what realises it. */
export function clausesSheet({ clauses = [] }: Contract, voice: Voice): Sheet {
  const { lang } = voice;
  const { sheets, heads, none } = workbookWords[lang];
  const columns: SheetColumn<Clause>[] = [
    { head: heads.clause, width: 12, cell: ({ ref }) => code(ref, voice) },
    { head: heads.page, width: 8, cell: ({ page }) => (page === undefined ? nothing : count(page)) },
    { head: heads.gist, width: 60, cell: ({ gist }) => text(gist[lang], voice) },
    { head: heads.treatment, width: 12, cell: ({ treatment }) => text(treatmentNames[treatment][lang], voice) },
    { head: heads.realisedBy, width: 40, cell: ({ by = [] }) => code(by.join(', '), voice) },
    { head: heads.note, width: 40, cell: ({ note }) => text(note?.[lang] ?? '', voice) },
  ];
  return tableSheet(sheets.clauses, columns, clauses, none);
}

interface FileRow {
  file: string;
  read?: number;
  rejected?: number;
  sha256: string;
}

/** The record files, what was read of each and set aside, and the tables that nobody supplied. */
export function dataSheet(receipt: Receipt, missing: readonly string[], voice: Voice): Sheet {
  const { lang, labels, say } = voice;
  const { sheets } = workbookWords[lang];
  const lacking =
    missing.length > 0 ? [{ file: say.missingTables(missing.map((name) => tableWord(name, lang))), sha256: '' }] : [];
  const columns: SheetColumn<FileRow>[] = [
    { head: labels.file, width: 50, cell: ({ file }) => text(file, voice) },
    { head: labels.rowsRead, width: 14, cell: ({ read }) => (read === undefined ? nothing : count(read)) },
    {
      head: labels.rowsRejected,
      width: 14,
      cell: ({ rejected }) => (rejected === undefined ? nothing : count(rejected)),
    },
    { head: labels.fileHash, width: 70, cell: ({ sha256 }) => code(sha256, voice) },
  ];
  return tableSheet(sheets.data, columns, [...receipt.records, ...lacking], labels.noFiles);
}
