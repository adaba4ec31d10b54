import { realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contractIds, contractsFolder } from '../contract/find.ts';
import type { Contract } from '../contract/schema.generated.ts';
import { validate } from '../contract/validate.ts';
import { reviewWords } from '../locale/review.ts';
import { type Problem, stop } from '../problem.ts';
import { loadReviewRules } from '../review/load.ts';
import { review } from '../review/review.ts';
import { dayOf } from '../time/instant.ts';
import { readYaml, type Source } from '../yaml/read.ts';
import { asOfFlag } from './as-of.ts';
import { type CommandSpec, flags, langOf, text } from './command.ts';
import { problemFlags, showProblems } from './problems.ts';
import { contractFiles } from './validate.ts';

/** So many other contracts are needed to say what is usual. */
const leastOthers = 3;

export const command: CommandSpec = {
  name: 'review',
  args: ['[path...]'],
  flags: [flags.asOf, { syntax: '--portfolio <dir>' }, ...problemFlags],
  async run(paths, options, io) {
    const files = contractFiles(paths);
    const [asOf, rules] = [dayOf(asOfFlag(options)), loadReviewRules()];
    const portfolio = portfolioOf(text(options, 'portfolio'));
    const problems: Problem[] = [];
    for (const file of files) {
      const source = readYaml(file);
      const wrong = validate(source);
      problems.push(...wrong);
      if (wrong.some(({ severity }) => severity === 'error')) continue;
      const contract = source.data as Contract;
      const others = portfolio.filter((other) => !isSame(other, source)).map(({ data }) => data as Contract);
      problems.push(...(await review({ contract, source }, others, asOf, rules)));
      if (others.length < leastOthers) io.err(`${reviewWords[langOf(options)].alone(contract.id, others.length)}\n`);
    }
    return showProblems(problems, files.length, options, io, ['error', 'warning']);
  },
};

/** The valid contracts of a folder. Throws Stop where a folder was named that holds none. */
function portfolioOf(named: string | undefined): Source[] {
  const folder = named ?? contractsFolder();
  const ids = contractIds(folder);
  if (named !== undefined && ids.length === 0) stop('no-contracts', { folder: basename(named) });
  const sources = ids.map((id) => readYaml(join(folder, id, 'contract.yaml')));
  return sources.filter((source) => !validate(source).some(({ severity }) => severity === 'error'));
}

/** The same file, or another version of the same contract. */
const isSame = (one: Source, other: Source): boolean =>
  realpathSync(one.file) === realpathSync(other.file) || (one.data as Contract).id === (other.data as Contract).id;
