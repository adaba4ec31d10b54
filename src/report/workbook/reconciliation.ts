import type { Reconciliation, Statement } from '../../billing/statement.ts';
import type { Contract } from '../../contract/schema.generated.ts';
import { remarks } from '../../format/bill/reconciliation.ts';
import type { Lang } from '../../locale/text.ts';
import { workbookWords } from '../../locale/workbook.ts';
import type { Sheet } from '../../workbook/workbook.ts';
import { chargeTitle } from '../view/lines.ts';
import type { Voice } from '../view/words.ts';
import { amount, code, decimal, nothing, type SheetColumn, tableSheet, text, time } from './cells.ts';

interface Row {
  kind: string;
  of: Reconciliation;
  /** Absent where the row has none; null where it cannot be determined. */
  claimed?: string;
  computed?: string | null;
  difference?: string | null;
  percent?: string | null;
  tolerance?: string | null;
  outcome?: string;
  clause?: string | null;
  charge?: string;
  by?: string | null;
  remark: string;
}

/** Each of the carrier's bills against our computation, followed by what explains the difference and what to do next. */
export function reconciliationSheet(contract: Contract, statement: Statement | null, voice: Voice): Sheet {
  const { lang, labels } = voice;
  const { sheets, heads } = workbookWords[lang];
  const sum = (value: string | null | undefined) => (value === undefined ? nothing : amount(value, voice));
  const share = (value: string | null | undefined, none: string) =>
    value === undefined ? nothing : value === null ? text(none, voice) : decimal(value, voice);
  const titleOf = (id: string) => chargeTitle(contract, id, voice);
  const columns: SheetColumn<Row>[] = [
    { head: labels.bill, width: 18, cell: ({ of }) => code(of.bill, voice) },
    { head: labels.settled, width: 10, cell: ({ of }) => code(of.period, voice) },
    { head: heads.kind, width: 18, cell: ({ kind }) => text(kind, voice) },
    { head: labels.claimed, width: 16, cell: ({ claimed }) => sum(claimed) },
    { head: labels.computed, width: 16, cell: ({ computed }) => sum(computed) },
    { head: labels.difference, width: 16, cell: ({ difference }) => sum(difference) },
    { head: `${labels.percent} (%)`, width: 12, cell: ({ percent }) => share(percent, labels.unknown) },
    { head: `${labels.tolerance} (%)`, width: 12, cell: ({ tolerance }) => share(tolerance, labels.none) },
    { head: labels.outcome, width: 16, cell: ({ outcome = '' }) => text(outcome, voice) },
    { head: heads.clause, width: 12, cell: ({ clause }) => code(clause ?? '', voice) },
    { head: labels.item, width: 24, cell: ({ charge = '' }) => text(titleOf(charge), voice) },
    { head: heads.by, width: 12, cell: ({ by }) => (by ? time(by) : nothing) },
    { head: heads.explanation, width: 40, cell: ({ remark }) => text(remark, voice) },
  ];
  const rows = statement?.reconciliations.flatMap((one) => rowsOf(one, voice)) ?? [];
  return tableSheet(sheets.reconciliation, columns, rows, labels.noBill);
}

function rowsOf(of: Reconciliation, { lang, reconciled }: Voice): Row[] {
  const { kinds } = workbookWords[lang];
  const { claimed, computed, difference, percent, tolerance, clause, unexplained } = of;
  // Causes, contradictions and next steps have rows of their own.
  const alone = { ...of, causes: [], alternatives: [], unexplained: null, contradictions: [], next: [] };
  return [
    {
      ...{ kind: kinds.bill, of, claimed, computed, difference, percent, tolerance, clause },
      outcome: reconciled[of.verdict],
      remark: remarks(alone, lang).join(lang === 'zh' ? '' : ' '),
    },
    ...of.causes.map((one) => causeRow(kinds.cause, of, one, lang)),
    ...of.alternatives.map((one) => causeRow(kinds.alternative, of, one, lang)),
    ...(unexplained === null || unexplained === '0.00' || difference === null || difference === '0.00'
      ? []
      : [{ kind: kinds.unexplained, of, difference: unexplained, remark: '' }]),
    ...of.contradictions.map((one) => ({
      ...{ kind: kinds.contradiction, of, charge: one.charge ?? '' },
      remark: one.means[lang],
    })),
    ...of.next.map((one) => ({ kind: kinds.next, of, clause: one.clause, by: one.by, remark: one.means[lang] })),
  ];
}

const causeRow = (kind: string, of: Reconciliation, one: Reconciliation['causes'][number], lang: Lang): Row => ({
  ...{ kind, of, charge: one.charge, difference: one.amount },
  remark: one.means[lang],
});
