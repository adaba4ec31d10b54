import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { sha256Of } from '../hash.ts';
import { stop } from '../problem.ts';
import { removed, temporary } from '../temporary.ts';

/**
 * Lets `write` fill an empty folder and then puts its files in place below `outDir`: all of them or none. On an error
 * what stood there before stands there again. Files that an earlier run wrote (they are listed in its manifest) into a
 * folder that is written now, and that this run did not write, are removed: a report of another period beside this one
 * would be taken for its part. All other files are left alone. Returns what `write` returns. Throws Stop
 * (`report-unwritable`) where the folder cannot be written.
 */
export async function staged<T>(outDir: string, write: (folder: string) => Promise<T>): Promise<T> {
  const out = resolve(outDir);
  const work = onDisk(out, () => {
    mkdirSync(dirname(out), { recursive: true });
    return mkdtempSync(join(dirname(out), `.${basename(out)}-`));
  });
  temporary(work);
  try {
    const [fresh, old] = [join(work, 'new'), join(work, 'old')];
    onDisk(out, () => mkdirSync(fresh));
    const result = await write(fresh);
    onDisk(out, () => putInPlace(fresh, old, out));
    return result;
  } finally {
    rmSync(work, { recursive: true, force: true });
    removed(work);
  }
}

export const manifestName = 'manifest.json';

export interface ManifestFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** The files below a folder by their paths with slashes, in order, each with its hash: what was sent can be held to it. */
export const filesBelow = (folder: string): ManifestFile[] =>
  pathsBelow(folder).map((path) => {
    const content = readFileSync(join(folder, path));
    const sha256 = sha256Of(content);
    return { path: path.replaceAll(sep, '/'), bytes: content.length, sha256 };
  });

const pathsBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** Renames each new file into place; an error puts back what had been there. */
function putInPlace(fresh: string, aside: string, out: string): void {
  const paths = pathsBelow(fresh);
  const undo: (() => void)[] = [];
  const setAside = (path: string) => {
    const [file, kept] = [join(out, path), join(aside, path)];
    if (!existsSync(file)) return;
    // A folder of somebody's is no file of ours.
    if (!lstatSync(file).isFile()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    mkdirSync(dirname(kept), { recursive: true });
    renameSync(file, kept);
    undo.push(() => renameSync(kept, file));
  };
  try {
    const before = listed(join(out, manifestName));
    const old = stale(out, paths, before);
    keepListed(fresh, out, [...paths, ...old], before);
    for (const path of old) setAside(path);
    // The page that links to the others comes last: it never leads to one that is not there.
    for (const path of paths.toSorted((a, b) => depth(b) - depth(a))) {
      const file = join(out, path);
      const made = mkdirSync(dirname(file), { recursive: true });
      if (made) undo.push(() => rmSync(made, { recursive: true, force: true }));
      setAside(path);
      renameSync(join(fresh, path), file);
      undo.push(() => rmSync(file, { force: true }));
    }
  } catch (error) {
    for (const back of undo.reverse()) back();
    throw error;
  }
}

const depth = (path: string): number => path.split(sep).length;

/**
 * What earlier runs wrote into the folders of this one, and this one did not. Pages over all contracts are among it only
 * where no other contract's pages stay, which lead to them.
 */
function stale(out: string, paths: readonly string[], earlier: readonly ManifestFile[]): string[] {
  const folderOf = (path: string) => path.split(sep)[0] ?? path;
  const folders = new Set(paths.map(folderOf));
  const before = earlier.map(({ path }) => path.split('/').join(sep));
  const gone = before.filter((path) => !paths.includes(path) && resolve(out, path).startsWith(out + sep));
  const stays = gone.some((path) => depth(path) > 1 && !folders.has(folderOf(path)) && existsSync(join(out, path)));
  return gone.filter((path) => (depth(path) === 1 ? !stays : folders.has(folderOf(path))));
}

/** Adds to the manifest what earlier runs wrote and this one leaves as it is: a later run must know it as ours. */
function keepListed(fresh: string, out: string, changed: readonly string[], before: readonly ManifestFile[]): void {
  const file = join(fresh, manifestName);
  if (!existsSync(file)) return;
  const own = new Set(changed.map((path) => path.split(sep).join('/')));
  const earlier = before.filter(({ path }) => !own.has(path) && existsSync(join(out, path)));
  if (earlier.length === 0) return;
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify({ files, earlier }, null, 2)}\n`);
}

/** The files that a manifest names, each once. */
function listed(manifest: string): ManifestFile[] {
  if (!existsSync(manifest)) return [];
  try {
    const { files, earlier = [] } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, ManifestFile[]>;
    const all = [...(files ?? []), ...earlier].map((one) => ({ ...one, path: String(one.path) }));
    return [...new Map(all.map((one) => [one.path, one])).values()];
  } catch {
    // Not ours, or broken: then nothing is known to be ours.
    return [];
  }
}

function onDisk<T>(out: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return stop('report-unwritable', { folder: basename(out), detail: code });
  }
}
