import { anomalyWords, columnWord, tableWord } from '../../format/evidence.ts';
import { workbookWords } from '../../locale/workbook.ts';
import { mask } from '../../records/mask.ts';
import { tables } from '../../records/tables.ts';
import type { Anomaly } from '../../rules/anomalies.ts';
import type { CheckResult, EvidenceRow, Finding } from '../../rules/finding.ts';
import type { Cell } from '../../workbook/cell.ts';
import type { Sheet } from '../../workbook/workbook.ts';
import type { Voice } from '../view/words.ts';
import { amount, code, count, decimal, nothing, type SheetColumn, tableSheet, text, time } from './cells.ts';

interface Row {
  finding: Finding;
  row: EvidenceRow;
  /** The values that are neither table nor id, by their column in words. */
  values: ReadonlyMap<string, Cell>;
}

/** All evidence rows that the check holds, whatever their table: a column for each word that any of them needs. */
export function evidenceSheet({ findings }: CheckResult, unmask: boolean, voice: Voice): Sheet {
  const { lang } = voice;
  const { sheets, heads, none } = workbookWords[lang];
  const rows = findings.flatMap((finding) =>
    finding.evidence.map((one): Row => {
      const row = mask(one, unmask);
      return { finding, row, values: valuesOf(row, voice) };
    }),
  );
  const words = [...new Set(rows.flatMap(({ values }) => [...values.keys()]))];
  const columns: SheetColumn<Row>[] = [
    { head: heads.title, width: 24, cell: ({ finding }) => text(finding.title[lang], voice) },
    { head: heads.clause, width: 10, cell: ({ finding }) => code(finding.clause, voice) },
    { head: heads.table, width: 12, cell: ({ row }) => text(tableWord(row.table, lang), voice) },
    { head: heads.id, width: 16, cell: ({ row }) => code(row.id, voice) },
    ...words.map((word) => ({
      head: word,
      width: widthOf(rows, word),
      cell: ({ values }: Row) => values.get(word) ?? nothing,
    })),
    { head: heads.obligation, width: 18, cell: ({ finding }) => code(finding.obligation, voice) },
  ];
  return tableSheet(sheets.evidence, columns, rows, none);
}

/** Instants want more room than days and numbers, long text more still. */
function widthOf(rows: readonly Row[], word: string): number {
  const cells = rows.flatMap(({ values }) => values.get(word) ?? []);
  if (cells.some((one) => 'text' in one && isProse(one.text))) return 40;
  return cells.some(({ style }) => style === 'second' || style === 'millisecond') ? 20 : 14;
}

/** Two columns of a row that have the same word stand under their own names. */
function valuesOf({ table, id: _id, ...columns }: EvidenceRow, voice: Voice): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [name, value] of Object.entries(columns)) {
    const word = columnWord(table, name, voice.lang);
    cells.set(cells.has(word) ? `${word} (${name})` : word, cell(table, name, value ?? null, voice));
  }
  return cells;
}

/** As the record schema types the column; of a column of the rule's own, numbers, days and instants by how they look. */
function cell(table: string, name: string, value: EvidenceRow[string], voice: Voice): Cell {
  if (value === null) return nothing;
  if (typeof value === 'number') return count(value);
  if (typeof value === 'boolean') return text(value ? voice.labels.yes : voice.labels.no, voice);
  const type = tables.find((one) => one.name === table)?.columns.find((one) => one.name === name)?.type;
  if (type === 'money') return amount(value, voice);
  if (type === 'quantity' || type === 'integer') return decimal(value, voice);
  if (type === 'period' || type === 'text')
    return type === 'text' && isProse(value) ? text(value, voice) : code(value, voice);
  const isTime = /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d{1,6})?)?$/.test(value);
  return isTime ? time(value) : isProse(value) ? text(value, voice) : code(value, voice);
}

/** Too long for a number or an id. */
const isProse = (value: string): boolean => value.length > 40;

/** Doubtful records: how many of each kind, what is wrong, how to mend it. */
export function doubtsSheet({ anomalies }: CheckResult, voice: Voice): Sheet {
  const { lang } = voice;
  const { sheets, heads, none, separator } = workbookWords[lang];
  const columns: SheetColumn<Anomaly>[] = [
    { head: heads.table, width: 12, cell: ({ table }) => text(tableWord(table, lang), voice) },
    { head: heads.total, width: 10, cell: ({ total }) => count(total) },
    { head: heads.explanation, width: 60, cell: (one) => text(anomalyWords(one)[lang], voice) },
    { head: heads.mend, width: 60, cell: ({ mend }) => text(mend[lang], voice) },
    { head: heads.examples, width: 40, cell: ({ rows }) => code(rows.map(({ id }) => id).join(separator), voice) },
  ];
  return tableSheet(sheets.doubts, columns, anomalies, none);
}
