import type { PeriodSummary, Statement } from '../../billing/statement.ts';
import { workbookWords } from '../../locale/workbook.ts';
import type { Sheet } from '../../workbook/workbook.ts';
import type { Voice } from '../view/words.ts';
import { amount, code, nothing, type SheetColumn, tableSheet, text, time } from './cells.ts';

interface Row {
  day?: string;
  kind: string;
  id?: string;
  bill?: string;
  amount?: string;
  balance?: string | null;
}

/** Bills and payments by day, with what is unpaid after each. */
export function accountSheet(statement: Statement | null, voice: Voice): Sheet {
  const { lang, labels } = voice;
  const { sheets, kinds, none } = workbookWords[lang];
  const words = { bill: labels.billed, payment: labels.payment };
  const of = statement?.account;
  const rows: Row[] = of
    ? [
        { kind: kinds.opening, balance: of.opening },
        ...of.entries.map((entry) => ({ ...entry, kind: words[entry.kind] })),
        { kind: kinds.closing, balance: of.closing },
        ...(of.lateFees === null ? [] : [{ kind: kinds.lateFee, amount: of.lateFees }]),
      ]
    : [];
  const columns: SheetColumn<Row>[] = [
    { head: labels.day, width: 12, cell: ({ day }) => (day === undefined ? nothing : time(day)) },
    { head: labels.what, width: 14, cell: ({ kind }) => text(kind, voice) },
    { head: labels.entryId, width: 20, cell: ({ id = '' }) => code(id, voice) },
    { head: labels.bill, width: 20, cell: ({ bill = '' }) => code(bill, voice) },
    { head: labels.amount, width: 16, cell: (row) => (row.amount === undefined ? nothing : amount(row.amount, voice)) },
    {
      head: labels.unpaid,
      width: 16,
      cell: ({ balance }) => (balance === undefined ? nothing : amount(balance, voice)),
    },
  ];
  return tableSheet(sheets.account, columns, rows, none);
}

/** The settlement periods of a longer one. */
export function periodsSheet({ periods }: Statement, voice: Voice): Sheet {
  const { lang, labels, reconciled } = voice;
  const { sheets, heads, kinds, none } = workbookWords[lang];
  const billed = (of: PeriodSummary, value: string | null) => (of.claimed === null ? nothing : amount(value, voice));
  const columns: SheetColumn<PeriodSummary>[] = [
    { head: labels.settled, width: 10, cell: ({ period }) => code(period, voice) },
    { head: heads.from, width: 12, cell: ({ from }) => time(from) },
    { head: heads.to, width: 12, cell: ({ to }) => time(to) },
    { head: labels.total, width: 16, cell: ({ total }) => amount(total, voice) },
    { head: kinds.credit, width: 14, cell: ({ credits }) => amount(credits, voice) },
    { head: labels.adjusted, width: 14, cell: ({ adjustments }) => amount(adjustments, voice) },
    { head: labels.bill, width: 18, cell: ({ bill }) => code(bill ?? '', voice) },
    { head: labels.claimed, width: 16, cell: (one) => billed(one, one.claimed) },
    { head: labels.difference, width: 16, cell: (one) => billed(one, one.difference) },
    {
      head: labels.outcome,
      width: 20,
      cell: ({ verdict }) => (verdict === null ? nothing : text(reconciled[verdict], voice)),
    },
  ];
  return tableSheet(sheets.periods, columns, periods, none);
}
