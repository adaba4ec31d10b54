import { type LoadedContract, loadContract } from '../contract/load.ts';
import type { Contract } from '../contract/schema.generated.ts';
import { inForce, stated } from '../contract/term.ts';
import { tellPretty } from '../format/problems/index.ts';
import { type Problem, problem, stop } from '../problem.ts';
import { openBeside } from '../records/beside.ts';
import { noRecords } from '../records/none.ts';
import { type Options as OpenOptions, openRecords, type Records } from '../records/open.ts';
import { type Prepared, prepare } from '../records/prepare.ts';
import type { WaiverState } from '../rules/finding.ts';
import type { Inputs } from '../rules/inputs.ts';
import { loadRules } from '../rules/load.ts';
import { type Calendar, loadCalendar } from '../time/calendar.ts';
import { addMonths } from '../time/day.ts';
import { type Period, parsePeriod, periodFromTo } from '../time/period.ts';
import { asOfFlag } from './as-of.ts';
import { type Io, langOf, type Options, text } from './command.ts';

export interface InputOptions {
  /** Problems of the contract that do not stop the work. */
  tolerated?: (one: Problem) => boolean;
  /** What several contracts have in common, so that it is made and read but once; the store stays open. */
  shared?: Shared;
}

export interface Shared extends Pick<Inputs, 'rules' | 'calendar'> {
  prepared: Prepared;
}

/** Opens all inputs named by the flags, no records where `--data` may be left out, tells their warnings, and closes them after use. Throws Stop where one cannot be read. */
export async function withInputs<T>(
  contract: string,
  options: Options,
  io: Io,
  use: (inputs: Inputs) => Promise<T>,
  { tolerated, shared }: InputOptions = {},
): Promise<T> {
  const given = settled(contract, options, tolerated, shared);
  const data = text(options, 'data');
  const open = { ...openOptions(given.calendar, options, io), prepared: shared?.prepared };
  const records = data === undefined ? await noRecords(open) : await openRecords(data, open);
  try {
    tell([...given.loaded.problems, ...records.problems, ...missingYears(given.calendar, given.period)], options, io);
    return await use({ ...given, records });
  } finally {
    await records.close();
  }
}

/**
 * The same for the records of two sides, `--ours` and `--theirs`, in one store; the inputs hold ours. Ids that stand
 * twice are not warned of: the comparison names them. Throws Stop where one cannot be read.
 */
export async function withBothSides<T>(
  contract: string,
  options: Options,
  io: Io,
  use: (inputs: Inputs, theirs: Records) => Promise<T>,
): Promise<T> {
  const given = settled(contract, options);
  const [ours, others] = [text(options, 'ours') ?? '', text(options, 'theirs') ?? ''];
  const prepared = await prepare(given.calendar, { folders: [ours, others] });
  try {
    const open = openOptions(given.calendar, options, io);
    const records = await openRecords(ours, { ...open, prepared });
    const theirs = await openBeside('theirs', others, prepared, open);
    const ids = ['record-duplicate', 'record-ids-unchecked'];
    const problems = [...records.problems, ...theirs.problems].filter(({ code }) => !ids.includes(code));
    const outside = outsideTerm(given.loaded.contract, given.period);
    tell(
      [...given.loaded.problems, ...problems, ...missingYears(given.calendar, given.period), ...outside],
      options,
      io,
    );
    return await use({ ...given, records }, theirs);
  } finally {
    await prepared.close();
  }
}

/** What the flags name besides records. */
function settled(
  contract: string,
  options: Options,
  tolerated?: (one: Problem) => boolean,
  shared?: Shared,
): Omit<Inputs, 'records'> {
  const loaded = loadContract(contract, tolerated);
  const asOf = asOfFlag(options);
  const { rules, calendar } = shared ?? { rules: loadRules(), calendar: loadCalendar() };
  return { loaded, asOf, period: periodFlags(options, asOf), rules, calendar };
}

function openOptions(calendar: Calendar, options: Options, io: Io): OpenOptions {
  const progress = io.terminal ? (what: string) => io.err(`${what}\n`) : undefined;
  return { calendar, quarantine: text(options, 'quarantine'), lang: langOf(options), progress };
}

/** Tells problems on stderr, where there are any. */
export function tell(problems: readonly Problem[], options: Options, io: Io): void {
  if (problems.length > 0) io.err(`${tellPretty(problems, langOf(options))}\n`);
}

/** --period, or --from with --to; by default the last whole month before as-of. */
export function periodFlags(options: Options, asOf: string): Period {
  const [period, from, to] = ['period', 'from', 'to'].map((name) => text(options, name));
  if (period !== undefined && (from !== undefined || to !== undefined)) {
    stop('flag-invalid', { flag: '--from', value: from ?? to ?? '', expected: '--period | --from --to' });
  }
  if (period !== undefined) return parsePeriod(period);
  if (from !== undefined && to !== undefined) return periodFromTo(from, to);
  if (from !== undefined || to !== undefined) {
    stop('usage', {
      reason: 'commander.missingMandatoryOptionValue',
      token: from ? '--to <day>' : '--from <day>',
      detail: 'required: --from with --to',
    });
  }
  return parsePeriod(addMonths(`${asOf.slice(0, 7)}-01`, -1).slice(0, 7));
}

function missingYears(calendar: Calendar, period: Period): Problem[] {
  const [first, last] = [calendar.years[0] ?? 0, calendar.years.at(-1) ?? 0];
  const years = [...new Set([period.from, period.to].map((day) => day.slice(0, 4)))];
  return years.flatMap((year) =>
    calendar.years.includes(Number(year))
      ? []
      : [problem('calendar-year-missing', { year, first: String(first), last: String(last) }, {}, 'warning')],
  );
}

/** Records are judged whenever they are; that the contract was not in force for all of the period, or only if it was renewed, is said. */
export function outsideTerm(contract: Contract, { from, to }: Period): Problem[] {
  const term = inForce(contract);
  if (from < term.from || to > term.to) {
    return [problem('period-outside-term', { from, to, termFrom: term.from, termTo: term.to }, {}, 'warning')];
  }
  const printed = stated(contract.term.to);
  return printed === undefined || to <= printed ? [] : [problem('period-renewed', { from, to, printed }, {}, 'info')];
}

/** Waivers of the period that have expired by as-of: that they no longer count is said. */
export function expiredWaivers(waivers: readonly WaiverState[], { file }: Pick<LoadedContract, 'file'>): Problem[] {
  const expired = waivers.filter(({ status }) => status === 'expired');
  return expired.map((one) => problem('waiver-expired', one, { file }, 'warning'));
}
