import { createHash } from 'node:crypto';
import { type Problem, Stop } from '../problem.ts';
import type { Source } from '../yaml/read.ts';
import { readYaml } from '../yaml/read.ts';
import { contractFile } from './find.ts';
import type { Contract } from './schema.generated.ts';
import { validate } from './validate.ts';

export interface LoadedContract {
  contract: Contract;
  file: string;
  source: Source;
  /** Warnings; an error would have stopped the load. */
  problems: readonly Problem[];
  /** sha256 of the file's text in UTF-8, hex. */
  hash: string;
}

/** Loads a contract by id or path. Throws Stop with every problem where it is not valid. */
export function loadContract(idOrPath: string): LoadedContract {
  const file = contractFile(idOrPath);
  const source = readYaml(file);
  const problems = validate(source);
  if (problems.some((p) => p.severity === 'error')) throw new Stop(problems);
  const hash = createHash('sha256').update(source.text).digest('hex');
  return { contract: source.data as Contract, file, source, problems, hash };
}
