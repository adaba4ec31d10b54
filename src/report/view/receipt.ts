import { tableWord } from '../../format/evidence.ts';
import type { Receipt } from '../../rules/finding.ts';
import { grouped, type Voice } from './words.ts';

export interface ReceiptView {
  rows: readonly { name: string; value: string; hash: boolean }[];
  id: string;
}

/** As much of a receipt's id as tells it from others; the whole of it stands at the end of its page. */
export const beginning = (id: string): string => id.slice(0, 16);

/** What was computed from what, for the foot of a page. */
export function receiptView(receipt: Receipt, { labels, say }: Voice): ReceiptView {
  return {
    id: receipt.id,
    rows: [
      { name: labels.engine, value: receipt.engine, hash: false },
      { name: labels.period, value: say.span(receipt.period.from, receipt.period.to), hash: false },
      { name: labels.asOf, value: `${receipt.asOf}${labels.beijing}`, hash: false },
      { name: labels.contractHash, value: receipt.contract, hash: true },
      { name: labels.rulesHash, value: receipt.rules, hash: true },
      { name: labels.calendarHash, value: receipt.calendar, hash: true },
      ...(receipt.mapping ? [{ name: labels.mappingHash, value: receipt.mapping, hash: true }] : []),
    ],
  };
}

export interface RecordsView {
  files: readonly { file: string; read: string; rejected: string; sha256: string }[];
  rows: string;
  /** Said only where rows were set aside. */
  rejectedNote: string;
  missing: string;
}

/** Which records the page rests on, and which were not there. */
export function recordsView(receipt: Receipt, missingTables: readonly string[], voice: Voice): RecordsView {
  const { labels, say } = voice;
  const number = (n: number) => grouped(String(n));
  return {
    files: receipt.records.map(({ file, read, rejected, sha256 }) => ({
      file,
      read: number(read),
      rejected: number(rejected),
      sha256,
    })),
    rows: say.rowsRead(number(receipt.rows.read), number(receipt.rows.rejected)),
    rejectedNote: receipt.rows.rejected > 0 ? labels.rejectedNote : '',
    missing:
      missingTables.length > 0 ? say.missingTables(missingTables.map((name) => tableWord(name, voice.lang))) : '',
  };
}
