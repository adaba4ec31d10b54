import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import type { ValidateFunction } from 'ajv/dist/2020.js';

/** Compiled validators by the ids of their schemas. */
export type Checks = Record<string, ValidateFunction>;

/**
 * Loads the validators that the build wrote to `file`. `<file>.cache` holds what V8 made of them: another version of
 * Node rejects it and compiles once more, which is slower and gives the same.
 */
export function loadBuilt(file: string): { checks: Checks; script: Script } {
  const cache = `${file}.cache`;
  const script = new Script(`(function (exports, require, module) {${readFileSync(file, 'utf8')}\n})`, {
    filename: file,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
  const module: { exports: Checks } = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module);
  return { checks: module.exports, script };
}
