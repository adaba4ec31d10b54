import type { Contract } from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import { verdictNames } from '../../locale/verdicts.ts';
import { amendmentWords } from '../../locale/words.ts';
import { workbookWords } from '../../locale/workbook.ts';
import type { Cell } from '../../workbook/cell.ts';
import type { Sheet } from '../../workbook/workbook.ts';
import type { ReportEntry } from '../entry.ts';
import { receiptView } from '../view/receipt.ts';
import { severity, type Voice } from '../view/words.ts';
import { amount, code, count, listSheet, text, time } from './cells.ts';

type Row = readonly [string, Cell];

/** Who agreed what, for when this was computed, how many verdicts of each kind, what is owed. */
export function overviewSheet({ contract, check, statement }: ReportEntry, voice: Voice): Sheet {
  const { lang, labels } = voice;
  const { sheets, heads } = workbookWords[lang];
  const say = (value: string) => text(value, voice);
  const day = (value: Contract['term']['from']) => {
    const known = stated(value);
    return known === undefined ? say(labels.blank) : time(known);
  };
  const span = (name: string, from: Cell, to: Cell): Row[] => [
    [`${name} · ${heads.from}`, from],
    [`${name} · ${heads.to}`, to],
  ];
  const { parties, term } = contract;
  return listSheet(sheets.overview, heads, [
    ...(check.receipt.simulated ? ([['', say(labels.simulated)]] as Row[]) : []),
    [labels.contract, say(contract.title[lang])],
    [heads.contractId, code(contract.id, voice)],
    [labels.number, code(stated(contract.number) ?? labels.blank, voice)],
    [labels.customer, say(parties.customer.name)],
    [labels.carrier, say(parties.carrier.name)],
    ...span(labels.term, day(term.from), day(term.to)),
    ...check.amendments.map((one): Row => [heads.amended, say(amendmentWords(one)[lang])]),
    ...span(labels.period, time(check.period.from), time(check.period.to)),
    [`${labels.asOf}${labels.beijing}`, time(check.asOf)],
    ...severity.map((verdict): Row => [verdictNames[verdict][lang], count(check.summary[verdict] ?? 0)]),
    [labels.total, statement ? amount(statement.total, voice) : say(labels.notBilled)],
    [labels.payable, statement ? amount(statement.payable, voice) : say(labels.notBilled)],
    [labels.receiptId, code(check.receipt.id, voice)],
  ]);
}

/** How it was computed, from what, and how to read the workbook. */
export function methodSheet({ check }: ReportEntry, unmask: boolean, hasFiles: boolean, voice: Voice): Sheet {
  const { lang, labels } = voice;
  const { sheets, heads, notes, masked, sampled, beside } = workbookWords[lang];
  const isSampled = check.findings.some(({ evidence, evidenceTotal }) => evidence.length < evidenceTotal);
  const told = [...notes, ...(unmask ? [] : [masked]), ...(isSampled ? [sampled] : []), ...(hasFiles ? [beside] : [])];
  const { rows, id } = receiptView(check.receipt, voice);
  return listSheet(sheets.method, heads, [
    [labels.method, text(labels.complianceMethod, voice)],
    [labels.method, text(labels.billingMethod, voice)],
    ...told.map((one): Row => ['', text(one, voice)]),
    ['', text(labels.disclaimer, voice)],
    [labels.receipt, text(labels.receiptNote, voice)],
    [labels.receiptId, code(id, voice)],
    ...rows.map(({ name, value }): Row => [name, code(value, voice)]),
  ]);
}
