import type { ProblemTexts } from '../index.ts';
import { halfOf } from '../text.ts';
import { paperProblems } from './papers.ts';
import { recordProblems } from './records.ts';
import { cellTypes, rowFaults } from './vocabulary.ts';

const list = (items: readonly string[]) => items.join(', ');
const written = (format: string | undefined) => (format ? ` mapping.yaml says it is written ${format}.` : '');
const meant = (nearest: string | undefined) => (nearest ? `Did you mean "${nearest}"? ` : '');

/** ajv's keywords that need no sentence of their own. */
const rules: Record<string, string> = {
  pattern: 'It is not written as it must be',
  format: 'There is no such day; write it like 2024-03-06',
  minimum: 'Not less than',
  maximum: 'Not more than',
  minItems: 'Items: at least',
  minLength: 'Characters: at least',
  minProperties: 'Keys: at least',
  maxProperties: 'Keys: at most',
  uniqueItems: 'Each item may stand only once',
};
const silent = new Set(['uniqueItems', 'pattern', 'format']);
const spaces = { tab: 'a tab', 'wide-space': 'a full-width space', nbsp: 'a no-break space' };

const enOf = (description: string | undefined) => halfOf(description ?? '', 'en').replace(/\.$/, '') || undefined;
const about = (description: string | undefined) =>
  description ? ` This is: ${enOf(description) ?? description}.` : '';

export const problems: ProblemTexts = {
  ...recordProblems,
  ...paperProblems,
  'yaml-syntax': (d) => ({
    message: `This is not valid YAML: ${d.detail}`,
    help: 'Mend the line; check indentation (spaces only), colons followed by a space, and closed quotes.',
  }),
  'yaml-fullwidth': (d) => ({
    message: `A full-width "${d.character}" stands where YAML needs "${d.halfwidth}"; the line is read as plain text.`,
    help: `Type "${d.halfwidth}" (half-width)${d.halfwidth === ':' ? ' and a space after it' : ''}, or put the text in quotes.`,
  }),
  'yaml-indent': (d) => ({
    message: `The line is indented with ${spaces[d.character]}, which YAML does not take as indentation.`,
    help: 'Indent with ordinary spaces, two a level.',
  }),
  'yaml-alias': (d) => ({
    message: `*${d.alias} refers to &${d.alias}, which stands nowhere above it.`,
    help: `Put &${d.alias} on the part that is meant, above this line, or write the part out.`,
  }),
  'yaml-duplicate-key': (d) => ({
    message: `The key "${d.key}" stands twice in the same place.`,
    help: 'Keep one of them, or rename the other.',
  }),
  'yaml-long-number': (d) => ({
    message: d.source.startsWith('0')
      ? `As a number, ${d.source} loses its leading zero.`
      : `The number ${d.source} is too long to be kept exactly as a number.`,
    help: `If it is a code, put it in quotes: "${d.source}"; if an amount or a quantity, check its digits.`,
  }),
  'yaml-empty': () => ({
    message: 'The file is empty.',
    help: 'Write the content, or start from "lvyue new".',
  }),
  'schema-unknown': (d) => ({
    message: `There is no schema named "${d.name}".`,
    help: `${meant(d.nearest)}One of: ${list(d.known)}.`,
  }),
  'schema-unknown-key': (d) => ({
    message: `The key "${d.key}" is not known here.`,
    help: `${meant(d.nearest)}Keys that may stand here: ${list(d.allowed)}.`,
  }),
  'schema-missing-key': ({ keys }) => ({
    message: `Missing here: ${keys.map(({ key }) => `"${key}"`).join(', ')}.`,
    help: `Add after this place. ${keys.map(({ key, description }) => `${key}: ${enOf(description) ?? 'required'}`).join('; ')}.`,
  }),
  'schema-type': (d) => ({
    message: `Expected ${d.expected.join(' or ')}, found ${d.actual}.`,
    help: `${d.quoted ? `A number or code goes in quotes: ${d.quoted}.` : `Write a value of type ${d.expected.join(' or ')}.`}${about(d.description)}`,
  }),
  'schema-choice': (d) => ({
    message: `"${d.actual}" is not one of the values allowed here.`,
    help: `${meant(d.nearest)}Allowed: ${list(d.allowed)}.${about(d.description)}`,
  }),
  'schema-value': (d) => ({
    message: `The value "${d.actual}" is not allowed here.`,
    help: `${rules[d.rule] ?? d.rule}${silent.has(d.rule) ? '' : ` ${d.limit}`}.${about(d.description)}`,
  }),
  'contract-not-found': (d) => ({
    message: `There is no contract "${d.contract}" in ${d.folder}.`,
    help: d.nearest.length
      ? `Nearest: ${list(d.nearest)}.`
      : 'Name a folder under contracts/, or a path to a contract.yaml.',
  }),
  'output-taken': () => ({
    message: 'This file is one of those checked, or takes another format already: nothing was written to it.',
    help: 'Name another file.',
  }),
  'id-folder': (d) => ({
    message: `The id is "${d.id}", the folder is "${d.folder}".`,
    help: 'Commands find a contract by its folder: make them the same.',
  }),
  'file-unreadable': (d) => ({
    message: `The file cannot be read: ${d.detail}`,
    help: 'Check the path and the permissions.',
  }),
  usage: (d) => ({
    message: `${d.detail.charAt(0).toUpperCase()}${d.detail.slice(1)}${d.detail.endsWith('.') ? '' : '.'}`,
    help: `${meant(d.suggestion)}--help shows the usage.`,
  }),
  'flag-invalid': (d) => ({
    message: `${d.flag} does not take "${d.value}".`,
    help: `Expected: ${d.expected}.`,
  }),
  'period-reversed': (d) => ({
    message: `The period begins (${d.from}) after it ends (${d.to}).`,
    help: 'Swap --from and --to.',
  }),
  'calendar-missing': (d) => ({
    message: `There is no calendar file (.yaml) in ${d.folder}.`,
    help: 'Put the holiday notices of the State Council there, one file a year, such as cn-2026.yaml.',
  }),
  'calendar-day': (d) => ({
    message: {
      reversed: `The holiday ends on ${d.day}, before it begins.`,
      'other-year': `${d.day} does not belong to the year of this file.`,
      'not-weekend': `${d.day} is no Saturday or Sunday, so it cannot be a make-up workday.`,
      twice: `${d.day} stands twice, or is both a day off and a make-up workday.`,
    }[d.fault],
    help: "Correct the date by the State Council's notice for that year.",
  }),
  'calendar-years': (d) => ({
    message:
      d.year === d.before ? `Two calendar files are for ${d.year}.` : `The calendars go from ${d.before} to ${d.year}.`,
    help: d.year === d.before ? 'Keep one of them, or correct "year".' : 'Add the years between, or correct "year".',
  }),
  'id-duplicate': (d) => ({
    message: `The id "${d.id}" stands twice in ${d.list}.`,
    help: 'Give each entry an id of its own.',
  }),
  'reference-unknown': (d) => ({
    message: `"${d.id}" is named here${d.more ? ` and in ${d.more} more place(s)` : ''}, but nothing has that id.`,
    help: `${meant(d.nearest)}${d.known.length > 0 ? `Known: ${list(d.known)}.` : 'Name one that is there, or add what is meant.'}`,
  }),
  'to-fill': (d) => ({
    message: `This line is to be filled${d.hint ? `: ${d.hint}` : ''}.`,
    help: 'Fill or check it as the paper has it, then take the mark and its hint off the line.',
  }),
  'still-to-fill': (d) => ({
    message: `${d.lines} lines of the contract are still to be filled, this is the first; results follow what is there, which may not be what was agreed.`,
    help: 'See each with lvyue validate, and fill them as the paper has it before relying on a result.',
  }),
  'import-no-contract': ({ pages, clauses, lacks }) => ({
    message: `${pages} pages and ${clauses} parts were read; ${{ terms: 'nothing in them is like a term of a contract', parties: 'they do not name two parties as a contract does', duties: 'nothing in them binds a party' }[lacks]}, so nothing was drafted.`,
    help: 'See that it is a service contract in Chinese; for a scan add --ocr.',
  }),
  'import-not-ours': () => ({
    message: 'A contract stands here that no import has written; it was left as it is.',
    help: 'Name another folder with --out; to import again the folder must hold the import.json of the last import.',
  }),
  'import-log': () => ({
    message:
      'The import.json of the last import is damaged: what you changed since cannot be told, and no file was touched.',
    help: 'Restore import.json; where it cannot be, import into another folder with --out and copy your changes there.',
  }),
  'intake-pattern': ({ detail }) => ({
    message: `No pattern: ${detail}.`,
    help: 'Check the regular expression and the kinds in braces.',
  }),
  'id-form': (d) => ({
    message: `"${d.id}" cannot be the id of a contract.`,
    help: 'An id has lower-case letters, digits and hyphens only, such as city-library-2026.',
  }),
  'file-exists': (d) => ({
    message: 'The file is there already and was not touched.',
    help: `Choose another id, or write elsewhere with --out; to write it anew, move the old one away first. For scenarios of this contract: lvyue new --scenarios ${d.id}.`,
  }),
  'term-blank': (d) => ({
    message: `The first day of ${d.contract}'s term is blank on paper and no charge has a first day: no month to begin with.`,
    help: 'Write term.from once the day of signature is known.',
  }),
  'amendment-day': (d) => ({
    message: {
      none: `"${d.id}" states neither its day of effect (effective) nor the day on which it was filed (submitted).`,
      both: `"${d.id}" states both its day of effect (effective) and the day on which it was filed (submitted).`,
      'no-order': `"${d.id}" states the day on which it was filed, but no change-order obligation gives the day of effect.`,
    }[d.given],
    help: 'Write effective for an agreement, submitted for a change order; exactly one of them.',
  }),
  'amendments-overlap': (d) => ({
    message: `"${d.id}" and "${d.other}" both change ${d.term} from ${d.day}.`,
    help: 'Make them one, or correct the day of one of them.',
  }),
  'amendment-without-effect': (d) => ({
    message: `"${d.id}" changes ${d.term} of ${d.within}, but each of its readings states ${d.term} itself: the change does nothing.`,
    help: `Write the new ${d.term} into the readings, or take it out of them.`,
  }),
  'suppression-stale': (d) => ({
    message:
      d.because === 'firm'
        ? `${d.code} cannot be suppressed: findings of a review and some warnings of validation can.`
        : `${d.code} is suppressed at ${d.pointer}, but there is no such problem.`,
    help:
      d.because === 'firm'
        ? 'Mend the problem itself and delete the entry.'
        : 'Delete the entry; where the contract has changed and the place has moved, correct its pointer.',
  }),
  'suppression-expired': (d) => ({
    message: `The suppression of ${d.code} at ${d.pointer} ended on ${d.expires}.`,
    help: 'Solve the problem and delete the entry; else have it approved again and move "expires".',
  }),
  'waiver-expired': (d) => ({
    message: `The waiver "${d.id}" of ${d.obligation} expired on ${d.expires} and no longer counts.`,
    help: 'Have it approved again and update expires, or delete it.',
  }),
  'term-reversed': (d) => ({
    message: `The term begins (${d.from}) after it ends (${d.to}).`,
    help: 'Correct "from" or "to".',
  }),
  'period-outside-term': (d) => ({
    message: `The period ${d.from} to ${d.to} does not lie within the contract's term, ${d.termFrom} to ${d.termTo}.`,
    help: 'Outside the term charges and duties need another ground; check --period.',
  }),
  'period-renewed': (d) => ({
    message: `The period ${d.from} to ${d.to} lies after the printed end of the term (${d.printed}): the contract is taken to have renewed.`,
    help: 'Where a party objected in time, the contract ended on that day.',
  }),
  'calendar-year-missing': (d) => ({
    message: `The working-day calendar of ${d.year} is not in rules/calendars (there: ${d.first} to ${d.last}).`,
    help: `What needs it is undetermined. Add cn-${d.year}.yaml once the State Council has published its notice.`,
  }),
  'rule-defect': (d) => ({
    message: `A rule file is broken: ${d.detail}`,
    help: 'Mend the file under rules/; docs/rules.md says what may stand there.',
  }),
  'contract-twice': ({ id }) => ({
    message: `The contract ${id} is asked for twice.`,
    help: 'Name each contract once, by its id or by a path.',
  }),
  'out-is-data': ({ folder }) => ({
    message: `--out and --data are the same folder "${folder}": the reports would be taken for records the next time.`,
    help: 'Name another folder with --out.',
  }),
  'templates-missing': ({ folder }) => ({
    message: `There is no folder of templates "${folder}".`,
    help: 'Name the folder of your own templates with --templates; to change one, copy the file of the same name from reports/templates into it.',
  }),
  'template-unknown': ({ name, nearest, known }) => ({
    message: `No page uses a template "${name}".`,
    help: `${meant(nearest)}Pages have the templates ${list(known)}; everything else belongs into the folder partials.`,
  }),
  'template-broken': ({ page, detail }) => ({
    message: `A template cannot be used${page === undefined ? '' : ` (for the page ${page})`}: ${detail}`,
    help: 'Compare it with the file of the same name in reports/templates; a template may ask only for what the view has, see docs/reports.md. No report was written.',
  }),
  'report-unwritable': ({ folder, detail }) => ({
    message: `The reports cannot be written to the folder "${folder}" (${detail}); no file in it was changed.`,
    help: 'Make sure that it is a folder you may write to, that the disk is not full and that no program holds a report open; or name another folder with --out.',
  }),
  'browser-missing': ({ named }) => ({
    message:
      named === undefined
        ? 'No browser that could print PDFs was found (Chrome, Edge or Chromium).'
        : `"${named}" is not a browser that can be run.`,
    help: `${named === undefined ? 'Install one of them, or name its program with --browser' : 'Name the program of Chrome, Edge or Chromium with --browser, or leave the flag out to have one looked for'}. Any browser can also open the HTML report and print it to PDF.`,
  }),
  'browser-failed': ({ program, fault, detail }) => ({
    message: {
      start: `The browser ${program} does not start: ${detail}`,
      time: `The browser ${program} did not finish within ${detail}; it was closed.`,
      old: `The browser ${program} is too old (${detail}): it prints neither page numbers nor the foot of a page.`,
      page: `The browser ${program} failed on printing: ${detail}`,
      form: `The browser ${program} (${detail}) writes PDFs of an unknown form: that their text can be searched and their bytes reproduced cannot be made sure.`,
    }[fault],
    help: `${
      {
        start: 'See whether it opens by itself, or name another one with --browser',
        time: 'Close other programs and try again, or name another browser with --browser',
        old: 'Update it to version 131 or later, or name another browser with --browser',
        page: 'Try again, or name another browser with --browser',
        form: 'Name another version of Chrome, Edge or Chromium with --browser',
      }[fault]
    }. Any browser can also open the HTML report and print it to PDF.`,
  }),
  'fonts-missing': ({ characters }) => ({
    message: `This machine has no Chinese font: Chinese text would be printed as boxes (such as "${characters}"). No PDF was written.`,
    help: 'Install a Chinese font (Debian, Ubuntu: fonts-noto-cjk), or print the HTML report to PDF on a machine that has one.',
  }),
  'no-contracts': (d) => ({
    message: `No contract was found in ${d.folder}.`,
    help: 'Run the command where contracts/ lies, or name the path of a contract.yaml.',
  }),
  'out-foreign': (d) => ({
    message: `The folder ${d.folder} holds a file that no simulation wrote: ${d.name}.`,
    help: 'So that nothing of yours is overwritten, give --out a new or an empty folder.',
  }),
  'records-folder': (d) => ({
    message: `The data folder ${d.folder} cannot be read (${d.detail}).`,
    help: 'Check the path: it must be a folder that exists and that you may read.',
  }),
  'records-file-ignored': (d) => ({
    message: `"${d.name}" is no table of records; it was ignored.`,
    help: `${meant(d.nearest)}The name of a file or sheet must begin with a table's name or its Chinese name: ${list(d.tables.map(({ name }) => name))}.`,
  }),
  'records-format': (d) => ({
    message: `"${d.name}" is in a format that cannot be read.`,
    help: `Save the table ${d.table.name} as .csv, .xlsx, .parquet or .ndjson, right in the data folder.`,
  }),
  'records-empty': () => ({
    message: 'The file is empty; there is not even a header.',
    help: 'Export it again. If there are no records, keep the header line, or remove the file.',
  }),
  'records-encoding': (d) => ({
    message: {
      'utf-16': 'The file is encoded in UTF-16, which cannot be read.',
      binary: 'The file is not text: it holds bytes of value 0.',
      unknown: 'The file is neither UTF-8 nor GB18030.',
    }[d.encoding],
    help:
      d.encoding === 'binary'
        ? 'It may be damaged or cut short, or its extension may not fit its content; export or copy it again.'
        : 'In Excel, save it as "CSV UTF-8 (comma delimited)".',
  }),
  'records-damaged': (d) => ({
    message: `The file is not a whole and valid ${d.format} file${d.detail ? ` (${d.detail})` : ''}.`,
    help: 'Export or copy it again; it may be cut short, or its extension may not fit its content.',
  }),
  'records-column-missing': (d) => ({
    message: `The column "${d.column.name}", which the table ${d.table.name} needs, is missing. Columns found: ${list(d.found)}.`,
    help: `Add "${d.column.name}" to the header; it may also be called: ${list(d.aliases)}.`,
  }),
  'records-column-twice': (d) => ({
    message: `"${d.first}" and "${d.second}" are the same column (${d.column.name}).`,
    help: 'Remove or rename one of them.',
  }),
  'records-column-unknown': (d) => ({
    message:
      d.count === 1
        ? `The table ${d.table.name} has no column "${d.columns[0]}"; it was ignored.`
        : `${d.count} columns are none of the table ${d.table.name}; they were ignored: ${list(d.columns)}${d.count > d.columns.length ? ` and ${d.count - d.columns.length} more` : ''}.`,
    help: `${d.near.map((one) => (d.count === 1 ? meant(one.nearest) : `Does "${one.column}" mean "${one.nearest}"? `)).join('')}A column that is not needed may stay, but nothing is computed from it.`,
  }),
  'records-too-wide': (d) => ({
    message: `The header has ${d.columns} columns, more than ${d.most}; the file was not read.`,
    help: 'Probably line breaks were lost, or delimiters or quotes are wrong; export it again with the columns that are needed.',
  }),
  'records-column-nameless': (d) => ({
    message: `Columns without a header were ignored: ${list(d.columns)}.`,
    help: 'Write a header above the column, or remove it.',
  }),
  'record-required': (d) => ({
    message: `Row ${d.row}: "${d.column}" is empty, but it must be filled in.`,
    help: `Fill in "${d.column}".`,
  }),
  'record-value': (d) => ({
    message: `Row ${d.row}, column "${d.column}": the value "${d.value}" is not understood.`,
    help: d.allowed.length
      ? `"${d.column}" must be one of: ${list(d.allowed)}.`
      : `"${d.column}" must be ${cellTypes[d.type]}.${written(d.format)}`,
  }),
  'record-shape': (d) => ({
    message: `Row ${d.row} ${rowFaults[d.fault]?.[0]}: ${d.value}`,
    help: rowFaults[d.fault]?.[1] ?? '',
  }),
  'records-more': (d) => ({
    message: `${d.count} more errors of this kind in this file are not listed.`,
    help: 'Mend them and run again; or set the bad rows aside with --quarantine FILE and compute the rest.',
  }),
  'no-scenarios': (d) => ({
    message: `None of the ${d.contracts} contract(s) has a scenario.`,
    help: 'Write scenarios/*.yaml beside the contract.yaml.',
  }),
  'git-revision': ({ revision, path, fault }) => ({
    message: {
      git: `"${revision}:${path}" is to be read from git, and there is no git program.`,
      repository: `"${revision}:${path}" is to be read from git, and this folder lies in no git repository.`,
      revision: `git knows no revision "${revision}".`,
      path: `The revision "${revision || 'staged'}" has no contract at ${path}.`,
    }[fault],
    help: {
      git: 'Install git, or name a file.',
      repository: 'Run it in a folder of the repository, or name a file.',
      revision: 'Check the branch, tag or commit; a clone without history must fetch it first.',
      path: "Write the path from the repository's root, such as main:contracts/id/contract.yaml, by the name it had there.",
    }[fault],
  }),
  'no-register': (d) => ({
    message: `The contract ${d.contract} has no clause register.`,
    help: 'Add "clauses:": every clause with its number, gist and treatment.',
  }),
  'file-unwritable': (d) => ({
    message: `The file cannot be written (${d.detail}).`,
    help: 'Name another file, or check the permissions; nothing was written.',
  }),
  'records-none': () => ({
    message: 'The data folder holds no records at all.',
    help: 'Check --data; without records every verdict is undetermined.',
  }),
  'record-ids-unchecked': (d) => ({
    message: `${d.table.name} has more than ${d.most} rows: its ids were not searched for duplicates.`,
    help: 'Make sure that no export was put into the folder twice.',
  }),
  'record-duplicate': (d) => ({
    message: `${d.count} id(s) stand more than once in ${d.table.name}: ${list(d.ids)}${d.count > d.ids.length ? ' …' : ''}.`,
    help: 'Each row is counted; was an export put into the folder twice? Keep one of them.',
  }),
  'record-orphan': (d) => ({
    message: `${d.count} value(s) of ${d.table.name}.${d.column.name} name nothing in ${d.to.map(({ name }) => name).join(' or ')}: ${list(d.ids)}${d.count > d.ids.length ? ' …' : ''}.`,
    help: 'Such a row answers nothing: correct the reference.',
  }),
  'sides-nothing-shared': (d) => ({
    message: `There is no table that both sides supply (${list(d.tables)}): nothing to compare.`,
    help: 'Check --ours and --theirs: both folders must hold messages or calls.',
  }),
  'sides-table-alone': (d) => ({
    message: `${d.table} come only from ${d.suppliedBy === 'ours' ? 'us' : 'the other side'}: not compared; charges by them are in neither total.`,
    help: "To compare them, put the table into the other side's folder as well.",
  }),
  'sides-few-matches': (d) => ({
    message: `${d.table}, matched by ${list(d.by)}: of ${d.of} rows only ${d.matched} stand on both sides.`,
    help: 'The two sides may number rows differently: match by columns that both have, such as --by recipient,sent_at.',
  }),
  'file-system': (d) => ({
    message: `The file system refused (${d.detail}).`,
    help: 'Check the path and the permissions; nothing was half-written.',
  }),
  'yaml-encoding': () => ({
    message: 'The file is not UTF-8.',
    help: 'Save it as UTF-8 in your editor (not GBK, GB18030 or UTF-16).',
  }),
  review: (d) => ({ message: d.message.en, help: d.help.en }),
};
