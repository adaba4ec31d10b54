import { loadContract } from '../contract/load.ts';
import type { Contract } from '../contract/schema.generated.ts';
import { simulatedWords } from '../locale/simulate.ts';
import { stop } from '../problem.ts';
import { chargedTerm } from '../simulate/charged.ts';
import { simulate } from '../simulate/simulate.ts';
import type { Month } from '../simulate/world.ts';
import type { Format } from '../simulate/write.ts';
import { loadCalendar } from '../time/calendar.ts';
import { addMonths, earliest, latest } from '../time/day.ts';
import { parsePeriod } from '../time/period.ts';
import { type CommandSpec, flags, langOf, type Options, text } from './command.ts';

/** The largest seed. */
const LAST_SEED = 2 ** 31 - 1;
const formats: readonly Format[] = ['csv', 'parquet'];
/** More messages than any machine that runs this keeps. */
const MOST = 1_000_000_000;

export const command: CommandSpec = {
  name: 'simulate',
  args: ['<contract>'],
  flags: [
    { syntax: '--out <dir>', required: true },
    { syntax: '--seed <n>', default: '1' },
    { syntax: '--months <n>', default: '3' },
    { syntax: '--from <month>' },
    { syntax: '--rows <n>' },
    { syntax: '--breaches <list>', default: 'default' },
    { syntax: '--format <format>', choices: formats, default: 'csv' },
    flags.lang,
  ],
  async run([id = ''], options, io) {
    const { contract } = loadContract(id);
    const rows = text(options, 'rows') === undefined ? undefined : whole(options, 'rows', 0, MOST);
    const out = text(options, 'out') ?? '';
    const truth = await simulate({
      ...{ contract, calendar: loadCalendar(), out, rows },
      seed: seedOf(options),
      months: monthsOf(contract, options),
      breaches: (text(options, 'breaches') ?? '').split(','),
      format: formats.find((format) => format === options.format) ?? 'csv',
      progress: (what) => io.terminal && io.err(`${what}\n`),
    });
    io.out(`${simulatedWords(out, truth)[langOf(options)]}\n`);
    return 0;
  },
};

export const seedOf = (options: Options): number => whole(options, 'seed', 0, LAST_SEED);

function whole(options: Options, name: string, least: number, most: number): number {
  const given = text(options, name) ?? '';
  const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most) return value;
  return stop('flag-invalid', { flag: `--${name}`, value: given, expected: `${least}–${most}` });
}

/** The term, or the time that is charged, for 120 months at most. */
function simulatedTerm(contract: Contract): { from: string; to: string } {
  const { from, to } = chargedTerm(contract) ?? stop('term-blank', { contract: contract.id });
  return { from, to: earliest(to, addMonths(from, 120)) };
}

/** The months to simulate, from --from or the first whole one on; all must touch the term. */
export function monthsOf(contract: Contract, options: Options): Month[] {
  const term = simulatedTerm(contract);
  const begun = `${term.from.slice(0, 7)}-01`;
  const firstWhole = begun === term.from ? begun : addMonths(begun, 1);
  const given = text(options, 'from');
  const [first, last] = [term.from, term.to].map((day) => day.slice(0, 7));
  const start = given ?? firstWhole.slice(0, 7);
  const expected = `${first} – ${last}`;
  const known = /^\d{4}-(0[1-9]|1[0-2])$/.test(start) && start >= (first ?? '') && start <= (last ?? '');
  if (!known) return stop('flag-invalid', { flag: '--from', value: start, expected });
  const possible: Month[] = [];
  for (let day = `${start}-01`; day <= term.to; day = addMonths(day, 1)) {
    const { from, to, label } = parsePeriod(day.slice(0, 7));
    possible.push({ label, from: latest(from, term.from), to: earliest(to, term.to) });
  }
  return possible.slice(0, whole(options, 'months', 1, possible.length));
}
