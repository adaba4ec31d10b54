import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Ajv2020, ErrorObject } from 'ajv/dist/2020.js';
import { home } from '../home.ts';
import { ajvOfSchemas, base, partOf, readSchema, type Schema, schemaEnding, schemaFiles } from './ajv.ts';
import { type Checks, loadBuilt } from './built.ts';

let loaded: Ajv2020 | undefined;

function ajv(): Ajv2020 {
  loaded ??= ajvOfSchemas();
  return loaded;
}

let built: Checks | undefined;

/** What the build compiled from schemas/, unless a schema has changed since; none before the first build. */
function builtChecks(): Checks {
  if (built) return built;
  const file = join(home, 'dist', 'validators.cjs');
  const age = existsSync(file) ? statSync(file).mtimeMs : 0;
  const fresh = age > 0 && schemaFiles().every((name) => statSync(join(home, 'schemas', name)).mtimeMs <= age);
  built = fresh ? loadBuilt(file).checks : {};
  return built;
}

/** Checks data against `schemas/<name>.schema.json`; returns every error, none when it holds. Throws when there is no such schema. */
export function schemaErrors(name: string, data: unknown): ErrorObject[] {
  const id = `${base}${name}${schemaEnding}`;
  const validate = builtChecks()[id] ?? ajv().getSchema(id);
  if (!validate) throw new Error(`no schema ${name}`);
  return validate(data) ? [] : [...(validate.errors ?? [])];
}

/** Whether there is a `schemas/<name>.schema.json` to check against. */
export const hasSchema = (name: string): boolean => existsSync(join(home, 'schemas', `${name}${schemaEnding}`));

const read = new Map<string, Schema>();

/** The schema of a file, read once; undefined where there is none. */
function known(file: string): Schema | undefined {
  if (!read.has(file) && file.endsWith(schemaEnding) && existsSync(join(home, 'schemas', file))) {
    read.set(file, readSchema(file));
  }
  return read.get(file);
}

/** A schema as it lies in the folder, or the part of one that a `$ref` within it means; undefined where there is none. */
export function schemaAt(ref: string, from = ''): object | undefined {
  const part = partOf(ref, from, known);
  return typeof part === 'object' && part !== null ? part : undefined;
}
