import { expect, test } from 'vitest';
import { loadDiffRules } from '../../src/diff/rules.ts';
import { type Schema, schemaOf } from '../../src/diff/schema.ts';
import { nameOf } from '../../src/format/diff/values.ts';

const rules = loadDiffRules();
const limit = ['hours', 'days', 'months', 'workdays'];

interface Key {
  path: string[];
  schema: Schema & { type?: unknown; enum?: unknown[]; format?: string };
}

/** Every key that a contract may state, by its path; what is one value, such as a time limit or a text, is not gone into. */
function keysOf(path: string[]): Key[] {
  const schema = schemaOf(path);
  if (!schema) return [];
  const own = path.length === 0 ? [] : [{ path, schema }];
  if (schema.items) {
    const tag = schemaOf([...path, '*'])?.discriminator?.propertyName;
    const names = tag === undefined ? ['*'] : tagsOf(path, tag);
    const isList = isThing(schemaOf([...path, '*']) ?? {}) || tag !== undefined;
    return isList ? [...own, ...names.flatMap((name) => keysOf([...path, name]))] : own;
  }
  const names = Object.keys(schema.properties ?? {});
  return isValue(schema) ? own : [...own, ...names.flatMap((name) => keysOf([...path, name]))];
}

/** A time limit, or a text in two languages: names of one value's units. */
function isValue({ properties = {} }: Schema): boolean {
  const names = Object.keys(properties);
  return names.length > 0 && names.every((name) => limit.includes(name) || name === 'zh' || name === 'en');
}

function tagsOf(path: string[], tag: string): string[] {
  const whole = schemaOf([...path, '*', tag])?.enum;
  return (whole ?? []).map(String);
}

/** A reading says again what the clause says; changes of an amendment what they change. */
const isOwn = ({ path }: Key): boolean =>
  !(path.includes('readings') && path.includes('parameters')) && !path.join('/').startsWith('amendments/*/changes');

const all = keysOf([]).filter(isOwn);
const stated = ({ path }: Key) => rules.rulesOf(path)[0];

function isThing(schema: Schema): boolean {
  return schema.properties !== undefined && !isValue(schema);
}
const isOrdered = ({ schema }: Key): boolean =>
  ['integer', 'number'].some((type) => [schema.type].flat().includes(type)) ||
  schema.format === 'date' ||
  (isValue(schema) && schema.properties?.zh === undefined) ||
  schema.enum !== undefined ||
  schema.type === 'boolean';

test('the schemas are walked to their leaves', () => {
  const paths = all.map(({ path }) => path.join('/'));
  expect(paths.length).toBeGreaterThan(300);
  expect(paths).toEqual(
    expect.arrayContaining([
      'obligations/respond-within/parameters/limit',
      'obligations/call-hours/parameters/rest/from',
      'obligations/call-lists/parameters/require',
      'charges/package/price',
      'settlement/late_fee/permille_per_day',
      'services/sms/segments/size',
      'term/renewal/objection',
    ]),
  );
});

test('each number, limit, day, choice and yes-or-no that a contract may state has its direction stated, or none', () => {
  const open = all.filter(isOrdered).filter((key) => {
    const rule = stated(key);
    return !(rule?.larger ?? rule?.more ?? rule?.wider ?? rule?.changed);
  });
  expect(open.map(({ path }) => path.join('/'))).toEqual([]);
});

test('each text, list and thing that a contract may state has a rule of its own or a general one', () => {
  const top = all.filter(({ path, schema }) => !(path.length === 1 && isThing(schema)));
  const open = top.filter((key) => !isThing(key.schema) && !key.schema.items && !stated(key));
  expect(open.map(({ path }) => path.join('/'))).toEqual([]);
});

test('each key is called something in both languages', () => {
  const nameless = all
    .filter(({ path }) => path.at(-1) !== '*' && path.length > 1)
    .flatMap(({ path }) => {
      const key = path.at(-1) ?? '';
      if (/^(parameters|readings|changes|rows)$/.test(key) || (path.length === 2 && path[0] !== 'settlement'))
        return [];
      const [zh, en] = [nameOf(path, rules, 'zh'), nameOf(path, rules, 'en')];
      return /[\u4e00-\u9fff]/.test(zh) && !en.includes('_') && en !== '' && zh.length <= 24
        ? []
        : [`${path.join('/')}: ${zh} / ${en}`];
    });
  expect(nameless).toEqual([]);
});

test('effects are each other read the other way, and help the other side then', () => {
  const other: Record<string, string> = {
    bearer: 'other',
    other: 'bearer',
    holder: 'opponent',
    opponent: 'holder',
    customer: 'carrier',
    carrier: 'customer',
    none: 'none',
  };
  for (const [id, { opposite, helps, legal, words }] of Object.entries(rules.effects)) {
    const back = rules.effects[opposite];
    expect([back?.opposite, back?.helps, back?.legal], id).toEqual([id, other[helps], legal]);
    expect(words.zh).not.toBe('');
  }
});

test('a rule stands for a key that there is', () => {
  const used = new Set(all.flatMap(({ path }) => rules.rulesOf(path)));
  expect(rules.all.filter((rule) => !used.has(rule)).map(({ at }) => at)).toEqual([]);
});
