import { claimed } from '../billing/claims.ts';
import { explainPretty } from '../format/explain.ts';
import { explainJson } from '../format/explain-json.ts';
import { tellPretty } from '../format/problems/index.ts';
import { argue } from '../rules/argument.ts';
import { type CommandSpec, flags, inputFlags, langOf } from './command.ts';
import { expiredWaivers, outsideTerm, withInputs } from './inputs.ts';
import { output } from './output.ts';

const formats = { pretty: explainPretty, json: explainJson };

export const command: CommandSpec = {
  name: 'explain',
  args: ['<contract>', '<obligation>'],
  flags: [
    ...inputFlags,
    { syntax: '--format <format>', choices: Object.keys(formats), default: 'pretty' },
    flags.quarantine,
    flags.unmask,
    flags.out,
    flags.lang,
  ],
  run: ([contract = '', obligation = ''], options, io) =>
    withInputs(contract, options, io, async (inputs) => {
      const lang = langOf(options);
      const plain = await argue(obligation, inputs);
      const argument = { ...plain, finding: await claimed(plain.finding, inputs) };
      const outside = outsideTerm(inputs.loaded.contract, inputs.period);
      const told = [...outside, ...expiredWaivers(argument.waivers, inputs.loaded)];
      if (told.length > 0) io.err(`${tellPretty(told, lang)}\n`);
      const format = formats[options.format as keyof typeof formats];
      output(format(argument, { lang, unmask: options.unmask === true }), options, io);
      // It explains and does not judge: a breach is no failure of the command.
      return 0;
    }),
};
