export type Fields = Record<string, unknown>;

export const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const units: ReadonlySet<string> = new Set(['hours', 'days', 'months', 'workdays']);

/** A time limit: a map of one unit. */
export const isLimit = (value: unknown): value is Record<string, number> =>
  isMap(value) && Object.keys(value).length === 1 && units.has(Object.keys(value)[0] ?? '');

export const isBlank = (value: unknown): boolean => isMap(value) && value.blank === true;
