import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { contractFile, contractsHere, isFolder } from '../contract/find.ts';
import { validate } from '../contract/validate.ts';
import { type Problem, Stop, stop } from '../problem.ts';
import { problemsOf } from '../yaml/checked.ts';
import { readYaml, type Source } from '../yaml/read.ts';
import { hasSchema } from '../yaml/schema.ts';
import { found, type Looked } from './problems.ts';

/**
 * The YAML files that the paths mean, each once: of a folder every contract.yaml and every file whose first lines name
 * a schema; all of contracts/ where there is no path. Throws Stop where there is none: nothing checked is no pass.
 */
export function yamlFiles(paths: readonly string[]): string[] {
  return each(
    paths.length > 0 ? paths : [contractsHere()],
    (file) => isContract(file) || namedSchema(file) !== undefined,
  );
}

/** The contract files that the paths mean, each once. Throws Stop where there is none. */
export const contractFiles = (paths: readonly string[]): string[] =>
  each(paths.length > 0 ? paths : [contractsHere()], isContract);

const isContract = (file: string): boolean => basename(file) === 'contract.yaml';

function each(paths: readonly string[], meant: (file: string) => boolean): string[] {
  const files = paths.flatMap((path) => {
    if (!existsSync(path) && /[\\/]|\.ya?ml$/.test(path)) stop('file-unreadable', { detail: 'ENOENT' }, { file: path });
    if (!isFolder(path)) return [contractFile(path)];
    const found = below(path).filter((file) => isFile(file) && meant(file));
    return found.length > 0 ? found : stop('no-contracts', { folder: basename(resolve(path)) });
  });
  // A file that links lead to in several ways is one.
  return [...new Map(files.toReversed().map((file) => [realpathSync(file), file])).values()].reverse();
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name) && !/(^|[\\/])(\.|node_modules[\\/])/.test(name))
    .sort()
    .map((name) => join(folder, name));

/** The source of a file; else why it cannot be read. */
export function read(file: string): { source: Source; refused?: never } | { source?: never; refused: Looked } {
  try {
    return { source: readYaml(file) };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { refused: { file, readable: false, problems: error.problems, source: undefined } };
  }
}

/** Looks at a file: a contract, or what its first lines say it is. */
export function look(file: string): Looked {
  const { source, refused } = read(file);
  return refused ?? found(source, problemsIn(source));
}

/** All that is wrong with a source: as a contract, or against the schema of its modeline. */
export function problemsIn(source: Source): Problem[] {
  const schema = schemaOf(source.text);
  return schema === 'contract' ? validate(source) : [...problemsOf(source, schema)];
}

/** The schema that the first lines of a text name, as editors read it; that of a contract where they name none. */
export function schemaOf(text: string): string {
  const named = modeline.exec(text)?.[1];
  const found = [named, named?.split('/').at(-1)].find((name) => name !== undefined && hasSchema(name));
  return found ?? 'contract';
}

const modeline =
  /^(?:\ufeff?#.*\n){0,5}?\ufeff?# *yaml-language-server: *\$schema=\S*?([\w-]+(?:\/[\w-]+)?)\.schema\.json/;

/** The same of a file, of which only the beginning is read. */
function namedSchema(file: string): string | undefined {
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(500);
    return modeline.exec(start.toString('utf8', 0, readSync(handle, start)))?.[1];
  } finally {
    closeSync(handle);
  }
}
