import { bill } from '../billing/bill.ts';
import type { Statement } from '../billing/statement.ts';
import { billFormats } from '../format/bill/index.ts';
import { type CommandSpec, flags, inputFlags, langOf } from './command.ts';
import { withInputs } from './inputs.ts';
import { output } from './output.ts';

export const command: CommandSpec = {
  name: 'bill',
  args: ['<contract>'],
  flags: [
    ...inputFlags,
    { syntax: '--format <format>', choices: Object.keys(billFormats), default: 'pretty' },
    flags.quarantine,
    flags.out,
    flags.lang,
  ],
  run: ([contract = ''], options, io) =>
    withInputs(contract, options, io, async (inputs) => {
      const statement = await bill(inputs);
      output(
        billFormats[options.format as keyof typeof billFormats](statement, { lang: langOf(options) }),
        options,
        io,
      );
      return isWrong(statement) ? 1 : 0;
    }),
};

/** A bill beyond tolerance or at odds with itself, or a doubtful record of a bill or payment. */
const isWrong = ({ reconciliations, anomalies }: Statement): boolean =>
  anomalies.length > 0 ||
  reconciliations.some((one) => one.verdict === 'beyond-tolerance' || one.contradictions.length > 0);
