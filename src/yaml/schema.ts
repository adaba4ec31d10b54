import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { home } from '../home.ts';

/** The files bear no `$id`: editors resolve their references by where the files lie, which needs no network. */
const base = 'https://lvyue.example/schemas/';

let loaded: Ajv2020 | undefined;

/** All schemas of schemas/, in one ajv: a new kind's file is there because it lies in the folder. */
function ajv(): Ajv2020 {
  if (loaded) return loaded;
  loaded = new Ajv2020({
    allErrors: true,
    discriminator: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
  });
  addFormats.default(loaded, ['date']);
  // Read by the generator of the TypeScript types only, and by editors only.
  loaded.addVocabulary(['tsType', 'enumDescriptions']);
  const folder = join(home, 'schemas');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.schema.json') || name === 'records.schema.json') continue;
    loaded.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')), base + name.replaceAll('\\', '/'));
  }
  return loaded;
}

/** Checks data against `schemas/<name>.schema.json`; returns every error, none when it holds. Throws when there is no such schema. */
export function schemaErrors(name: string, data: unknown): ErrorObject[] {
  const validate = ajv().getSchema(`${base}${name}.schema.json`);
  if (!validate) throw new Error(`no schema ${name}`);
  return validate(data) ? [] : [...(validate.errors ?? [])];
}

/** A schema as it lies in the folder, or the part of one that a `$ref` within it means; undefined where there is none. */
export const schemaAt = (ref: string, from = ''): object | undefined => {
  const found = ajv().getSchema(new URL(ref, base + from).href)?.schema;
  return typeof found === 'object' ? found : undefined;
};
