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
    const read = remembering();
    const problems: Problem[] = [];
    for (const file of files) {
      const { contract, source, problems: wrong } = read(file);
      problems.push(...wrong);
      if (!contract) continue;
      const others = portfolio.flatMap((other) => read(other).contract ?? []).filter(({ id }) => id !== contract.id);
      problems.push(...(await review({ contract, source }, others, asOf, rules)));
      if (others.length < leastOthers) io.err(`${reviewWords[langOf(options)].alone(contract.id, others.length)}\n`);
    }
    return showProblems(problems, files.length, options, io, ['error', 'warning']);
  },
};

interface Read {
  source: Source;
  problems: readonly Problem[];
  /** Undefined where it is not valid: it can be neither reviewed nor compared with. */
  contract: Contract | undefined;
}

/** Reads each file once, under whatever name. */
function remembering(): (file: string) => Read {
  const known = new Map<string, Read>();
  return (file) => {
    const path = realpathSync(file);
    const read = known.get(path) ?? readContract(file);
    known.set(path, read);
    return read;
  };
}

function readContract(file: string): Read {
  const source = readYaml(file);
  const problems = validate(source);
  const isValid = !problems.some(({ severity }) => severity === 'error');
  return { source, problems, contract: isValid ? (source.data as Contract) : undefined };
}

/** The contract files of a folder. Throws Stop where one was named that holds none. */
function portfolioOf(named: string | undefined): string[] {
  const folder = named ?? contractsFolder();
  const ids = contractIds(folder);
  if (named !== undefined && ids.length === 0) stop('no-contracts', { folder: basename(named) });
  return ids.map((id) => join(folder, id, 'contract.yaml'));
}
