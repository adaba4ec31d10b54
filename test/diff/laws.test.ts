import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contractIds } from '../../src/contract/find.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { Contract } from '../../src/contract/schema.generated.ts';
import { isBlank, isLimit, isMap } from '../../src/contract/values.ts';
import type { Change, Meaning } from '../../src/diff/change.ts';
import { diff } from '../../src/diff/diff.ts';
import { loadDiffRules } from '../../src/diff/rules.ts';
import { isText } from '../../src/diff/values.ts';

const rules = loadDiffRules();
/** As data, with no part shared between two places, as anchors of YAML share them. */
const contracts = contractIds('contracts').map(
  (id) => JSON.parse(JSON.stringify(loadContract(id).contract)) as Contract,
);
const compare = (before: unknown, after: unknown) => diff(before as Contract, after as Contract, rules);

type Path = readonly string[];

/** Every value that is one: a word, a number, a text, a limit, a blank, a list of words. */
function leaves(value: unknown, path: Path = []): Path[] {
  const isThings = Array.isArray(value) && value.some(isMap);
  if (isThings || (isMap(value) && !isBlank(value) && !isLimit(value) && !isText(value))) {
    return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]));
  }
  return [path];
}

/** All of them; of the register, whose clauses are alike, every tenth. */
const some = (contract: Contract): Path[] => leaves(contract).filter(([part], i) => part !== 'clauses' || i % 10 === 0);

function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return [...value, 'another'];
  if (isBlank(value)) return 'filled';
  if (isText(value)) return { ...value, zh: `${value.zh}改` };
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([unit, n]) => [unit, Number(n) + 1]));
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `2031${text.slice(4)}`;
  if (/^\d\d:\d\d$/.test(text)) return text === '09:17' ? '09:18' : '09:17';
  return /^\d+\.\d+$/.test(text) ? `1${text}` : `${text}x`;
}

/** What a thing is known by cannot be missing. */
const names = new Set(['id', 'ref', 'kind', 'model', 'clause', 'method']);

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);

/** The same with one value changed; all that is not on the way to it is shared. */
function put(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const inner = put((whole as Record<string, unknown>)[key], rest, value);
  if (Array.isArray(whole)) return whole.with(Number(key), inner);
  return { ...(whole as object), [key]: inner };
}

const opposite = { customer: 'carrier', carrier: 'customer', none: 'none' } as const;
const meant = ({ effect, helps, legal }: Meaning) => `${effect} ${helps ?? 'none'} ${legal}`;
const turned = ({ effect, helps, legal }: Meaning) =>
  `${rules.effects[effect]?.opposite} ${opposite[helps ?? 'none']} ${legal}`;
const meanings = ({ meaning, readings }: Change) => [meaning, ...readings.map((one) => one.meaning)];

/** One change, at the path, that means the opposite when the two are compared the other way round. */
function isTurned(before: unknown, after: unknown, path: Path): boolean {
  const [one, ...more] = compare(before, after);
  const [back, ...others] = compare(after, before);
  if (!one || !back || more.length + others.length > 0) return false;
  const isThere = one.trail.map(({ name, key }) => key.before ?? name).join('/') === path.join('/');
  return isThere && meanings(back).map(meant).join() === meanings(one).map(turned).join();
}

describe.each(contracts)('$id', (contract) => {
  test('nothing differs from itself', () => {
    expect(compare(contract, structuredClone(contract))).toEqual([]);
  });

  test('each value changed alone is one change at its place, and means the opposite the other way round', () => {
    const wrong = some(contract).filter(
      (path) => !isTurned(contract, put(contract, path, other(at(contract, path))), path),
    );
    expect(wrong).toEqual([]);
  });

  test('a value taken away is one change, and means the opposite when it comes', () => {
    const wrong = some(contract)
      .filter((path) => !names.has(path.at(-1) ?? ''))
      .filter((path) => {
        const { [path.at(-1) ?? '']: _, ...rest } = at(contract, path.slice(0, -1)) as Record<string, unknown>;
        return !isTurned(contract, put(contract, path.slice(0, -1), rest), path);
      });
    expect(wrong).toEqual([]);
  });

  test('the order of keys, words and things is no change', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(compare(contract, shuffled(contract, seed))).toEqual([]);
      }),
      { numRuns: 5, seed: 7 },
    );
  });
});

/** Everything in another order but the readings, whose first one may make a total. */
function shuffled(value: unknown, seed: number, key = ''): unknown {
  if (Array.isArray(value)) {
    const inner = value.map((one) => shuffled(one, seed));
    return key === 'readings' ? inner : inAnyOrder(inner, seed);
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(
    inAnyOrder(Object.entries(value), seed).map(([name, one]) => [name, shuffled(one, seed, name)]),
  );
}

function inAnyOrder<T>(list: readonly T[], seed: number): T[] {
  const [order] = fc.sample(fc.shuffledSubarray([...list.keys()], { minLength: list.length }), { numRuns: 1, seed });
  return (order ?? []).map((i) => list[i] as T);
}
