import { bill } from '../billing/bill.ts';
import { billJson, billPretty } from '../format/bill.ts';
import { problemFormats } from '../format/problems.ts';
import { type CommandSpec, flags, langOf, text } from './command.ts';
import { openInputs } from './inputs.ts';
import { writeWhole } from './write.ts';

const formats = { pretty: billPretty, json: billJson };

export const command: CommandSpec = {
  name: 'bill',
  args: ['<contract>'],
  flags: [
    flags.data,
    flags.period,
    flags.from,
    flags.to,
    flags.asOf,
    { syntax: '--format <format>', choices: Object.keys(formats), default: 'pretty' },
    flags.quarantine,
    flags.out,
    flags.lang,
  ],
  async run([contract = ''], options, io) {
    const lang = langOf(options);
    const inputs = await openInputs(contract, options, io);
    try {
      if (inputs.problems.length > 0) io.err(`${problemFormats.pretty(inputs.problems, lang)}\n`);
      const statement = await bill(inputs);
      const shown = formats[options.format as keyof typeof formats](statement, { lang });
      const file = text(options, 'out');
      if (file) writeWhole(file, `${shown}\n`);
      else io.out(`${shown}\n`);
      return statement.reconciliation?.verdict === 'beyond-tolerance' ? 1 : 0;
    } finally {
      await inputs.records.close();
    }
  },
};
