import type { Statement } from '../../billing/statement.ts';
import type { Contract } from '../../contract/schema.generated.ts';
import { adjustmentWords, capWords, doubts, quotaWords } from '../../format/bill/words.ts';
import { workbookWords } from '../../locale/workbook.ts';
import { decimal as exact, negate, permille, plain } from '../../money.ts';
import type { Cell } from '../../workbook/cell.ts';
import type { Sheet } from '../../workbook/workbook.ts';
import { chargeTitle } from '../view/lines.ts';
import { grouped, type Voice } from '../view/words.ts';
import { amount, code, decimal, nothing, type SheetColumn, tableSheet, text } from './cells.ts';

interface Row {
  kind: string;
  month?: string;
  item?: string;
  clause?: string;
  /** Absent where the row has none; null where it cannot be determined. */
  quantity?: string | null;
  unit?: string;
  unitPrice?: string;
  amount?: string | null;
  remark?: string;
}

/**
 * The statement as one table: lines first, then what becomes of their sum. The amounts of the lines add up to the total,
 * those of lines, credits and adjustments to what is payable, unless a cap takes some off.
 */
export function statementSheet(contract: Contract, statement: Statement | null, voice: Voice): Sheet {
  const { lang, labels } = voice;
  const { sheets, heads, noStatement } = workbookWords[lang];
  const optional = (value: string | null | undefined, cell: (value: string | null, voice: Voice) => Cell) =>
    value === undefined ? nothing : cell(value, voice);
  const columns: SheetColumn<Row>[] = [
    { head: heads.kind, width: 16, cell: ({ kind }) => text(kind, voice) },
    { head: heads.month, width: 10, cell: ({ month = '' }) => code(month, voice) },
    { head: labels.item, width: 26, cell: ({ item = '' }) => text(item, voice) },
    { head: heads.clause, width: 12, cell: ({ clause = '' }) => code(clause, voice) },
    { head: labels.quantity, width: 14, cell: ({ quantity }) => optional(quantity, decimal) },
    { head: heads.unit, width: 8, cell: ({ unit = '' }) => text(unit, voice) },
    { head: labels.unitPrice, width: 14, cell: ({ unitPrice }) => optional(unitPrice, decimal) },
    { head: labels.amount, width: 16, cell: (row) => optional(row.amount, amount) },
    { head: heads.arithmetic, width: 56, cell: ({ remark = '' }) => text(remark, voice) },
  ];
  return tableSheet(sheets.statement, columns, statement ? rowsOf(contract, statement, voice) : [], noStatement);
}

function rowsOf(contract: Contract, statement: Statement, voice: Voice): Row[] {
  const { lang, labels, say } = voice;
  const { kinds } = workbookWords[lang];
  const titleOf = (id: string) => chargeTitle(contract, id, voice);
  const capitals = (written: string | null) =>
    lang === 'zh' && written !== null ? `${labels.capitals}：${written}` : '';
  const lines = statement.lines.map((line): Row => {
    const days = line.from && line.to ? ` ${say.span(line.from, line.to)}` : '';
    return {
      kind: kinds.line,
      month: line.month,
      item: line.title[lang] + days,
      clause: line.clause,
      quantity: line.quantity,
      unit: voice.units[line.unit] ?? line.unit,
      unitPrice: line.unitPrice,
      amount: line.amount,
      remark: line.explanation[lang],
    };
  });
  const { readings, cap, balance } = statement;
  return [
    ...lines,
    {
      kind: kinds.total,
      amount: statement.total,
      remark: [statement.complete ? '' : labels.notOver, capitals(statement.capitals.total)].join(''),
    },
    ...statement.credits.map(({ due, title, clause, amount: of, explanation }) => ({
      ...{ kind: due ? kinds.credit : kinds.creditNotDue, item: title[lang], clause },
      // What is not deducted has its amount in the remark, so that the column can be summed.
      ...(due && { amount: of === null ? null : plain(negate(exact(of))) }),
      remark: explanation[lang],
    })),
    ...statement.adjustments.map((one) => ({
      ...{ kind: kinds.adjustment, month: one.period, item: one.bill, clause: one.clause, amount: one.amount },
      remark: adjustmentWords(one, lang),
    })),
    { kind: kinds.payable, amount: statement.payable, remark: capitals(statement.capitals.payable) },
    ...readings.map((one) => ({
      kind: kinds.reading,
      item: titleOf(one.charge),
      amount: one.total,
      remark: `${one.chosen ? labels.chosen : labels.notChosen} · ${one.means[lang]}${one.reason ? say.chosenFor(one.reason[lang]) : ''}`,
    })),
    ...(cap ? [{ kind: kinds.cap, clause: cap.clause, amount: cap.amount, remark: capWords(cap, lang) }] : []),
    ...statement.prepaid.map((one) => ({
      ...{ kind: kinds.prepaid, item: titleOf(one.charge), clause: one.clause, quantity: one.left },
      remark: quotaWords(one, lang),
    })),
    ...(balance ? [{ kind: kinds.unpaid, item: balance.bill, amount: balance.unpaid }] : []),
    ...lateFeeRows(statement, voice),
    ...doubts(statement, lang).map((remark) => ({ kind: kinds.doubt, remark })),
  ];
}

function lateFeeRows({ lateFee }: Statement, { lang, say }: Voice): Row[] {
  if (!lateFee) return [];
  const { bill, clause, due, days, rate, amount: of, readings } = lateFee;
  const { kinds } = workbookWords[lang];
  return [
    {
      ...{ kind: kinds.lateFee, item: bill, clause, amount: of },
      remark: say.lateFee(clause, due, days, permille(exact(rate)), grouped(of)),
    },
    ...readings.map((one) => ({
      ...{ kind: kinds.lateFeeReading, item: bill, clause, amount: one.amount },
      remark: one.means[lang],
    })),
  ];
}
