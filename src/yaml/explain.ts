import type { ErrorObject } from 'ajv';
import { nearest } from '../nearest.ts';
import { type Problem, problem } from '../problem.ts';
import { type Source, splitPointer } from './read.ts';

/** Turns ajv's errors into problems at their place in the file: one cause, one problem. */
export function explain(errors: readonly ErrorObject[], source: Source, under = ''): Problem[] {
  const seen = new Set<string>();
  return withoutEchoes(errors).flatMap((error) => {
    const found = one(error, source, under);
    if (!found) return [];
    const key = `${found.line}:${found.column}:${found.code}:${JSON.stringify(found.data)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [found];
  });
}

/** A misspelt key is one mistake, not an unknown key and a missing one. */
function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  const misspelt = new Set(
    errors.flatMap((error) => {
      if (error.keyword !== 'additionalProperties') return [];
      const keys = Object.keys((error.parentSchema as Schema).properties ?? {});
      const near = nearest(String(error.params.additionalProperty), keys);
      return near ? [`${error.instancePath}/${near}`] : [];
    }),
  );
  return errors.filter(
    (error) =>
      error.keyword !== 'required' || !misspelt.has(`${error.instancePath}/${String(error.params.missingProperty)}`),
  );
}

type Schema = Record<string, unknown> & {
  description?: string;
  properties?: Record<string, { description?: string }>;
};

function one(error: ErrorObject, source: Source, under: string): Problem | undefined {
  const pointer = under + error.instancePath;
  const schema = error.parentSchema as Schema;
  const place = source.locate(pointer);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const allowed = Object.keys(schema.properties ?? {});
      return problem(
        'schema-unknown-key',
        { key, nearest: nearest(key, allowed), allowed },
        source.locate(pointer, key),
      );
    }
    case 'required': {
      const key = String(error.params.missingProperty);
      const { description } = schema.properties?.[key] ?? {};
      return problem('schema-missing-key', { key, description }, source.locate(...parentOf(pointer)));
    }
    case 'type':
      return problem('schema-type', { expected: asList(schema.type), actual: typeName(error.data) }, place);
    case 'enum':
    case 'const': {
      const allowed = (error.keyword === 'enum' ? (error.schema as unknown[]) : [error.schema]).map(String);
      const actual = show(error.data);
      return problem('schema-choice', { actual, allowed, nearest: nearest(actual, allowed) }, place);
    }
    // The tag's own enum or `required` has said it already; `if` only repeats what its branch says.
    case 'discriminator':
    case 'if':
      return undefined;
    default:
      return problem(
        'schema-value',
        { rule: error.keyword, limit: show(error.schema), actual: show(error.data), description: schema.description },
        place,
      );
  }
}

/** Where the thing at a pointer is named: its key in its parent. */
function parentOf(pointer: string): [string, string | undefined] {
  const at = pointer.lastIndexOf('/');
  return at < 0 ? ['', undefined] : [pointer.slice(0, at), splitPointer(pointer).at(-1)];
}

const asList = (type: unknown): string[] => (Array.isArray(type) ? type.map(String) : [String(type)]);

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
