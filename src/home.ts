import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder that holds rules/, schemas/ and reports/templates/: the repository or the installed package. */
export const home = fileURLToPath(new URL('..', import.meta.url));

/**
 * A schema file as the first line of a YAML file in the folder names it for editors: relative, so that it also holds where
 * both lie on another machine; as a URL where no relative path leads there (another drive) or it has a space.
 */
export function modelineTo(schemaFile: string, folder: string): string {
  const path = relative(folder, schemaFile).replaceAll('\\', '/');
  return isAbsolute(path) || /\s/.test(path) ? pathToFileURL(schemaFile).href : path;
}

export const version: string = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
