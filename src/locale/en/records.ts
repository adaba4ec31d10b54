import type { RecordProblem } from '../records.ts';
import { cellTypes, rowFaults } from './vocabulary.ts';

const list = (items: readonly string[]) => items.join(', ');
const meant = (nearest: string | undefined) => (nearest ? `Did you mean "${nearest}"? ` : '');
const quoted = (items: readonly string[]) => items.map((item) => `"${item}"`).join(', ');
/** So many obligations and charges are named; the rest are counted. */
const NAMED = 4;
const restsOn = (of: readonly { clause: string; title: { en: string } }[]) =>
  list(of.slice(0, NAMED).map(({ clause, title }) => `${clause} ${title.en}`)) +
  (of.length > NAMED ? ` and ${of.length - NAMED} more` : '');
const rowsOf = ({ rows, count }: { rows: readonly number[]; count: number }) =>
  `Row${count === 1 ? '' : 's'} ${list(rows.map(String))}${count > rows.length ? ` … (${count} in all)` : ''}`;

/** What is wrong with an export, and with the mapping of one. */
export const recordProblems: RecordProblem = {
  'records-header-row': (d) => ({
    message: `The header is not in row 1: row 1 is ${quoted(d.first)}, while row ${d.row} looks like a header (${list(d.found)}).`,
    help: 'Delete the title and note rows above the header and unmerge its cells, so that the column names are in row 1.',
  }),
  'records-blank': (d) => ({
    message: `Nobody filled in these tables and columns of the template; they count as not supplied: ${list(d.names)}.`,
    help: 'Where there was nothing to fill in (no such records, none of them answered), choose "none" beside the table or column in the sheet "guide"; what is not needed may stay empty.',
  }),
  'out-exists': () => ({
    message: 'The file is there already and differs; it was not overwritten, because somebody may have filled it in.',
    help: 'Choose another name with --out, or move the old file away.',
  }),
  'mapping-empty': () => ({
    message: 'mapping.yaml has no content; lines behind a # are none.',
    help: 'Answer its questions and take the # away, or write "files:"; where nothing is to be mapped delete the file, or delete it and draft it anew with lvyue records check --draft-mapping.',
  }),
  'mapping-exists': () => ({
    message: 'The folder has a mapping.yaml already; it was not overwritten.',
    help: 'Review the one that is there; to draft it anew, move or rename it first.',
  }),
  'mapping-unknown': (d) => ({
    message: `The table ${d.in.name} has no column "${d.id}".`,
    help: `${meant(d.nearest)}Right of the colon stands a column of the table: ${list(d.known.map(({ name }) => name))}.`,
  }),
  'mapping-no-date': (d) => ({
    message: `"${d.column.name}" holds no dates, so it has no way of writing them.`,
    help: 'Remove it from dates.',
  }),
  'mapping-no-constant': (d) => ({
    message: `"${d.column.name}" is not the same in every row and cannot be a constant; a period can, written 2024-05 or 2024Q2.`,
    help: `Remove it from constants and add the column to the file: ${cellTypes[d.type]}.`,
  }),
  'mapping-unused': (d) => ({
    message: `mapping.yaml names "${d.name}", which is not there.`,
    help: `${meant(d.nearest)}There are: ${list(d.known)}.`,
  }),
  'mapping-idle': (d) => ({
    message:
      d.because === 'earlier'
        ? `This entry never counts: all its files fit the earlier entry "${d.name}" first.`
        : `This entry never counts: it names a sheet, and "${d.name}" is no workbook (.xlsx) and has none.`,
    help:
      d.because === 'earlier'
        ? 'The first entry that fits counts: move the narrower one up, or remove this one.'
        : 'Remove "sheet", or name a workbook under "file".',
  }),
  'records-bad-cells': (d) => ({
    message:
      d.fault === 'required'
        ? `${rowsOf(d)}: "${d.column}" is empty, and it must not be.`
        : `${rowsOf(d)}: "${d.column}" is not understood, as in ${quoted(d.values)}.`,
    help:
      d.fault === 'required'
        ? `Fill in "${d.column}".`
        : d.allowed.length > 0
          ? `It must be one of: ${list(d.allowed)}; or say in mapping.yaml, under values, what the words mean.`
          : `It must be ${cellTypes[d.type]}.${d.format ? ` mapping.yaml says it is written ${d.format}.` : ''}`,
  }),
  'records-bad-rows': (d) => ({
    message: `${rowsOf(d)} ${rowFaults[d.fault]?.[0]}.`,
    help: rowFaults[d.fault]?.[1] ?? '',
  }),
  'records-table-missing': (d) => ({
    message: `The table ${d.table} is missing.`,
    help: `Without it these cannot be judged or computed: ${restsOn(d.of)}. Supply it; if there were no such records, a file with a header and no rows, or "none" in the guide of the template.`,
  }),
  'records-column-cost': (d) => ({
    message: `The column "${d.column}" is missing.`,
    help: `Without it these may be undetermined: ${restsOn(d.of)}. Add it to the export.`,
  }),
  'records-doubt': (d) => {
    const share = d.count === d.of ? `all ${d.of} rows` : `${d.count} of ${d.of} rows`;
    const said: Record<typeof d.doubt, readonly [string, string]> = {
      midnight: [
        `"${d.column}": ${share} are at midnight sharp.`,
        'The time of day was probably lost in the export; limits count by the time of day, so export it to the second.',
      ],
      scientific: [
        `"${d.column}": ${share} are in scientific notation, such as "${d.sample}".`,
        'Excel took the numbers for amounts and may have lost their last digits. Set the column to text and export again; do not mend the file.',
      ],
      rounded: [
        `"${d.column}": ${share} are longer than 15 digits with nothing but 0 from the 16th on, such as "${d.sample}".`,
        'Excel keeps 15 digits: different ids may have become one. Set the column to text and export again.',
      ],
      zones: [
        `"${d.column}" mixes time zones, as in "${d.sample}".`,
        'A time without a zone is Beijing time. Make sure of the zone of each row and export them alike.',
      ],
      future: [
        `"${d.column}": ${share} are later than as-of, such as "${d.sample}".`,
        'Records after as-of do not count. Look at the dates.',
      ],
      ancient: [
        `"${d.column}": ${share} are before 2000, such as "${d.sample}".`,
        'Probably an empty cell or a zero became a date: mend it or leave it empty.',
      ],
      swapped: [
        `"${d.column}": day and month may be swapped: ${share} have the same day in ever other months, such as "${d.sample}".`,
        'Look at the dates in the system; if they are written day/month/year, say so in mapping.yaml under dates, or export them as text.',
      ],
      empty: [
        `"${d.column}": ${share} are empty.`,
        'A column without content cannot be told from one that nobody filled in; make sure that the export is complete.',
      ],
      outside: [
        `"${d.column}": no row lies in the period; the rows are from ${d.sample}.`,
        'Look at the period, or supply its records; where there were none, nothing is to be done.',
      ],
    };
    const [message, help] = said[d.doubt];
    return { message, help };
  },
};
