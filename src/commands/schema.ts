import { bundled, schemaNames } from '../yaml/bundle.ts';
import { type CommandSpec, flags } from './command.ts';
import { output } from './output.ts';

export const command: CommandSpec = {
  name: 'schema',
  args: ['[schema]'],
  flags: [{ syntax: '--list' }, flags.out, flags.lang],
  async run([name = 'contract'], options, io) {
    const shown = options.list ? schemaNames().join('\n') : JSON.stringify(bundled(name), null, 2);
    output(shown, options, io);
    return 0;
  },
};
