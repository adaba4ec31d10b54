import { type Fields, isBlank, isLimit, isMap } from '../contract/values.ts';

/** A number as YAML or a decimal has it. */
export const isNumber = (value: unknown): value is string | number => /^\d+(\.\d+)?$/.test(String(value));

/** A text in two languages. */
export const isText = (value: unknown): value is { zh: string; en: string } =>
  isMap(value) && typeof value.zh === 'string' && typeof value.en === 'string' && Object.keys(value).length === 2;

/** A map with parts that change one by one; the others are one value. */
export const isStructure = (value: unknown): value is Fields =>
  isMap(value) && !isLimit(value) && !isBlank(value) && !isText(value);

/** A list of things, each with keys of its own. */
export const isThings = (value: unknown): value is Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every(isMap);

/** One text for values that say the same: neither the order of keys nor that of a list says anything. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (!isMap(value)) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`);
  return `{${entries.sort().join()}}`;
}
