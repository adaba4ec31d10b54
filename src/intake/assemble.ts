import { type Found, tableOf } from './extract.ts';

/** A value at a place of the draft and what read it. */
export interface Leaf {
  value: unknown;
  found: Found;
  /** Other places of the paper that say the same. */
  also: Found[];
}

/** Two places of the paper that say different things of one place of the draft. */
export interface Conflict {
  path: string;
  kept: Found;
  keptValue: unknown;
  other: Found;
  otherValue: unknown;
}

/** What was read, put together: leaves by their paths (`parties.customer.name`), in the order in which they were read. */
export interface Assembled {
  leaves: Map<string, Leaf>;
  conflicts: Conflict[];
  /** What the paper leaves blank and a contract cannot do without: it is in no leaf. */
  unfilled: Found[];
}

/** Of these the first that is read stands; what other places say of them is no contradiction. */
const naming = new Set(['clause', 'title', 'for']);

/** Puts findings together: of several that say the same the first is kept, of several that differ the first, with a conflict. */
export function assemble(found: readonly Found[]): Assembled {
  const assembled: Assembled = { leaves: new Map(), conflicts: [], unfilled: [] };
  const taken = new Map<string, Found[]>();
  for (const one of found) {
    if (one.doubts.includes('unfilled')) {
      assembled.unfilled.push(one);
      continue;
    }
    const put = placeOf(one, taken);
    if (put) lay(assembled, put.join('.'), one.data, one);
  }
  return assembled;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isBlank = (value: unknown): boolean => isObject(value) && value.blank === true;

/**
 * Where a finding goes: an item of a list by the clause it stands in (`@`) or by its number (`+`); a whole obligation or
 * charge that another clause has too is an item of its own, unless both say the same. Undefined for one that is there already.
 */
function placeOf(one: Found, taken: Map<string, Found[]>): string[] | undefined {
  const put = one.put.map((step) => (step === '@' ? `@${tableOf(one.clause.ref).replaceAll('.', '_')}` : step));
  const key = put.join('.');
  const before = taken.get(key) ?? [];
  if (put.at(-1) === '+') {
    if (before.some(({ data }) => same(data, one.data))) return undefined;
    taken.set(key, [...before, one]);
    return [...put.slice(0, -1), `+${before.length}`];
  }
  const whole = put.length === 2 && isObject(one.data) && 'parameters' in one.data && 'kind' in one.data;
  if (!whole) return put;
  const twin = before.findIndex(({ data }) => same(termsOf(data), termsOf(one.data)));
  const partner = one.rule.each ? -1 : before.findIndex(({ clause }) => clause.ref === one.clause.ref);
  const at = twin >= 0 ? twin : partner >= 0 ? partner : before.length;
  if (at === before.length) taken.set(key, [...before, one]);
  return at === 0 ? put : [put[0] ?? '', `${put[1]}-${at + 1}`];
}

const termsOf = (data: unknown): unknown => (isObject(data) ? [data.bearer, data.parameters] : data);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function lay(
  { leaves, conflicts }: Pick<Assembled, 'leaves' | 'conflicts'>,
  path: string,
  value: unknown,
  found: Found,
): void {
  if (isObject(value) && !isBlank(value) && !isText(value)) {
    for (const [key, inner] of Object.entries(value)) lay({ leaves, conflicts }, `${path}.${key}`, inner, found);
    return;
  }
  const there = leaves.get(path);
  if (!there) leaves.set(path, { value, found, also: [] });
  else if (same(there.value, value)) there.also.push(found);
  else if (isBlank(there.value) && !isBlank(value)) leaves.set(path, { value, found, also: [] });
  else if (!isBlank(value) && !naming.has(path.slice(path.lastIndexOf('.') + 1))) {
    conflicts.push({ path, kept: there.found, keptValue: there.value, other: found, otherValue: value });
  }
}

const isText = (value: Record<string, unknown>): boolean => 'zh' in value && 'en' in value;

/** What leaves say as data, lists as maps by the names of their items. */
export function dataOf(leaves: ReadonlyMap<string, { value: unknown }>): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [path, { value }] of leaves) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let at = data;
    for (const step of steps) {
      if (!isObject(at[step])) at[step] = {};
      at = at[step] as Record<string, unknown>;
    }
    at[last] = value;
  }
  return data;
}
