import { contractFile, contractIds, contractsFolder } from '../contract/find.ts';
import { loadContract } from '../contract/load.ts';
import { type Outcome, scenarioFormats } from '../format/scenarios.ts';
import { stop } from '../problem.ts';
import { prepare } from '../records/prepare.ts';
import { loadRules } from '../rules/load.ts';
import { runScenario } from '../scenario/run.ts';
import { scenariosOf } from '../scenario/scenario.ts';
import { loadCalendar } from '../time/calendar.ts';
import { type CommandSpec, flags, langOf } from './command.ts';

export const command: CommandSpec = {
  name: 'test',
  args: ['[contract...]'],
  flags: [{ syntax: '--format <format>', choices: Object.keys(scenarioFormats), default: 'pretty' }, flags.lang],
  async run(contracts, options, io) {
    const [rules, calendar] = [loadRules(), loadCalendar()];
    const files = (contracts.length > 0 ? contracts : contractIds()).map(contractFile);
    if (files.length === 0) stop('no-contracts', { folder: contractsFolder() });
    const outcomes: Outcome[] = [];
    const prepared = await prepare(calendar);
    try {
      for (const loaded of files.map(loadContract)) {
        for (const { source, scenarios } of scenariosOf(loaded)) {
          for (const [i, scenario] of scenarios.entries()) {
            const pointer = `/scenarios/${i}`;
            if (io.terminal) io.err(`${loaded.contract.id}: ${scenario.title}\n`);
            const differences = await runScenario(scenario, pointer, { loaded, rules, calendar, source, prepared });
            outcomes.push({
              contract: loaded.contract.id,
              title: scenario.title,
              file: source.file,
              differences: differences.map((one) => ({ ...one, line: source.locate(pointer + one.at).line ?? 1 })),
            });
          }
        }
      }
    } finally {
      await prepared.close();
    }
    if (outcomes.length === 0) stop('no-scenarios', { contracts: files.length });
    io.out(`${scenarioFormats[options.format as keyof typeof scenarioFormats](outcomes, langOf(options))}\n`);
    return outcomes.some((one) => one.differences.length > 0) ? 1 : 0;
  },
};
