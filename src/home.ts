import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds rules/, schemas/ and reports/templates/: the repository or the installed package. */
export const home = fileURLToPath(new URL('..', import.meta.url));

export const version: string = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
