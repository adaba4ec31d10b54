import { claimedIn } from '../../billing/bills/claimed.ts';
import type { Statement } from '../../billing/statement.ts';
import { stated } from '../../contract/term.ts';
import type { Lang } from '../../locale/text.ts';
import { verdictNames } from '../../locale/verdicts.ts';
import { workbookWords } from '../../locale/workbook.ts';
import type { Cell } from '../../workbook/cell.ts';
import { xlsx } from '../../workbook/workbook.ts';
import type { ReportEntry } from '../entry.ts';
import { severity, type Voice, voiceOf } from '../view/words.ts';
import { amount, code, count, nothing, type SheetColumn, tableSheet, text, time } from './cells.ts';

/** All contracts as the bytes of an .xlsx file: a row each, verdict counts and money as numbers. Same entries, same bytes. */
export function portfolioWorkbook(entries: readonly ReportEntry[], lang: Lang): Uint8Array {
  const voice = voiceOf(lang);
  const { labels } = voice;
  const { sheets, heads } = workbookWords[lang];
  const columns: SheetColumn<ReportEntry>[] = [
    { head: labels.contract, width: 24, cell: ({ contract }) => text(contract.title[lang], voice) },
    { head: labels.number, width: 14, cell: ({ contract }) => code(stated(contract.number) ?? labels.blank, voice) },
    { head: labels.customer, width: 18, cell: ({ contract }) => text(contract.parties.customer.name, voice) },
    { head: labels.carrier, width: 18, cell: ({ contract }) => text(contract.parties.carrier.name, voice) },
    { head: heads.from, width: 11, cell: ({ check }) => time(check.period.from) },
    { head: heads.to, width: 11, cell: ({ check }) => time(check.period.to) },
    { head: labels.asOf, width: 20, cell: ({ check }) => time(check.asOf) },
    ...severity.map((verdict) => ({
      ...{ head: verdictNames[verdict][lang], width: 7 },
      cell: ({ check }: ReportEntry) => count(check.summary[verdict] ?? 0),
    })),
    { head: labels.total, width: 13, cell: ({ statement }) => ofStatement(statement, ({ total }) => total, voice) },
    {
      head: labels.payable,
      width: 13,
      cell: ({ statement }) => ofStatement(statement, ({ payable }) => payable, voice),
    },
    { head: labels.claimed, width: 13, cell: ({ statement }) => ofBills(statement, 'claimed', voice) },
    { head: labels.difference, width: 13, cell: ({ statement }) => ofBills(statement, 'difference', voice) },
    { head: heads.contractId, width: 16, cell: ({ contract }) => code(contract.id, voice) },
    { head: heads.receipt, width: 18, cell: ({ check }) => code(check.receipt.id, voice) },
  ];
  const method: Cell[][] = [[{ text: labels.portfolioMethod, style: 'wrapped' }], [text(labels.disclaimer, voice)]];
  const simulated = entries.some(({ check }) => check.receipt.simulated);
  if (simulated) method.unshift([text(labels.simulated, voice)]);
  return xlsx({
    sheets: [
      tableSheet(sheets.portfolio, columns, entries, labels.noContracts),
      { name: labels.method, columns: [{ width: 100 }], rows: method, frozen: false, printed: true },
    ],
  });
}

const ofStatement = (statement: Statement | null, of: (of: Statement) => string | null, voice: Voice): Cell =>
  statement ? amount(of(statement), voice) : text(voice.labels.notBilled, voice);

function ofBills(statement: Statement | null, what: 'claimed' | 'difference', voice: Voice): Cell {
  const billed = statement ? claimedIn(statement) : undefined;
  return billed ? amount(billed[what], voice) : nothing;
}
