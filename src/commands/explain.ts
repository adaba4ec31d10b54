import { explainPretty } from '../format/explain.ts';
import { explainJson } from '../format/explain-json.ts';
import { problemFormats } from '../format/problems.ts';
import { problem } from '../problem.ts';
import { argue } from '../rules/argument.ts';
import { type CommandSpec, flags, langOf } from './command.ts';
import { outsideTerm, withInputs } from './inputs.ts';
import { output } from './output.ts';

const formats = { pretty: explainPretty, json: explainJson };

export const command: CommandSpec = {
  name: 'explain',
  args: ['<contract>', '<obligation>'],
  flags: [
    flags.data,
    flags.period,
    flags.from,
    flags.to,
    flags.asOf,
    { syntax: '--format <format>', choices: Object.keys(formats), default: 'pretty' },
    flags.quarantine,
    flags.unmask,
    flags.out,
    flags.lang,
  ],
  run: ([contract = '', obligation = ''], options, io) =>
    withInputs(contract, options, io, async (inputs) => {
      const lang = langOf(options);
      const argument = await argue(obligation, inputs);
      const outside = outsideTerm(inputs.loaded.contract, inputs.period);
      const expired = argument.waivers
        .filter(({ status }) => status === 'expired')
        .map((one) => problem('waiver-expired', one, { file: inputs.loaded.file }, 'warning'));
      const told = [...outside, ...expired];
      if (told.length > 0) io.err(`${problemFormats.pretty(told, lang)}\n`);
      const format = formats[options.format as keyof typeof formats];
      output(format(argument, { lang, unmask: options.unmask === true }), options, io);
      // It explains and does not judge: a breach is no failure of the command.
      return 0;
    }),
};
