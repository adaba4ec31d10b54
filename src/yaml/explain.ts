import type { ErrorObject } from 'ajv';
import { nearest } from '../nearest.ts';
import { type Edit, type Problem, problem } from '../problem.ts';
import { blankSlip, grouped, isBlankSlip, type Missing, type Schema, withoutEchoes } from './echoes.ts';
import type { Source } from './read.ts';
import { firstWide, toHalf } from './width.ts';

/** Turns ajv's errors into problems at their place in the file: one cause, one problem. */
export function explain(errors: readonly ErrorObject[], source: Source, under = ''): Problem[] {
  const seen = new Set<string>();
  return grouped(withoutEchoes(errors)).flatMap((error) => {
    const found = one(error, source, under);
    if (!found) return [];
    // What is wrong with a thing is told where it stands, not wherever an alias repeats it.
    const { line, column } = source.repeats(under + error.instancePath) ?? found;
    const key = `${line}:${column}:${found.code}:${JSON.stringify(found.data)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [found];
  });
}

function one(error: ErrorObject, source: Source, under: string): Problem | undefined {
  const pointer = under + error.instancePath;
  const schema = error.parentSchema as Schema;
  const { description } = schema;
  const place = source.locate(pointer);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const known = Object.keys(schema.properties ?? {});
      return unknownKey(key, isBlankSlip(error) ? ['blank', ...known] : known, source, pointer);
    }
    case 'required':
    case 'dependentRequired': {
      const missing = (error as Missing).missing ?? [String(error.params.missingProperty)];
      const properties = Object.keys(schema.properties ?? {});
      const slip = missing.length === 1 ? misspeltTag(missing[0] ?? '', error) : undefined;
      if (slip) return unknownKey(slip, missing, source, pointer);
      const keys = missing.map((key) => ({ key, description: schema.properties?.[key]?.description }));
      const before = properties.slice(0, Math.max(0, properties.indexOf(missing[0] ?? '')));
      return problem('schema-missing-key', { keys }, source.after(pointer, before));
    }
    case 'propertyNames': {
      const key = String(error.params.propertyName);
      const { pattern, enum: allowed = [] } = error.schema as { pattern?: string; enum?: string[] };
      if (allowed.length > 0) return unknownKey(key, allowed, source, pointer);
      const data = { rule: 'pattern', limit: show(pattern), actual: key, description };
      return problem('schema-value', data, source.locate(pointer, key));
    }
    // The tag's own enum or `required` has said it already; `if` only repeats what its branch says.
    case 'discriminator':
    case 'if':
      return undefined;
  }
  const slip = blankSlip(error.data);
  if (slip !== undefined) return unknownKey(slip, ['blank', 'clause', 'note'], source, pointer);
  const wide = wideValue(error, source, pointer);
  if (wide) return wide;
  switch (error.keyword) {
    case 'type': {
      const expected = asList(schema.type);
      const edits = expected[0] === 'string' ? quoted(error.data, source, pointer) : [];
      const data = { expected, actual: typeName(error.data), quoted: edits[0]?.text, description };
      const said = problem('schema-type', data, place);
      return edits.length > 0 ? { ...said, edits } : said;
    }
    case 'enum':
    case 'const': {
      const allowed = (error.keyword === 'enum' ? (error.schema as unknown[]) : [error.schema]).map(String);
      const actual = show(error.data);
      return problem('schema-choice', { actual, allowed, nearest: nearest(actual, allowed), description }, place);
    }
    default: {
      const data = { rule: error.keyword, limit: show(error.schema), actual: show(error.data), description };
      return problem('schema-value', data, place);
    }
  }
}

function unknownKey(key: string, allowed: readonly string[], source: Source, pointer: string): Problem {
  const place = source.locate(pointer, key);
  const wide = allowed.includes(toHalf(key)) ? firstWide(key) : undefined;
  if (!wide) return problem('schema-unknown-key', { key, nearest: nearest(toHalf(key), allowed), allowed }, place);
  const said = problem('yaml-fullwidth', wide, { ...place, column: (place.column ?? 1) + wide.at });
  const at = source.scalar(pointer, key);
  return at ? { ...said, edits: [{ ...at, text: toHalf(key) }] } : said;
}

/** Where the key is missing that says what kind of thing this is, no other key is known: one of them may be meant. */
function misspeltTag(missing: string, { parentSchema, data }: ErrorObject): string | undefined {
  const { discriminator, properties = {} } = parentSchema as Schema & { discriminator?: { propertyName: string } };
  if (discriminator?.propertyName !== missing) return undefined;
  const unknown = Object.keys(data as object).filter((key) => !(key in properties));
  return unknown.find((key) => nearest(toHalf(key), [missing], 1) !== undefined);
}

/** A whole number where a text is due: a code that lost its quotes. */
function quoted(data: unknown, source: Source, pointer: string): Edit[] {
  const at = typeof data === 'number' ? source.scalar(pointer) : undefined;
  return at ? [{ start: at.start, end: at.end, text: JSON.stringify(source.text.slice(at.start, at.end)) }] : [];
}

/** A value that would do, or would be a list, were it typed in half width. */
function wideValue(error: ErrorObject, source: Source, pointer: string): Problem | undefined {
  const { data } = error;
  const at = typeof data === 'string' ? source.scalar(pointer) : undefined;
  if (typeof data !== 'string' || !at) return undefined;
  const written = source.text.slice(at.start, at.end);
  const wide = firstWide(written);
  const half = toHalf(data).trim();
  if (!wide || !(wouldDo(half.replace(/^"(.*)"$/, '$1'), error) || isList(data, error))) return undefined;
  const place = source.locate(pointer);
  const text = toHalf(written)
    .replaceAll('\u3000', ' ')
    .replace(/,(?! )/g, ', ');
  const said = problem('yaml-fullwidth', wide, { ...place, column: (place.column ?? 1) + wide.at });
  return { ...said, edits: [{ start: at.start, end: at.end, text }] };
}

function wouldDo(text: string, { keyword, schema, parentSchema }: ErrorObject): boolean {
  const pattern = (parentSchema as Schema).pattern;
  switch (keyword) {
    case 'enum':
    case 'const': {
      const allowed = ([] as unknown[]).concat(schema as unknown);
      return text.split(',').every((part) => allowed.includes(part.trim()));
    }
    case 'pattern':
      return new RegExp(String(schema)).test(text);
    case 'format':
      return /^\d{4}-\d\d-\d\d$/.test(text);
    case 'type':
      return /^(integer|number)$/.test(String(schema)) && /^\d+(\.\d+)?$/.test(text);
    default:
      return pattern !== undefined && new RegExp(String(pattern)).test(text);
  }
}

const isList = (text: string, { keyword, schema }: ErrorObject): boolean =>
  keyword === 'type' &&
  ((schema === 'array' && /^［.*］$/.test(text)) || (schema === 'object' && /^｛.*｝$/.test(text)));

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
