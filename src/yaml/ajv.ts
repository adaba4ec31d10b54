import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { home } from '../home.ts';

const require = createRequire(import.meta.url);

/** The files of schemas/ against which data is checked, relative to it, in order. */
export const schemaFiles = (folder = join(home, 'schemas')): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.schema.json') && name !== 'records.schema.json')
    .sort();

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
  // Read by the generator of the TypeScript types only.
  ajv.addKeyword('tsType');
  const schemas = new Map(schemaFiles().map((name) => [name, readSchema(name)]));
  for (const [name, schema] of schemas) ajv.addSchema(described(schema, name, schemas));
  return ajv;
}

type Schema = Record<string, unknown>;

/** A part that only refers to another is described as that one is: what is missing can then be explained. */
function described(schema: Schema, file: string, all: ReadonlyMap<string, Schema>): Schema {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    const made = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]));
    if (typeof made.$ref !== 'string' || made.description !== undefined) return made;
    const { description } = (partOf(made.$ref, file, (name) => all.get(name)) ?? {}) as Schema;
    return typeof description === 'string' ? { ...made, description } : made;
  };
  return walk(schema) as Schema;
}

/** What a `$ref` in a file of schemas/ means. */
export function partOf(ref: string, file: string, schema: (name: string) => Schema | undefined): unknown {
  const { pathname, hash } = new URL(ref, `https://lvyue.example/${file}`);
  return decodeURIComponent(hash)
    .split('/')
    .slice(1)
    .reduce<unknown>((part, step) => (part as Schema | undefined)?.[step], schema(pathname.slice(1)));
}
