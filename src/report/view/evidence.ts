import { columnWord, evidenceValue, tableWord, valueWord } from '../../format/evidence.ts';
import { mask } from '../../records/mask.ts';
import type { EvidenceRow, Finding } from '../../rules/finding.ts';
import { grouped, type Voice } from './words.ts';

export interface Cell {
  text: string;
  /** Right-aligned, tabular figures. */
  number: boolean;
  /** Long text, which may wrap. */
  long: boolean;
}

export interface EvidenceTable {
  caption: string;
  columns: readonly { name: string; number: boolean }[];
  rows: readonly (readonly Cell[])[];
}

/** Rows on the page; the rest is counted and stands in the export. */
const pageRows = 20;
/** Characters of one value on the page. */
const cellCharacters = 300;
/** Up to this length a value stays on one line. */
const shortCharacters = 24;

/** The first records behind a verdict; null where there are none. Numbers of persons are masked unless asked for. */
export function evidenceTable(
  finding: Pick<Finding, 'evidence' | 'evidenceTotal'>,
  unmask: boolean,
  voice: Voice,
): EvidenceTable | null {
  const rows = finding.evidence.slice(0, pageRows).map((row) => mask(row, unmask));
  const first = rows[0];
  if (!first) return null;
  const mixed = rows.some((row) => row.table !== first.table);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => mixed || name !== 'table');
  const cells = rows.map((row) =>
    names.map((name) => cell(row.table, name, evidenceValue(name, row[name] ?? null), voice)),
  );
  return {
    caption: voice.say.evidence(rows.length, finding.evidenceTotal, mixed ? null : tableWord(first.table, voice.lang)),
    columns: names.map((name, i) => ({
      name: name === 'table' ? voice.labels.recordTable : columnWord(mixed ? '' : first.table, name, voice.lang),
      number: cells.every((row) => row[i]?.number),
    })),
    rows: cells,
  };
}

function cell(table: string, name: string, value: EvidenceRow[string], voice: Voice): Cell {
  if (typeof value === 'number') return { text: grouped(String(value)), number: true, long: false };
  const told = typeof value === 'string' ? valueWord(table, name, value, voice.lang) : value;
  const text = name === 'table' ? tableWord(String(value), voice.lang) : plainText(told, voice);
  const characters = [...text];
  if (characters.length <= cellCharacters) return { text, number: false, long: characters.length > shortCharacters };
  const clipped = voice.say.clipped(characters.slice(0, cellCharacters).join(''), characters.length);
  return { text: clipped, number: false, long: true };
}

function plainText(value: string | boolean | null, { labels }: Voice): string {
  if (value === null) return '—';
  return typeof value === 'boolean' ? (value ? labels.yes : labels.no) : value;
}
