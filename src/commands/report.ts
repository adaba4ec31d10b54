import { join, resolve } from 'node:path';
import { progressWords } from '../locale/progress.ts';
import { Stop, stop } from '../problem.ts';
import type { ReportEntry } from '../report/entry.ts';
import { findBrowser } from '../report/pdf/find-browser.ts';
import { staged } from '../report/staged.ts';
import { templatesFrom } from '../report/templates.ts';
import { type Form, forms, type ReportOptions, writeReports } from '../report/write.ts';
import { type Period, parsePeriod } from '../time/period.ts';
import { asOfFlag } from './as-of.ts';
import { type CommandSpec, flags, type Io, langOf, type Options, text } from './command.ts';
import { askedContracts, withEach } from './each.ts';
import { entryFrom, withOutliers } from './entries.ts';
import { periodFlags } from './inputs.ts';

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
    { syntax: '--evidence <rows>', choices: ['page', 'all'], default: 'page' },
    { syntax: '--evidence-format <format>', choices: ['csv', 'parquet'], default: 'csv' },
    { syntax: '--templates <dir>' },
    { syntax: '--browser <program>' },
    flags.quarantine,
    flags.unmask,
    flags.lang,
  ],
  async run(contracts, options, io) {
    const asked = askedContracts(contracts);
    const given = reportOptions(options, io);
    const out = text(options, 'out') ?? '';
    if (resolve(out) === resolve(text(options, 'data') ?? '')) stop('out-is-data', { folder: out });
    const entries = await staged(out, async (folder) => {
      const all = await withOutliers(await entriesOf(asked, folder, options, io));
      await writeReports(folder, all, given);
      return all;
    });
    io.out(`${join(out, given.forms.includes('html') ? 'index.html' : '')}\n`);
    return entries.some(({ check }) => check.summary.breached) ? 1 : 0;
  },
};

/** What the flags say of the files to write. Throws Stop where a flag or a template is wrong, before any record is read. */
function reportOptions(options: Options, io: Io): ReportOptions {
  const lang = langOf(options);
  const asked = formsOf(options);
  return {
    lang,
    forms: asked,
    unmask: options.unmask === true,
    render: templatesFrom(text(options, 'templates')),
    browser: asked.includes('pdf') ? findBrowser(text(options, 'browser')) : undefined,
    progress: io.terminal ? (path) => io.err(`${progressWords.printing(path)[lang]}\n`) : undefined,
  };
}

async function entriesOf(asked: readonly string[], folder: string, options: Options, io: Io): Promise<ReportEntry[]> {
  const lang = langOf(options);
  const since = comparedPeriod(options);
  const format = options.evidenceFormat === 'parquet' ? 'parquet' : 'csv';
  const evidence =
    options.evidence === 'all' ? ({ folder, format, lang, unmask: options.unmask === true } as const) : undefined;
  return withEach(asked, options, io, (inputs, own) => entryFrom(inputs, { lang, since, evidence }, own));
}

/** --compare: a period that ends before the one reported begins. Throws Stop (`flag-invalid`) for any other. */
function comparedPeriod(options: Options): Period | undefined {
  const value = text(options, 'compare');
  if (value === undefined) return undefined;
  const { from } = periodFlags(options, asOfFlag(options));
  const expected = `2024-04, 2024Q1 … < ${from}`;
  try {
    const since = parsePeriod(value);
    if (since.to < from) return since;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return stop('flag-invalid', { flag: '--compare', value, expected });
}

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
