import { basename, dirname, join, resolve } from 'node:path';
import { contractFile, contractIds, contractsHere } from '../contract/find.ts';
import { type LoadedContract, loadContract } from '../contract/load.ts';
import { type Outcome, scenarioFormats } from '../format/scenarios.ts';
import { stop } from '../problem.ts';
import { prepare } from '../records/prepare.ts';
import { loadRules } from '../rules/load.ts';
import { clauseCoverage, coverageOf } from '../scenario/coverage.ts';
import { runScenario, type Setting } from '../scenario/run.ts';
import { type Scenario, scenariosOf } from '../scenario/scenario.ts';
import { loadCalendar } from '../time/calendar.ts';
import { type CommandSpec, flags, type Io, langOf } from './command.ts';

export const command: CommandSpec = {
  name: 'test',
  args: ['[scenario...]'],
  flags: [
    { syntax: '--coverage' },
    { syntax: '--format <format>', choices: Object.keys(scenarioFormats), default: 'pretty' },
    flags.lang,
  ],
  async run(given, options, io) {
    const targets = (given.length > 0 ? given : contractIds(contractsHere())).map(targetOf);
    if (targets.length === 0) stop('no-contracts', { folder: 'contracts' });
    const [rules, calendar] = [loadRules(), loadCalendar()];
    const prepared = await prepare(calendar);
    const done: Run[] = [];
    try {
      for (const { contract, only } of targets) {
        done.push(await runAll(loadContract(contract), only, { rules, calendar, prepared }, io));
      }
    } finally {
      await prepared.close();
    }
    const outcomes = done.flatMap((one) => one.outcomes);
    if (outcomes.length === 0) stop('no-scenarios', { contracts: targets.length });
    const covered = done.map(({ loaded, passed }) => coverageOf(loaded.contract, rules, passed));
    const coverage = options.coverage
      ? {
          obligations: covered.flat(),
          clauses: done.map(({ loaded }, i) => clauseCoverage(loaded.contract, covered[i] ?? [])),
        }
      : undefined;
    const format = scenarioFormats[options.format as keyof typeof scenarioFormats];
    io.out(`${format(outcomes, langOf(options), coverage)}\n`);
    const gaps = coverage?.obligations.some(({ missing }) => missing.length > 0) ?? false;
    return gaps || outcomes.some((one) => one.differences.length > 0) ? 1 : 0;
  },
};

/** A scenario file stands in the folder scenarios/ of its contract; anything else is a contract, all of whose files are meant. */
function targetOf(given: string): { contract: string; only: string | undefined } {
  const folder = dirname(resolve(given));
  if (basename(folder) !== 'scenarios') return { contract: contractFile(given), only: undefined };
  return { contract: contractFile(join(dirname(folder), 'contract.yaml')), only: resolve(given) };
}

interface Run {
  loaded: LoadedContract;
  outcomes: Outcome[];
  passed: Scenario[];
}

async function runAll(
  loaded: LoadedContract,
  only: string | undefined,
  setting: Pick<Setting, 'rules' | 'calendar' | 'prepared'>,
  io: Io,
): Promise<Run> {
  const { id } = loaded.contract;
  const run: Run = { loaded, outcomes: [], passed: [] };
  const files = scenariosOf(loaded).filter(({ source }) => only === undefined || resolve(source.file) === only);
  if (only !== undefined && files.length === 0) stop('file-unreadable', { detail: 'ENOENT' }, { file: only });
  for (const { source, scenarios } of files) {
    for (const [i, scenario] of scenarios.entries()) {
      const pointer = `/scenarios/${i}`;
      if (io.terminal) io.err(`${id}: ${scenario.title}\n`);
      const differences = await runScenario(scenario, pointer, { ...setting, loaded, source });
      const located = differences.map((one) => ({ ...one, line: source.locate(pointer + one.at).line ?? 1 }));
      run.outcomes.push({ contract: id, title: scenario.title, file: source.file, differences: located });
      if (located.length === 0) run.passed.push(scenario);
    }
  }
  return run;
}
