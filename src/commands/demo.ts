import { join, resolve } from 'node:path';
import { contractFile, contractIds, contractsFolder } from '../contract/find.ts';
import { loadContract } from '../contract/load.ts';
import { table } from '../format/width.ts';
import { demoWords } from '../locale/demo.ts';
import type { Lang } from '../locale/text.ts';
import { stop } from '../problem.ts';
import { writeReports } from '../report/write.ts';
import { simulate, type Truth } from '../simulate/simulate.ts';
import { loadCalendar } from '../time/calendar.ts';
import { type CommandSpec, flags, langOf, text } from './command.ts';
import { type Entry, entryOf } from './entries.ts';
import { monthsOf } from './simulate.ts';

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
    const shown: { entry: Entry; truth: Truth }[] = [];
    for (const id of ids) {
      io.err(`${words.working(id)}\n`);
      const { contract } = loadContract(contractFile(id));
      const data = join(out, 'data', id);
      const truth = await simulate({
        contract,
        calendar,
        out: data,
        rows: undefined,
        seed: Number(text(options, 'seed')),
        months: monthsOf(contract, { months: '3' }),
        breaches: ['default'],
        format: 'csv',
        progress: () => {},
      });
      const { from, to, asOf } = truth;
      shown.push({ truth, entry: await entryOf(id, { ...options, data, from, to, asOf }, io) });
    }
    const entries = shown.map(({ entry }) => entry);
    writeReports(out, entries, lang);
    io.out(`${summary(shown, lang)}\n\n${words.open} ${resolve(out, 'index.html')}\n`);
    return shown.every(agrees) ? 0 : 1;
  },
};

/** Every planted breach was found, and nothing else is one. */
function agrees({ entry, truth }: { entry: Entry; truth: Truth }): boolean {
  const planted = new Set(truth.planted.map(({ obligation }) => obligation));
  const found = new Set(breachedIn(entry));
  return planted.size === found.size && [...planted].every((id) => found.has(id));
}

const breachedIn = ({ check }: Entry): string[] =>
  check.findings.flatMap((finding) => (finding.verdict === 'breached' ? [finding.obligation] : []));

function summary(shown: readonly { entry: Entry; truth: Truth }[], lang: Lang): string {
  const words = demoWords[lang];
  const rows = shown.map(({ entry, truth }) => [
    entry.contract.id,
    `${truth.from} – ${truth.to}`,
    String(entry.check.findings.length),
    String(truth.planted.length),
    String(breachedIn(entry).length),
    entry.statement?.total ?? '?',
  ]);
  const columns = words.heads.map((head, i) => ({ head, align: i > 1 ? ('right' as const) : ('left' as const) }));
  return table(columns, rows);
}
