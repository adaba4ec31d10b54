import { Command, CommanderError, type Help, Option } from 'commander';
import { contractIds } from '../contract/find.ts';
import { version } from '../home.ts';
import { type CommandText, type CommandTexts, commandTexts } from '../locale/commands.ts';
import type { Lang } from '../locale/index.ts';
import { problem, Stop } from '../problem.ts';
import type { CommandSpec, Io } from './command.ts';

/** Every command, loaded only when it is asked for. */
const commands = {
  validate: () => import('./validate.ts'),
  review: () => import('./review.ts'),
  clauses: () => import('./clauses.ts'),
  diff: () => import('./diff.ts'),
  check: () => import('./check.ts'),
  bill: () => import('./bill.ts'),
  reconcile: () => import('./reconcile.ts'),
  explain: () => import('./explain.ts'),
  calendar: () => import('./calendar.ts'),
  report: () => import('./report.ts'),
  test: () => import('./test.ts'),
  new: () => import('./new.ts'),
  import: () => import('./import.ts'),
  schema: () => import('./schema.ts'),
  simulate: () => import('./simulate.ts'),
  records: () => import('./records.ts'),
  demo: () => import('./demo.ts'),
} satisfies Record<keyof CommandTexts['commands'], () => Promise<{ command: CommandSpec }>>;

/** Runs a command line. Returns the exit code: 0 nothing wrong, 1 findings, 2 could not run. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const lang = langOf(argv);
  let code = 0;
  try {
    const program = await build(argv, lang, io, (result) => {
      code = result;
    });
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // Without a command, commander has printed the help.
    if (error instanceof CommanderError && error.code === 'commander.help') return 2;
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : refuse(usage(error), lang, io);
    if (error instanceof Stop) return refuse(error, lang, io);
    if (error instanceof Error && error.name === 'RuleDefect') {
      return refuse(new Stop([problem('rule-defect', { detail: error.message })]), lang, io);
    }
    if (error instanceof Error && 'syscall' in error && 'code' in error) {
      const { path, code } = error as NodeJS.ErrnoException;
      return refuse(new Stop([problem('file-system', { detail: code ?? '' }, { file: path })]), lang, io);
    }
    throw error;
  }
}

/** commander's complaint as a problem of ours: its message quotes the word and may suggest another. */
function usage({ code: reason, message }: CommanderError): Stop {
  const [first = '', ...rest] = message.split('\n');
  const token = /'([^']+)'/.exec(first)?.[1] ?? '';
  const suggestion = /\(Did you mean (?:one of )?([^?,]+)/.exec(rest.join(' '))?.[1];
  const allowed = /Allowed choices are (.*)\.$/.exec(first)?.[1];
  return new Stop([problem('usage', { reason, token, suggestion, allowed, detail: first.replace(/^error: /, '') })]);
}

async function refuse(error: Stop, lang: Lang, io: Io): Promise<number> {
  const { tellPretty } = await import('../format/problems/index.ts');
  io.err(`${tellPretty(error.problems, lang)}\n`);
  return 2;
}

/** Help and errors of the flags themselves need the language before the flags are read. */
function langOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = argv[at]?.startsWith('--lang=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh';
}

async function build(argv: readonly string[], lang: Lang, io: Io, done: (code: number) => void): Promise<Command> {
  const texts = commandTexts[lang];
  const asked = argv.find((arg) => arg in commands) as keyof typeof commands | undefined;
  const names = asked ? [asked] : (Object.keys(commands) as (keyof typeof commands)[]);
  const specs = await Promise.all(names.map(async (name) => ({ name, spec: (await commands[name]()).command })));
  // Only help is laid out: what measures Chinese text takes its time to load.
  const helps = !asked || argv.some((arg) => arg === '-h' || arg === '--help') || specs.some(({ spec }) => spec.parts);
  const layout = helps ? (await import('./help.ts')).layout : {};
  const shared: Shared = { texts, io, done, settled: (command) => settle(command, texts, io, layout) };
  const program = new Command('lvyue').usage(texts.usage);
  program.description(texts.description).version(version, '-V, --version', texts.version);
  shared.settled(program);
  for (const { name, spec } of specs) add(program, spec, texts.commands[name], shared);
  return program;
}

interface Shared {
  texts: CommandTexts;
  io: Io;
  settled(command: Command): void;
  done(code: number): void;
}

/** What every command line shares: words in the reader's language, our streams, our exit codes. */
function settle(command: Command, texts: CommandTexts, io: Io, layout: Partial<Help>): void {
  command
    .helpOption('-h, --help', texts.help)
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {} })
    .configureHelp({
      helpWidth: 80,
      ...layout,
      styleTitle: (title) => texts.titles[title] ?? title,
      subcommandTerm: (command) => `${command.name()} ${command.usage().replace(texts.usageOptions, '').trim()}`,
      optionDescription: ({ description, argChoices, defaultValue }) =>
        description + texts.optionNote(argChoices ?? [], defaultValue === undefined ? '' : String(defaultValue)),
    });
}

function add(program: Command, spec: CommandSpec, words: CommandText, shared: Shared): void {
  const { texts, io, settled, done } = shared;
  const command = program.command(spec.name).summary(words.summary).description(words.description);
  command.usage(spec.parts ? texts.usage : [texts.usageOptions, ...spec.args].join(' '));
  settled(command);
  for (const argument of spec.args) command.argument(argument, texts.arguments[argument] ?? '');
  for (const flag of spec.flags) {
    const name = flag.syntax.split(' ')[0] ?? '';
    const option = new Option(flag.syntax, words.flags?.[name] ?? texts.flags[name] ?? '');
    if (flag.choices) option.choices(flag.choices);
    if (flag.default !== undefined) option.default(flag.default);
    if (flag.required) option.makeOptionMandatory();
    if (flag.repeat) option.argParser((value, before: string[] | undefined) => [...(before ?? []), value]);
    command.addOption(option);
  }
  command.addHelpText(
    'after',
    `\n${texts.example}\n  ${words.example.replaceAll('{contract}', contractIds()[0] ?? 'contract.yaml')}`,
  );
  for (const part of spec.parts ?? []) {
    const own = words.parts?.[part.name];
    if (own) add(command, part, own, shared);
  }
  if (spec.parts) return;
  command.action(async (...given: unknown[]) => {
    const args = given
      .slice(0, spec.args.length)
      .flat()
      .filter((arg) => typeof arg === 'string');
    done(await spec.run(args, command.opts(), io));
  });
}
