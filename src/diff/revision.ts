import { execFileSync } from 'node:child_process';
import { stop } from '../problem.ts';
import { parseBytes, type Source } from '../yaml/read.ts';

const most = 64 * 1024 * 1024;

/**
 * A contract file as it stands in a git revision, or staged where the revision is empty. The path is git's, from the
 * repository's root or with `./` from here; a contract's folder or id will do. Throws Stop where git does not give it.
 */
export function readRevision(revision: string, path: string): Source {
  const refuse = (fault: 'git' | 'repository' | 'revision' | 'path') =>
    stop('git-revision', { revision, path, fault }, { file: `${revision}:${path}` });
  // A dash first would be read as a flag.
  if (revision.startsWith('-')) refuse('revision');
  if (git(['rev-parse', '--git-dir'], refuse) === undefined) refuse('repository');
  const commit = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
  if (revision !== '' && git(commit, refuse) === undefined) refuse('revision');
  for (const name of [path, `${path}/contract.yaml`, `contracts/${path}/contract.yaml`]) {
    const bytes = git(['cat-file', 'blob', `${revision}:${name}`], refuse);
    if (bytes === undefined) continue;
    return parseBytes(bytes, `${revision}:${name}`);
  }
  return refuse('path');
}

/** What git prints; undefined where it fails. */
function git(args: readonly string[], refuse: (fault: 'git') => never): Buffer | undefined {
  try {
    return execFileSync('git', args, { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') refuse('git');
    return undefined;
  }
}
