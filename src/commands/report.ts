import { basename, dirname, join } from 'node:path';
import { contractFile, contractIds, contractsFolder } from '../contract/find.ts';
import { stop } from '../problem.ts';
import { writeReports } from '../report/write.ts';
import { type CommandSpec, flags, langOf, text } from './command.ts';
import { dataOf, type Entry, entryFrom } from './entries.ts';
import { withInputs } from './inputs.ts';

export const command: CommandSpec = {
  name: 'report',
  args: ['[contract...]'],
  flags: [
    flags.data,
    { syntax: '--out <dir>', default: join('reports', 'out') },
    flags.period,
    flags.from,
    flags.to,
    flags.asOf,
    flags.quarantine,
    flags.unmask,
    flags.lang,
  ],
  async run(contracts, options, io) {
    const lang = langOf(options);
    const asked = contracts.length > 0 ? contracts : contractIds();
    if (asked.length === 0) stop('no-contracts', { folder: contractsFolder() });
    const entries: Entry[] = [];
    for (const contract of asked) {
      if (io.terminal) io.err(`${contract} …\n`);
      const data = dataOf(text(options, 'data') ?? '', basename(dirname(contractFile(contract))));
      entries.push(await withInputs(contract, { ...options, data }, io, (inputs) => entryFrom(inputs, lang, io)));
    }
    const out = text(options, 'out') ?? '';
    writeReports(out, entries, lang, { unmask: options.unmask === true });
    io.out(`${join(out, 'index.html')}\n`);
    return entries.some(({ check }) => check.summary.breached) ? 1 : 0;
  },
};
