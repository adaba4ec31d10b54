import { basename, dirname, join } from 'node:path';
import { contractFile, contractIds, contractsFolder } from '../contract/find.ts';
import { stop } from '../problem.ts';
import type { ReportEntry } from '../report/entry.ts';
import { staged } from '../report/staged.ts';
import { templatesFrom } from '../report/templates.ts';
import { type Form, forms, writeReports } from '../report/write.ts';
import { parsePeriod } from '../time/period.ts';
import { type CommandSpec, flags, langOf, type Options, text } from './command.ts';
import { dataOf, entryFrom, withOutliers } from './entries.ts';
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
    { syntax: '--compare <period>' },
    { syntax: '--format <forms>', default: 'html,json' },
    { syntax: '--templates <dir>' },
    flags.quarantine,
    flags.unmask,
    flags.lang,
  ],
  async run(contracts, options, io) {
    const lang = langOf(options);
    const asked = contracts.length > 0 ? contracts : contractIds();
    if (asked.length === 0) stop('no-contracts', { folder: contractsFolder() });
    const given = { lang, forms: formsOf(options), unmask: options.unmask === true };
    const render = templatesFrom(text(options, 'templates'));
    const compared = text(options, 'compare');
    const since = compared === undefined ? undefined : parsePeriod(compared);
    const out = text(options, 'out') ?? '';
    const entries = await staged(out, async (folder) => {
      const all: ReportEntry[] = [];
      for (const contract of asked) {
        if (io.terminal) io.err(`${contract} …\n`);
        const data = dataOf(text(options, 'data') ?? '', basename(dirname(contractFile(contract))));
        const entry = (inputs: Parameters<typeof entryFrom>[0]) => entryFrom(inputs, { lang, since }, io);
        all.push(await withInputs(contract, { ...options, data }, io, entry));
      }
      const compared = await withOutliers(all);
      await writeReports(folder, compared, { ...given, render });
      return compared;
    });
    io.out(`${join(out, given.forms.includes('html') ? 'index.html' : '')}\n`);
    return entries.some(({ check }) => check.summary.breached) ? 1 : 0;
  },
};

/** --format: one form or several, joined by commas. Throws Stop where one is unknown. */
function formsOf(options: Options): Form[] {
  const value = text(options, 'format') ?? '';
  const asked = value.split(',').map((one) => one.trim());
  const known = asked.filter((one): one is Form => forms.some((form) => form === one));
  if (known.length < asked.length || asked.length === 0) {
    stop('flag-invalid', { flag: '--format', value, expected: forms.join(',') });
  }
  return [...new Set(known)];
}
