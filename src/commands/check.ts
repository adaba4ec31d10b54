import { checkJson, checkPretty } from '../format/check.ts';
import { problemFormats } from '../format/problems.ts';
import { check } from '../rules/check.ts';
import { type CommandSpec, flags, langOf, text } from './command.ts';
import { openInputs } from './inputs.ts';
import { writeWhole } from './write.ts';

const formats = { pretty: checkPretty, json: checkJson };

/** Verdicts that make the exit code 1. */
const wrong = ['breached'] as const;

export const command: CommandSpec = {
  name: 'check',
  args: ['<contract>'],
  flags: [
    flags.data,
    flags.period,
    flags.from,
    flags.to,
    flags.asOf,
    { syntax: '--format <format>', choices: Object.keys(formats), default: 'pretty' },
    flags.quarantine,
    { syntax: '--trace' },
    flags.unmask,
    flags.out,
    flags.lang,
  ],
  async run([contract = ''], options, io) {
    const lang = langOf(options);
    const inputs = await openInputs(contract, options, io);
    try {
      if (inputs.problems.length > 0) io.err(`${problemFormats.pretty(inputs.problems, lang)}\n`);
      const trace = options.trace ? (s: { sql: string }) => io.err(`-- scan\n${s.sql};\n\n`) : undefined;
      const result = await check(inputs, trace ? { trace } : {});
      const shown = formats[options.format as keyof typeof formats](result, {
        lang,
        unmask: options.unmask === true,
      });
      const file = text(options, 'out');
      if (file) writeWhole(file, `${shown}\n`);
      else io.out(`${shown}\n`);
      return wrong.some((verdict) => result.summary[verdict]) ? 1 : 0;
    } finally {
      await inputs.records.close();
    }
  },
};
