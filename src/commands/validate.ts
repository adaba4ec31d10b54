import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contractFile, contractIds, contractsFolder } from '../contract/find.ts';
import { validate } from '../contract/validate.ts';
import { type Problem, stop } from '../problem.ts';
import { readYaml } from '../yaml/read.ts';
import type { CommandSpec } from './command.ts';
import { problemFlags, showProblems } from './problems.ts';

export const command: CommandSpec = {
  name: 'validate',
  args: ['[path...]'],
  flags: problemFlags,
  async run(paths, options, io) {
    const files = contractFiles(paths);
    const problems: Problem[] = files.flatMap((file) => validate(readYaml(file)));
    return showProblems(problems, files.length, options, io);
  },
};

/** The contract files that the paths mean, all of contracts/ where there is none. Throws Stop where there is no contract. */
export const contractFiles = (paths: readonly string[]): string[] =>
  paths.length > 0 ? paths.flatMap(filesOf) : filesOf(contractsFolder());

/** The contracts a path means: a contract's file, folder or id, or a folder of contracts. Throws Stop where there is none. */
function filesOf(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    const ids = contractIds(path);
    if (ids.length > 0) return ids.map((id) => join(path, id, 'contract.yaml'));
    if (!statSync(join(path, 'contract.yaml'), { throwIfNoEntry: false }))
      stop('no-contracts', { folder: basename(path) });
  }
  return [contractFile(path)];
}
