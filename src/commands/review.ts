import { realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contractIds, contractsFolder } from '../contract/find.ts';
import type { Contract } from '../contract/schema.generated.ts';
import { inSum } from '../contract/unfilled.ts';
import { reviewWords } from '../locale/review.ts';
import type { Lang } from '../locale/text.ts';
import { count, stop } from '../problem.ts';
import { loadReviewRules } from '../review/load.ts';
import { review } from '../review/review.ts';
import type { ReviewRule } from '../review/rule.ts';
import { dayOf } from '../time/instant.ts';
import type { Source } from '../yaml/read.ts';
import { asOfFlag } from './as-of.ts';
import { type CommandSpec, langOf, text } from './command.ts';
import { found, type Looked, problemFlags, type RulesRun, showProblems } from './problems.ts';
import { contractFiles, problemsIn, read as reading } from './targets.ts';

/** So many other contracts are needed to say what is usual. */
const leastOthers = 3;

export const command: CommandSpec = {
  name: 'review',
  args: ['[path...]'],
  flags: [{ syntax: '--portfolio <dir>' }, ...problemFlags],
  async run(paths, options, io) {
    const files = contractFiles(paths);
    const [asOf, rules] = [dayOf(asOfFlag(options)), loadReviewRules()];
    const words = reviewWords[langOf(options)];
    const read = remembering();
    const portfolio: Contract[] = [];
    for (const { id, path, file } of portfolioOf(text(options, 'portfolio'))) {
      const { contract } = read(file);
      if (contract) portfolio.push(contract);
      else io.err(`${words.unread(id, path)}\n`);
    }
    const looked: Looked[] = [];
    for (const file of files) {
      const { contract, source, looked: wrong } = read(file);
      if (!contract || !source) {
        looked.push(wrong);
        continue;
      }
      const others = portfolio.filter(({ id }) => id !== contract.id);
      looked.push(
        found(source, [...inSum(wrong.problems), ...(await review({ contract, source }, others, asOf, rules))]),
      );
      if (others.length < leastOthers) io.err(`${words.alone(contract.id, others.length)}\n`);
    }
    return showProblems(looked, options, io, { texts: textsOf(rules, langOf(options)), failOn: ['error', 'warning'] });
  },
};

/** What formats tell of the rules themselves. */
const textsOf = (rules: readonly ReviewRule[], lang: Lang): RulesRun['texts'] =>
  new Map(
    rules.map(({ code, title, why, help, law }) => [
      code,
      { title: title[lang], help: [why[lang], help[lang], law?.[lang]].filter(Boolean).join(' ') },
    ]),
  );

interface Read {
  looked: Looked;
  source: Source | undefined;
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
  const { source, refused } = reading(file);
  if (refused) return { looked: refused, source, contract: undefined };
  const problems = problemsIn(source);
  const contract = count(problems, 'error') === 0 ? (source.data as Contract) : undefined;
  return { looked: found(source, problems), source, contract };
}

/** The contracts of a folder, each as `lvyue validate` takes it. Throws Stop where one was named that holds none. */
function portfolioOf(named: string | undefined) {
  const folder = named ?? contractsFolder();
  const ids = contractIds(folder);
  if (named !== undefined && ids.length === 0) stop('no-contracts', { folder: basename(named) });
  return ids.map((id) => ({
    id,
    path: named === undefined ? id : join(named, id),
    file: join(folder, id, 'contract.yaml'),
  }));
}
