import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { loadContract } from '../contract/load.ts';
import { always } from '../contract/term.ts';
import { readinessFormats } from '../format/readiness.ts';
import { home } from '../home.ts';
import { readinessWords } from '../locale/readiness.ts';
import type { Lang, Text } from '../locale/text.ts';
import { stop } from '../problem.ts';
import { type Draft, draftMapping } from '../readiness/draft/draft.ts';
import { readiness } from '../readiness/readiness.ts';
import { templateWorkbook } from '../readiness/template.ts';
import { wantedBy } from '../readiness/wanted.ts';
import { mappingFile } from '../records/mapping/mapping.ts';
import { prepare } from '../records/prepare.ts';
import { rawFiles } from '../records/raw.ts';
import { survey } from '../records/survey.ts';
import { plain, type Table, tables } from '../records/tables.ts';
import { loadRules } from '../rules/load.ts';
import { loadCalendar } from '../time/calendar.ts';
import { asOfFlag } from './as-of.ts';
import { type CommandSpec, flags, langOf, type Options, text } from './command.ts';
import { periodFlags } from './inputs.ts';
import { output, writeWhole } from './output.ts';

const forContract = { syntax: '--contract <contract>' };

const template: CommandSpec = {
  name: 'template',
  args: [],
  flags: [{ ...flags.out, required: true }, forContract, { syntax: '--tables <tables>' }, flags.lang],
  async run(_, options, io) {
    const lang = langOf(options);
    const file = text(options, 'out') ?? '';
    if (extname(file).toLowerCase() !== '.xlsx') {
      stop('flag-invalid', { flag: '--out', value: file, expected: `${basename(file, extname(file))}.xlsx` });
    }
    const chosen = chosenTables(options);
    const bytes = templateWorkbook(chosen, lang);
    // Somebody may have filled it in.
    if (existsSync(file) && !readFileSync(file).equals(bytes)) stop('out-exists', {}, { file });
    writeWhole(file, bytes);
    io.err(readinessWords.written(file, chosen.length)[lang]);
    return 0;
  },
};

/** The tables of --tables or of what a contract needs; all of them without either. Throws Stop for a name of no table. */
function chosenTables(options: Options): readonly Table[] {
  const [named, contract] = [text(options, 'tables'), text(options, 'contract')];
  if (named !== undefined && contract !== undefined) {
    stop('usage', {
      reason: 'commander.conflictingOption',
      token: '--tables、--contract',
      detail: 'only one of --tables and --contract may be given',
    });
  }
  if (named !== undefined) {
    const wanted = named.split(/[,，、]/).map((title) => {
      const name = plain(title);
      const found = tables.find((table) => [table.name, ...table.aliases].some((own) => plain(own) === name));
      const expected = tables.map((table) => `${table.aliases[0]} (${table.name})`).join(', ');
      return found ?? stop('flag-invalid', { flag: '--tables', value: title, expected });
    });
    return tables.filter((table) => wanted.includes(table));
  }
  if (contract === undefined) return tables;
  const wanted = wantedBy(loadContract(contract).contract, loadRules(), always);
  return tables.filter(({ name }) => wanted.tables.has(name) || wanted.compared.has(name));
}

const check: CommandSpec = {
  name: 'check',
  args: ['<dir>'],
  flags: [
    forContract,
    flags.period,
    flags.from,
    flags.to,
    flags.asOf,
    { syntax: '--draft-mapping' },
    { syntax: '--format <format>', choices: Object.keys(readinessFormats), default: 'pretty' },
    flags.out,
    flags.lang,
  ],
  async run([dir = ''], options, io) {
    const lang = langOf(options);
    const id = text(options, 'contract');
    const contract = id === undefined ? undefined : loadContract(id).contract;
    const asOf = asOfFlag(options);
    const draft = options.draftMapping === true ? await draftOf(dir, lang) : undefined;
    if (draft?.active) writeWhole(join(dir, mappingFile), draft.text ?? '');
    const period = asksForDays(options) ? periodFlags(options, asOf) : undefined;
    const days = period && { from: period.from, to: period.to };
    const wanted = contract && wantedBy(contract, loadRules(), days ?? always);
    const found = await survey(dir, { calendar: loadCalendar(), asOf, days });
    const result = readiness(found, {
      ...{ contract: contract?.id ?? null, wanted, days },
      asOf: text(options, 'asOf') === undefined ? null : asOf,
    });
    // A list of questions is no mapping yet: the folder was looked at without it.
    if (draft?.text && !draft.active) writeWhole(join(dir, mappingFile), draft.text);
    if (draft) io.err(drafted(dir, draft)[lang]);
    output(readinessFormats[options.format as keyof typeof readinessFormats](result, lang), options, io);
    return result.ready ? 0 : 1;
  },
};

/** The draft of a mapping for a folder that has none. Throws Stop where it has one, or where a file cannot be read. */
async function draftOf(dir: string, lang: Lang): Promise<Draft> {
  const file = join(dir, mappingFile);
  if (existsSync(file)) stop('mapping-exists', {}, { file });
  const prepared = await prepare(loadCalendar(), { folders: [dir] });
  try {
    return draftMapping(await rawFiles(dir, prepared), join(home, 'schemas', 'mapping.schema.json'), dir, lang);
  } finally {
    await prepared.close();
  }
}

function drafted(dir: string, { text: written, sure, questions, strange }: Draft): Text {
  if (written) return readinessWords.drafted(join(dir, mappingFile), sure, questions);
  return strange > 0 ? readinessWords.nothingKnown(strange) : readinessWords.nothingToMap;
}

const asksForDays = (options: Options) => ['period', 'from', 'to'].some((name) => text(options, name) !== undefined);

export const command: CommandSpec = {
  name: 'records',
  args: [],
  flags: [],
  parts: [template, check],
  run: async () => 2,
};
