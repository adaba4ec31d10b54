import { loadContract } from '../contract/load.ts';
import { stop } from '../problem.ts';
import { loadRules } from '../rules/load.ts';
import { boundariesOf } from '../scenario/boundaries/make.ts';
import { scenarioFile } from '../scenario/boundaries/yaml.ts';
import { loadCalendar } from '../time/calendar.ts';
import { type CommandSpec, flags, langOf } from './command.ts';
import { output } from './output.ts';

export const command: CommandSpec = {
  name: 'new',
  args: ['<contract>'],
  flags: [{ syntax: '--scenarios' }, flags.out, flags.lang],
  async run([id = ''], options, io) {
    if (!options.scenarios) {
      const suggestion = `lvyue new --scenarios ${id}`;
      const reason = 'commander.missingMandatoryOptionValue';
      stop('usage', { reason, token: '--scenarios', detail: 'required: --scenarios', suggestion });
    }
    const { contract } = loadContract(id);
    const made = boundariesOf(contract, loadRules(), loadCalendar(), langOf(options));
    output(scenarioFile(made, langOf(options)).trimEnd(), options, io);
    return 0;
  },
};
