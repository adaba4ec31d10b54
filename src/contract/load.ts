import { sha256Of } from '../hash.ts';
import { type Problem, Stop } from '../problem.ts';
import type { Source } from '../yaml/read.ts';
import { readYaml } from '../yaml/read.ts';
import { contractFile } from './find.ts';
import type { Contract } from './schema.generated.ts';
import { inSum } from './unfilled.ts';
import { validate } from './validate.ts';

export interface LoadedContract {
  contract: Contract;
  file: string;
  source: Source;
  /** Warnings; an error would have stopped the load, unless it was tolerated. */
  problems: readonly Problem[];
  /** sha256 of the file's text in UTF-8, hex. */
  hash: string;
}

/** Errors that stand in the way of the whole contract, unless the caller says otherwise. */
type Tolerated = (one: Problem) => boolean;

/**
 * Loads a contract by id or path. Throws Stop with every problem where it is not valid; an error that the caller
 * tolerates stays among the problems.
 */
export const loadContract = (idOrPath: string, tolerated: Tolerated = () => false): LoadedContract =>
  contractIn(readYaml(contractFile(idOrPath)), tolerated);

/** The same of a contract that has been read. */
export function contractIn(source: Source, tolerated: Tolerated = () => false): LoadedContract {
  const { file } = source;
  const problems = inSum(validate(source));
  if (problems.some((one) => one.severity === 'error' && !tolerated(one))) throw new Stop(problems);
  const hash = sha256Of(source.text);
  return { contract: source.data as Contract, file, source, problems, hash };
}

/** Of one charge nobody can say what was agreed: a statement leaves it open and still has all others. */
export const isOfOneCharge = ({ code, data }: Problem): boolean =>
  code === 'amendments-overlap' && data.term.startsWith('charges.');
