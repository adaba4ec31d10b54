import type { CommandTexts } from '../commands.ts';

export const commands: CommandTexts = {
  description: 'Rules as code for service contracts: who keeps its promises, what is owed, what a breach allows.',
  version: 'print the version',
  help: 'print help',
  example: 'Example:',
  usage: '[options] <command>',
  usageOptions: '[options]',
  optionNote: (choices, standard) =>
    choices.length === 0 && standard === ''
      ? ''
      : ` (${[choices.length > 0 ? `one of ${choices.join(', ')}` : '', standard && `default ${standard}`].filter(Boolean).join('; ')})`,
  titles: {},
  arguments: {
    '<contract>': 'id of a contract under contracts/, or the path of a contract.yaml',
    '<before>':
      'the contract before: id, path, or a file of a git revision (main:contracts/…/contract.yaml); with @day the terms in force on that day',
    '<after>': 'the contract after, named in the same way',
    '<obligation>': 'id of an obligation of the contract (lvyue clauses lists them)',
    '[scenario...]': 'id of a contract, or one file of its scenarios/; all contracts when absent',
    '<id>': 'id of the new contract: lower-case letters, digits, hyphens; with --scenarios a contract that is there',
    '[schema]': 'name of the schema; contract when absent',
    '<dir>': 'the data folder',
    '[contract...]': 'ids or paths; all contracts when absent',
    '[path...]': 'files or folders; contracts/ when absent',
  },
  flags: {
    '--data': 'folder of the records (CSV, Excel, Parquet, NDJSON)',
    '--period': '2025-08, 2025Q3, 2025H2 or 2025; the last whole month when absent',
    '--from': 'first day of the period, included; goes with --to',
    '--to': 'last day of the period, included',
    '--as-of': 'the moment that counts as now, Beijing time; now when absent',
    '--format': 'output format',
    '--lang': 'language',
    '--out': 'write to a file instead of printing',
    '--output': 'write this format to a file as well, such as sarif=out.sarif; may be repeated',
    '--quarantine': 'set rows that do not parse aside in this file and go on',
    '--unmask': 'do not mask phone numbers',
  },
  commands: {
    validate: {
      summary: 'is the contract file written correctly?',
      description:
        'Checks YAML, fields and references of contracts; names line, column and mend. Scenarios and rule files too. Of a folder all files; without a path contracts/. Exit code 1 for errors, 0 for warnings alone.',
      example: 'lvyue validate contracts/{contract} --output sarif=out.sarif',
      flags: {
        '--fix':
          'mend slips of typing whose meaning is beyond doubt (full-width marks, indentation, lost quotes); comments and order stay',
        '--watch': 'check again whenever a file changes; Ctrl+C ends',
      },
    },
    review: {
      summary: 'is the contract itself sound?',
      description:
        'Looks at the contract, not at records: blanks, contradictions, dates, identity of the parties, unlawful or unfair terms, form, money, and what is unusual beside the other contracts. Each finding names the clause, the defect and the mend. Exit code 1 for errors or warnings, 0 for mere information.',
      example: 'lvyue review contracts/{contract} --as-of 2024-06-30',
      flags: {
        '--as-of': 'the day by which to see whether it has expired or a renewal is near; now when absent',
        '--portfolio': 'folder of contracts to compare prices and time limits with; contracts/ when absent',
      },
    },
    clauses: {
      summary: 'every clause and how it is treated',
      description:
        'Lists every clause with its gist, its treatment and what realises it; then the coverage, and obligations that no rule judges yet.',
      example: 'lvyue clauses {contract}',
    },
    diff: {
      summary: 'what differs between two contracts, and whom it helps',
      description:
        'Compares terms, and tells what a change does in law: a time limit looser or stricter, a price up by how much, duties and remedies that came or went, and which side it helps. Order, comments and mere wording are no changes of terms. Where only one side has an @day, the other is the paper as signed. Exit code 0 where no term changed, 1 where one did, 2 where they cannot be compared.',
      example: 'lvyue diff main:contracts/{contract}/contract.yaml {contract}',
      flags: { '--on': 'take the terms in force on this day of both (with amendments and waivers)' },
    },
    check: {
      summary: 'does each side keep its obligations?',
      description: 'Checks every obligation against the records: verdict, evidence, remedies. Exit code 1 on a breach.',
      example: 'lvyue check {contract} --data data --period 2024-05',
      flags: { '--trace': 'print the SQL, and how often each relation is read, to stderr' },
    },
    bill: {
      summary: 'what is owed, and does the bill agree?',
      description:
        "Computes what is owed, each line with clause and arithmetic, with credits, adjustments, the cap and what is left of a prepaid package; reconciles the carrier's bills, names possible causes of a difference and what to do next. A longer period, such as a year, also shows its settlement periods and the account. Exit code 1 where a bill is beyond tolerance or contradicts itself, or records of bills and payments are doubtful.",
      example: 'lvyue bill {contract} --data data --period 2024-05',
    },
    reconcile: {
      summary: "hold the other side's records against ours, row by row",
      description:
        'Compares the messages and calls of both sides row by row: how many rows one side lacks or has twice, how many differ in status, direction, month or billable units, and what each class is worth under the chosen readings. The classes are applied in a fixed order, so that their amounts add up to the difference of the two totals. Exit code 1 where there are differences.',
      example: 'lvyue reconcile {contract} --ours ours --theirs theirs --period 2024-05',
      flags: {
        '--ours': 'folder of our records (CSV, Excel, Parquet, NDJSON)',
        '--theirs': "folder of the other side's records",
        '--by':
          'match by these columns where ids differ (comma-separated), such as recipient,sent_at; by id when absent',
        '--evidence': 'write every row that differs to this CSV file',
      },
    },
    explain: {
      summary: 'tell how the verdict on an obligation came to be',
      description:
        'Tells for one obligation how its verdict came to be: the clause, the terms in force, the facts found and the condition that held, the time limit counted step by step, the records behind it, the remedies. It explains and does not judge: the exit code is 0 for a breach too, and 2 where it could not run.',
      example: 'lvyue explain {contract} message-signature --data data --period 2024-05',
    },
    calendar: {
      summary: 'Dates that must not be missed, for a calendar (.ics)',
      description:
        'Lists what must be done by when: objections to renewal, bills, confirmations, payments, invoices, advance notices, answers and repairs, attestations, and the end of the term; what is overdue and still open too, and what has no known date, with the reason. Without --data only the dates that follow from the contract itself. An .ics file can be imported into the calendar of a phone or computer, and importing it again updates what is there. Where the data folder has a folder named by a contract, that is its own. Exit code 1 when something is overdue.',
      example: 'lvyue calendar {contract} --data data --out dates.ics',
      flags: {
        '--data': 'Folder of records; without it only the dates that follow from the contract itself',
        '--days': 'How many days to look ahead from as-of',
        '--alarm':
          'How long before to remind: 7d is 7 days (for what ends with a day, at 9 in the morning), 4h 4 hours; may be given several times, in place of the usual ones',
        '--format': 'Output format; by default as the file of --out is called (.ics, .json), else pretty',
      },
    },
    report: {
      summary: 'reports to print and send',
      description:
        "Writes a compliance report and a statement of charges for each contract, a page over all of them (index), and manifest.json with the hash of each file. Where the data folder has a folder named by a contract's id, that one is taken for it. All files are written, or none is touched. Ends with exit code 1 where there is a breach.",
      example:
        'lvyue report {contract} --data data --period 2024-05 --compare 2024-04 --format html,pdf,xlsx --out reports',
      flags: {
        '--out': 'the folder to write',
        '--compare': 'also say what changed since this period: new breaches, those kept now, cost (such as 2024-04)',
        '--format': 'forms, joined by commas: html, pdf (takes an installed Chromium, Chrome or Edge), xlsx, md, json',
        '--evidence': 'page lists the first rows behind a verdict; all also writes every one of them beside the report',
        '--evidence-format': 'form of the files with all evidence',
        '--templates': 'a folder of your own templates, which stand instead of those of the same name',
        '--quarantine':
          'set rows that do not parse aside in this file and go on; with several contracts each has its own, with the id in its name',
        '--browser': 'the program that prints to PDF; absent, it is looked for in the usual places',
      },
    },
    test: {
      summary: 'run the scenarios beside the contracts',
      description:
        'Runs scenarios/*.yaml: given records, the findings and amounts to expect. Exit code 1 when one fails.',
      example: 'lvyue test {contract}',
      flags: {
        '--coverage':
          'also tell which obligations no scenario has shown both kept and broken; exit code 1 when there are any',
      },
    },
    new: {
      summary: 'a contract to fill in, or scenarios at the limits',
      description:
        'Writes contracts/<id>/contract.yaml: commented, valid, each line that is to be filled from the paper marked "# to fill", and lists those lines. Never writes over a file. With --scenarios: for every numeric limit of an existing contract (time, length of signatures, units of a package, tolerance, day for changes) three scenarios, at it, just inside and just outside; what to expect comes from a computation apart from the rules, and what cannot be made is listed at the end with the reason; review the file and put it into scenarios/ of the contract. The same input gives the same bytes.',
      example: 'lvyue new city-library-2026 --title "Messages" --services sms,voice',
      flags: {
        '--title': 'title of the contract',
        '--customer': 'name of the customer',
        '--carrier': 'name of the carrier',
        '--services': 'kinds of services, comma-separated: sms, voice, line',
        '--scenarios': 'write scenarios for a contract that is there',
        '--out': 'file to write; of a contract contracts/<id>/contract.yaml when absent',
      },
    },
    import: {
      summary: 'draft a contract file from a PDF, with provenance, confidence and a review list',
      description:
        'Reads a contract in PDF and drafts contract.yaml: clauses, parties, term, charges, obligations, each with its page, clause and confidence. A blank on paper is a blank; what was not found or is not sure is marked "# to fill" and listed in review.md by risk; import.json holds all provenance. Without --out the draft is printed and nothing written. Importing into the same folder again keeps what you changed and updates what you did not. Pages without text are reported, and read from their pictures with --ocr. Names, mobile numbers and e-mail addresses of natural persons are left out.',
      example: 'lvyue import contract.pdf --out contracts/shi-library-2026',
      flags: {
        '--out': 'folder of the contract to write; its name is the id of the contract',
        '--ocr': 'read pages without text from their pictures (needs tesseract.js and @tesseract.js-data/chi_sim)',
      },
    },
    schema: {
      summary: 'print a schema for editors and other programs',
      description:
        'Prints one JSON Schema (2020-12) that stands alone: every file it refers to lies in its $defs. The schema of contracts when no name is given; --list prints all names.',
      example: 'lvyue schema contract --out contract.schema.json',
      flags: { '--list': 'print the names of all schemas' },
    },
    simulate: {
      summary: 'make up records for a contract, with the right answers',
      description:
        'Writes a data folder of kept obligations and some planted breaches; truth.json in it holds the verdicts, evidence and amounts to expect. The same flags give the same bytes.',
      example: 'lvyue simulate {contract} --out data --seed 7 --months 6',
      flags: {
        '--out': 'folder to write: new, empty, or of an earlier simulation',
        '--seed': 'seed of the random numbers',
        '--months': 'how many months',
        '--from': 'first month, such as 2024-04; the first whole month of the term when absent',
        '--rows': 'messages in all; about what a package includes each month when absent',
        '--breaches':
          'default (about a third), all, none, or ids of obligations, comma-separated; bill: a bill too high',
        '--format': 'file format',
      },
    },
    records: {
      summary: 'write a workbook to fill in; say what an export lacks',
      description:
        'Prepares records: writes an Excel workbook to fill in, and looks, before anything is computed, at what a data folder lacks or gets wrong.',
      example: 'lvyue records check data --contract {contract} --period 2024-05',
      parts: {
        template: {
          summary: 'write a workbook with one sheet per table',
          description:
            'Writes an Excel workbook: a sheet for each table, required columns in dark, allowed values as drop-downs, an explanation for each column. Filled in, it goes into the data folder as it is. Same arguments, same bytes.',
          example: 'lvyue records template --out template.xlsx --contract {contract} --lang en',
          flags: {
            '--out': 'the .xlsx file to write',
            '--contract': 'only the tables on which the obligations and charges of this contract rest',
            '--tables': 'only these tables, comma-separated, such as messages,complaints',
            '--lang': 'language of sheets, headers, values and explanations',
          },
        },
        check: {
          summary: 'say what a data folder lacks or gets wrong',
          description:
            'Reads a data folder to its end and reports by table: rows, columns that lack or are unknown, values that are not understood (alike ones together), ids that stand twice or lead nowhere, what is odd (lost times of day, scientific notation, ids rounded to 15 digits, mixed time zones, swapped days and months, dates to come), and tables and columns that the contract needs. Exit code 1 unless every table is usable.',
          example: 'lvyue records check data --contract {contract} --period 2024-05',
          flags: {
            '--contract': 'id or path of a contract: also look for the tables and columns that it needs',
            '--period': 'the period that the records should cover: 2025-08, 2025Q3, 2025; not looked at when absent',
            '--draft-mapping':
              'draft mapping.yaml in the folder (never over one that is there): which tables, columns and values foreign files, headers and words stand for; what is unsure is only asked',
          },
        },
      },
    },
    demo: {
      summary: 'simulate, check, bill and report on all contracts',
      description:
        'Simulates three months of records for each contract, with a few breaches planted, checks, bills, writes the reports and prints their path.',
      example: 'lvyue demo',
      flags: { '--out': 'folder to write to', '--seed': 'seed of the random numbers' },
    },
  },
};
