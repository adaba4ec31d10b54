import { loadContract } from '../contract/load.ts';
import { clauseFormats } from '../format/clauses.ts';
import { stop } from '../problem.ts';
import { loadRules } from '../rules/load.ts';
import { type CommandSpec, flags, langOf } from './command.ts';

export const command: CommandSpec = {
  name: 'clauses',
  args: ['<contract>'],
  flags: [{ syntax: '--format <format>', choices: Object.keys(clauseFormats), default: 'pretty' }, flags.lang],
  async run([id = ''], options, io) {
    const { contract, file } = loadContract(id);
    if (!contract.clauses) stop('no-register', { contract: contract.id }, { file });
    const { byKind } = loadRules();
    const notEvaluated = contract.obligations
      .filter(({ kind }) => !byKind.has(kind))
      .map((obligation) => obligation.id);
    const format = clauseFormats[options.format as keyof typeof clauseFormats];
    io.out(`${format({ contract: contract.id, clauses: contract.clauses, notEvaluated }, langOf(options))}\n`);
    return 0;
  },
};
