import type { ErrorObject } from 'ajv';
import { nearest } from '../nearest.ts';
import { toHalf } from './width.ts';

export type Schema = Record<string, unknown> & {
  description?: string;
  properties?: Record<string, { description?: string }>;
};

/** A misspelt key is one mistake, not an unknown key and a missing one; a value of the wrong type breaks its other rules too. */
export function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  const misspelt = new Set(
    errors.flatMap((error) => {
      if (error.keyword !== 'additionalProperties') return [];
      const keys = Object.keys((error.parentSchema as Schema).properties ?? {});
      const near = nearest(toHalf(String(error.params.additionalProperty)), keys);
      return near ? [`${error.instancePath}/${near}`] : [];
    }),
  );
  const noBlank = new Map(
    errors.flatMap((error) => (isBlankSlip(error) ? [[error.instancePath, error] as const] : [])),
  );
  const first = new Map<string, ErrorObject>();
  for (const error of errors) {
    if (ofTheValue.has(error.keyword) && !first.has(error.instancePath)) first.set(error.instancePath, error);
  }
  return errors.filter((error) => {
    // What a key breaks as a text is told of the key.
    if (error.propertyName !== undefined) return false;
    const slip = noBlank.get(error.instancePath);
    if (slip) return error === slip;
    if (error.keyword === 'required') {
      return !misspelt.has(`${error.instancePath}/${String(error.params.missingProperty)}`);
    }
    return !ofTheValue.has(error.keyword) || first.get(error.instancePath) === error;
  });
}

export type Missing = ErrorObject & { missing?: readonly string[] };

/** All keys that one thing lacks are one problem, in the order in which the schema has them. */
export function grouped(errors: readonly ErrorObject[]): Missing[] {
  const of = new Map<string, string[]>();
  for (const { keyword, instancePath, params } of errors) {
    if (keyword === 'required') {
      of.set(instancePath, [...(of.get(instancePath) ?? []), String(params.missingProperty)]);
    }
  }
  const first = (error: ErrorObject) => of.get(error.instancePath)?.[0] === error.params.missingProperty;
  return errors.flatMap((error) => {
    if (error.keyword !== 'required') return [error];
    if (!first(error)) return [];
    const order = Object.keys((error.parentSchema as Schema).properties ?? {});
    const missing = [...new Set(of.get(error.instancePath))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    return [{ ...error, missing }];
  });
}

/** A blank whose `blank` is misspelt is taken for the value that is not there, and breaks all its rules. */
export function isBlankSlip({ keyword, params, data }: ErrorObject): boolean {
  return keyword === 'additionalProperties' && blankSlip(data) === params.additionalProperty;
}

/** The key of a thing that must have been meant for `blank`. */
export function blankSlip(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data) || 'blank' in data) return undefined;
  return 'clause' in data ? Object.keys(data).find((key) => nearest(toHalf(key), ['blank'], 1)) : undefined;
}

/** Keywords that speak of one plain value: the first that it breaks is enough. */
const ofTheValue = new Set(['type', 'enum', 'const', 'pattern', 'format', 'minimum', 'maximum', 'minLength']);
