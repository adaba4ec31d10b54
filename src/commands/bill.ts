import { bill } from '../billing/bill.ts';
import { billJson, billPretty } from '../format/bill.ts';
import { type CommandSpec, flags, inputFlags, langOf } from './command.ts';
import { withInputs } from './inputs.ts';
import { output } from './output.ts';

const formats = { pretty: billPretty, json: billJson };

export const command: CommandSpec = {
  name: 'bill',
  args: ['<contract>'],
  flags: [
    ...inputFlags,
    { syntax: '--format <format>', choices: Object.keys(formats), default: 'pretty' },
    flags.quarantine,
    flags.out,
    flags.lang,
  ],
  run: ([contract = ''], options, io) =>
    withInputs(contract, options, io, async (inputs) => {
      const statement = await bill(inputs);
      output(formats[options.format as keyof typeof formats](statement, { lang: langOf(options) }), options, io);
      return statement.reconciliation?.verdict === 'beyond-tolerance' ? 1 : 0;
    }),
};
