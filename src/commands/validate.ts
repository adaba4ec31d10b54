import type { CommandSpec } from './command.ts';
import { problemFlags, showProblems } from './problems.ts';
import { look, yamlFiles } from './targets.ts';

export const command: CommandSpec = {
  name: 'validate',
  args: ['[path...]'],
  flags: [{ syntax: '--fix' }, { syntax: '--watch' }, ...problemFlags],
  async run(paths, options, io) {
    const run = async (): Promise<number> => {
      const files = yamlFiles(paths);
      const fix = options.fix ? (await import('./fix.ts')).fix : undefined;
      if (fix) for (const file of files) fix(file, options, io);
      return showProblems(files.map(look), options, io);
    };
    return options.watch ? (await import('./watch.ts')).watching(paths, run, options, io) : run();
  },
};
