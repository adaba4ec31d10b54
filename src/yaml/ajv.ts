import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { home } from '../home.ts';

const require = createRequire(import.meta.url);

/** The files bear no `$id`: editors resolve their references by where the files lie, which needs no network. */
export const base = 'https://lvyue.example/schemas/';

export const schemaEnding = '.schema.json';

/** The files of all schemas of schemas/, relative to it, in order. Folders lie one level deep. */
export function allSchemaFiles(): string[] {
  const folder = join(home, 'schemas');
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? readdirSync(join(folder, entry.name)).map((name) => `${entry.name}/${name}`) : [entry.name],
  );
  return found.filter((name) => name.endsWith(schemaEnding)).sort();
}

/** Those against which data is checked: that of the records is read by `src/records`. */
export const schemaFiles = (): string[] => allSchemaFiles().filter((name) => name !== 'records.schema.json');

export const readSchema = (name: string): Schema => JSON.parse(readFileSync(join(home, 'schemas', name), 'utf8'));

/**
 * All schemas of schemas/ in one ajv: a new kind's file is there because it lies in the folder. With `source` the
 * code that ajv writes is kept, for the build. ajv is loaded only here: a start that has the built code does without.
 */
export function ajvOfSchemas(source = false): Ajv2020 {
  const { Ajv2020: Ajv } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const addFormats = require('ajv-formats') as typeof import('ajv-formats')['default'];
  const ajv = new Ajv({
    ...{ allErrors: true, discriminator: true, verbose: true, messages: false, code: { source } },
    ...{ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false },
  });
  addFormats(ajv, ['date']);
  // Read by the generator of the TypeScript types only, and by editors only.
  ajv.addVocabulary(['tsType', 'enumDescriptions']);
  for (const name of schemaFiles()) ajv.addSchema(readSchema(name), base + name);
  return ajv;
}

export type Schema = Record<string, unknown>;

/** What a `$ref` in a file of schemas/ means. */
export function partOf(ref: string, file: string, schema: (name: string) => Schema | undefined): unknown {
  const { pathname, hash } = new URL(ref, base + file);
  return decodeURIComponent(hash)
    .split('/')
    .slice(1)
    .reduce<unknown>((part, step) => (part as Schema | undefined)?.[step], schema(pathname.slice('/schemas/'.length)));
}
