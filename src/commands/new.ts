import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { draftContract } from '../authoring/draft.ts';
import { isContractId } from '../contract/find.ts';
import { loadContract } from '../contract/load.ts';
import { unfilled } from '../contract/unfilled.ts';
import { home, modelineTo } from '../home.ts';
import { authoringTexts } from '../locale/authoring.ts';
import { stop } from '../problem.ts';
import { loadRules } from '../rules/load.ts';
import { boundariesOf } from '../scenario/boundaries/make.ts';
import { scenarioFile } from '../scenario/boundaries/yaml.ts';
import { loadCalendar } from '../time/calendar.ts';
import { type CommandSpec, flags, type Io, langOf, type Options, text } from './command.ts';
import { output } from './output.ts';

const kinds = ['sms', 'voice', 'line'];

export const command: CommandSpec = {
  name: 'new',
  args: ['<id>'],
  flags: [
    { syntax: '--title <text>' },
    { syntax: '--customer <name>' },
    { syntax: '--carrier <name>' },
    { syntax: '--services <kinds>', default: 'sms' },
    { syntax: '--scenarios' },
    flags.out,
    flags.lang,
  ],
  async run([id = ''], options, io) {
    if (options.scenarios) scenarios(id, options, io);
    else draft(id, options, io);
    return 0;
  },
};

function scenarios(id: string, options: Options, io: Io): void {
  const { contract } = loadContract(id);
  const made = boundariesOf(contract, loadRules(), loadCalendar(), langOf(options));
  output(scenarioFile(made, langOf(options)).trimEnd(), options, io);
}

/** Writes a commented contract and lists the lines that are to be filled. Never writes over a file. */
function draft(id: string, options: Options, io: Io): void {
  if (!isContractId(id)) stop('id-form', { id });
  const file = text(options, 'out') ?? join('contracts', id, 'contract.yaml');
  if (existsSync(file)) stop('file-exists', { id }, { file });
  const lang = langOf(options);
  const words = authoringTexts[lang];
  const made = draftContract({
    id,
    title: text(options, 'title'),
    customer: text(options, 'customer'),
    carrier: text(options, 'carrier'),
    services: servicesOf(text(options, 'services') ?? ''),
    lang,
    schema: modelineTo(join(home, 'schemas/contract.schema.json'), dirname(file)),
    kindsHeading: words.kindsHeading,
  });
  output(made.trimEnd(), { ...options, out: file }, io);
  const open = unfilled({ file, text: made });
  for (const one of open) if (one.code === 'to-fill') io.out(`${file}:${one.line}  ${one.data.hint || words.fill}\n`);
  io.err(`${words.next(file, open.length)}\n`);
}

function servicesOf(given: string): string[] {
  const asked = given.split(',').map((one) => one.trim());
  const unknown = asked.find((one) => !kinds.includes(one));
  const value = unknown ?? (new Set(asked).size < asked.length ? given : undefined);
  if (value !== undefined) stop('flag-invalid', { flag: '--services', value, expected: kinds.join(', ') });
  return asked;
}
