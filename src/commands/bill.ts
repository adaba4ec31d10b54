import { bill } from '../billing/bill.ts';
import type { Statement } from '../billing/statement.ts';
import { isOfOneCharge } from '../contract/load.ts';
import { billFormats } from '../format/bill/index.ts';
import type { Inputs } from '../rules/inputs.ts';
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
  run: ([contract = ''], options, io) => {
    const format = billFormats[options.format as keyof typeof billFormats];
    const use = async (inputs: Inputs) => {
      const statement = await bill(inputs);
      output(format(statement, { lang: langOf(options) }), options, io);
      return isWrong(statement) || inputs.loaded.problems.some(isOfOneCharge) ? 1 : 0;
    };
    return withInputs(contract, options, io, use, { tolerated: isOfOneCharge });
  },
};

/** A bill beyond tolerance or at odds with itself, or a doubtful record of a bill or payment. */
const isWrong = ({ reconciliations, anomalies }: Statement): boolean =>
  anomalies.length > 0 ||
  reconciliations.some((one) => one.verdict === 'beyond-tolerance' || one.contradictions.length > 0);
