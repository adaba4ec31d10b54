import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contractFile, contractIds, contractsFolder } from '../contract/find.ts';
import { validate } from '../contract/validate.ts';
import { count, problemFormats } from '../format/problems.ts';
import { type Problem, stop } from '../problem.ts';
import { readYaml } from '../yaml/read.ts';
import { type CommandSpec, flags, langOf } from './command.ts';

export const command: CommandSpec = {
  name: 'validate',
  args: ['[path...]'],
  flags: [{ syntax: '--format <format>', choices: Object.keys(problemFormats), default: 'pretty' }, flags.lang],
  async run(paths, options, io) {
    const lang = langOf(options);
    const files = paths.length > 0 ? paths.flatMap(filesOf) : filesOf(contractsFolder());
    const problems: Problem[] = files.flatMap((file) => validate(readYaml(file)));
    const format = options.format as keyof typeof problemFormats;
    const shown = problemFormats[format](problems, lang);
    if (shown) io.out(`${shown}\n`);
    const errors = count(problems, 'error');
    if (format === 'pretty') io.err(`${summary(files.length, errors, count(problems, 'warning'), lang)}\n`);
    return errors > 0 ? 1 : 0;
  },
};

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

function summary(files: number, errors: number, warnings: number, lang: 'zh' | 'en'): string {
  return lang === 'zh'
    ? `检查了 ${files} 份合同：${errors} 个错误，${warnings} 个警告。`
    : `${files} contract(s) checked: ${errors} error(s), ${warnings} warning(s).`;
}
