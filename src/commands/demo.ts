import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { contractFile, contractIds, contractsFolder } from '../contract/find.ts';
import { loadContract } from '../contract/load.ts';
import { table } from '../format/width.ts';
import { demoWords } from '../locale/demo.ts';
import type { Lang } from '../locale/text.ts';
import { stop } from '../problem.ts';
import type { ReportEntry } from '../report/entry.ts';
import { staged } from '../report/staged.ts';
import { templatesFrom } from '../report/templates.ts';
import { writeReports } from '../report/write.ts';
import { check } from '../rules/check.ts';
import type { Inputs } from '../rules/inputs.ts';
import { simulate, type Truth } from '../simulate/simulate.ts';
import { loadCalendar } from '../time/calendar.ts';
import { parsePeriod } from '../time/period.ts';
import { type CommandSpec, flags, langOf, text } from './command.ts';
import { entryFrom, withOutliers } from './entries.ts';
import { withInputs } from './inputs.ts';
import { monthsOf, seedOf } from './simulate.ts';

interface Shown {
  entry: ReportEntry;
  truth: Truth;
  /** Breaches by month and obligation. */
  found: string[];
}

export const command: CommandSpec = {
  name: 'demo',
  args: [],
  flags: [
    { syntax: '--out <dir>', default: join('reports', 'out', 'demo') },
    { syntax: '--seed <n>', default: '1' },
    flags.lang,
  ],
  async run(_args, options, io) {
    const lang = langOf(options);
    const words = demoWords[lang];
    const ids = contractIds();
    if (ids.length === 0) stop('no-contracts', { folder: contractsFolder() });
    const out = text(options, 'out') ?? '';
    const calendar = loadCalendar();
    const shown: Shown[] = [];
    for (const id of ids) {
      io.err(`${words.working(id)}\n`);
      const { contract } = loadContract(contractFile(id));
      const data = join(out, 'data', id);
      const truth = await simulate({
        contract,
        calendar,
        out: data,
        rows: undefined,
        seed: seedOf(options),
        months: monthsOf(contract, { months: '3' }),
        breaches: ['default'],
        format: 'csv',
        progress: () => {},
      });
      const { from, to, asOf } = truth;
      const done = await withInputs(id, { ...options, data, from, to, asOf }, io, async (inputs) => ({
        entry: await entryFrom(inputs, { lang }, io),
        found: await breachesByMonth(inputs, truth),
      }));
      shown.push({ truth, ...done });
    }
    const entries = await withOutliers(shown.map(({ entry }) => entry));
    const shape = { lang, forms: ['html', 'json'], unmask: false, render: templatesFrom() } as const;
    await staged(out, (folder) => writeReports(folder, entries, shape));
    io.out(`${summary(shown, lang)}\n\n${words.open} ${resolve(out, 'index.html')}\n`);
    return shown.every(({ truth, found }) => isDeepStrictEqual(brokenByMonth(truth).sort(), found.sort())) ? 0 : 1;
  },
};

/**
 * What is found month by month, as the truth states it: a mean over three months is not the mean of one. Of kinds that
 * are not simulated the truth says nothing.
 */
async function breachesByMonth(inputs: Inputs, { findings: known, notSimulated }: Truth): Promise<string[]> {
  const found: string[] = [];
  const ids = inputs.loaded.contract.obligations.map(({ id }) => id);
  const only = ids.filter((id) => !notSimulated.includes(id));
  for (const month of Object.keys(known)) {
    const { findings } = await check({ ...inputs, period: parsePeriod(month) }, { only, evidenceRows: 1 });
    const breached = findings.filter(({ verdict }) => verdict === 'breached');
    found.push(...breached.map(({ obligation }) => `${month} ${obligation}`));
  }
  return found;
}

/** Breaches by month that are there to be found: those that were planted, and what they break besides. */
const brokenByMonth = ({ findings }: Truth): string[] =>
  Object.entries(findings).flatMap(([month, verdicts]) =>
    Object.entries(verdicts).flatMap(([obligation, verdict]) =>
      verdict === 'breached' ? [`${month} ${obligation}`] : [],
    ),
  );

function summary(shown: readonly Shown[], lang: Lang): string {
  const words = demoWords[lang];
  const rows = shown.map(({ entry, truth, found }) => [
    entry.contract.id,
    `${truth.from} – ${truth.to}`,
    String(entry.check.findings.length),
    String(brokenByMonth(truth).length),
    String(found.length),
    entry.statement?.total ?? '?',
  ]);
  const columns = words.heads.map((head, i) => ({ head, align: i > 1 ? ('right' as const) : ('left' as const) }));
  return table(columns, rows);
}
