import { halfOf, type Lang } from '../locale/text.ts';
import type { Schema } from '../yaml/ajv.ts';

/** The part of a bundled schema that holds for the value at a path; where kinds differ, that of the value's kind. */
export function schemaFor(bundle: Schema, data: unknown, path: readonly (string | number)[]): Schema {
  let [schema, value] = [resolved(bundle, bundle, data), data];
  for (const step of path) {
    value = (value as Record<string | number, unknown>)[step];
    const next = typeof step === 'number' ? schema.items : (schema.properties as Schema | undefined)?.[step];
    schema = resolved((next ?? {}) as Schema, bundle, value);
  }
  return schema;
}

/** A schema with what its reference and the alternative that the value takes say; the nearer word counts. */
function resolved({ $ref, ...own }: Schema, bundle: Schema, value: unknown): Schema {
  const base = typeof $ref === 'string' ? resolved(pointed(bundle, $ref), bundle, value) : {};
  // What may be blank on paper says under `else` what it is where it is not.
  const either = { ...base, ...own };
  const { description: _, ...filled } = either.else ? resolved(either.else as Schema, bundle, value) : {};
  const schema: Schema = { ...filled, ...either };
  const tag = (schema.discriminator as { propertyName?: string } | undefined)?.propertyName;
  if (tag === undefined) return schema;
  const kind = (value as Record<string, unknown> | undefined)?.[tag];
  const branches = (schema.oneOf as Schema[]).map((one) => resolved(one, bundle, value));
  const branch = branches.find(({ properties }) => (properties as Record<string, Schema>)[tag]?.const === kind);
  const [shared, special] = [properties(schema), properties(branch ?? {})];
  const merged = Object.fromEntries(
    [...Object.keys(shared), ...Object.keys(special)].map((key) => [key, { ...shared[key], ...special[key] }]),
  );
  return { ...schema, properties: merged };
}

const properties = (schema: Schema) => (schema.properties ?? {}) as Record<string, Schema>;

/** The part that a reference within the bundle means. */
const pointed = (bundle: Schema, ref: string): Schema =>
  ref
    .split('/')
    .slice(1)
    .reduce((at, step) => at[step] as Schema, bundle);

/** "中文 / English": the half in the reader's language, the Chinese one where there is no other. */
export const half = (both: string, lang: Lang): string => halfOf(both, lang) || halfOf(both, 'zh');
