import { expect, test } from 'vitest';
import { decide, type Facts } from '../../src/rules/decide.ts';
import type { Condition, Rule } from '../../src/rules/rule.ts';

const ruleOf = (...whens: Condition[]): Rule => ({
  kind: 'example',
  title: { zh: '例', en: 'example' },
  needs: {},
  relation: { name: 'x', time: 't' },
  parameters: {},
  define: {},
  measures: {},
  outcomes: whens.map((when, i) => ({ verdict: i === 0 ? 'breached' : 'fulfilled', when })),
  evidence: {},
  explain: {},
  dates: {},
});

const verdict = (when: Condition, facts: Facts) =>
  decide(ruleOf(when, { fact: 'always', operator: 'equal', value: 1 }), { always: 1, ...facts });

test('the first outcome that holds is the verdict', async () => {
  expect(await verdict({ fact: 'late', operator: 'greaterThan', value: 0 }, { late: 1 })).toBe('breached');
  expect(await verdict({ fact: 'late', operator: 'greaterThan', value: 0 }, { late: 0 })).toBe('fulfilled');
});

test('a fact can be compared with another fact', async () => {
  const when: Condition = { fact: 'seconds', operator: 'greaterThan', value: { fact: 'allowed' } };
  expect(await verdict(when, { seconds: 2, allowed: 1 })).toBe('breached');
  expect(await verdict(when, { seconds: 1, allowed: 1 })).toBe('fulfilled');
});

// Each of these passes silently in json-rules-engine alone.
test.each<[string, Condition, Facts]>([
  ['a fact that nobody computed', { fact: 'lost', operator: 'notEqual', value: 1 }, {}],
  ['an empty list of conditions', { all: [] }, {}],
  ['a nested empty list', { all: [{ any: [] }] }, {}],
  ['a fact that is no finite number', { fact: 'late', operator: 'lessThan', value: 1 }, { late: Number.NaN }],
  ['infinity', { fact: 'late', operator: 'greaterThan', value: 1 }, { late: Number.POSITIVE_INFINITY }],
  ['text compared by size', { fact: 'late', operator: 'lessThan', value: '30天' }, { late: '5天' }],
  ['text compared with a number', { fact: 'late', operator: 'equal', value: 1 }, { late: '1' }],
  ['a value that names an unknown fact', { fact: 'late', operator: 'notEqual', value: { fact: 'lost' } }, { late: 1 }],
  ['an unknown operator', { fact: 'late', operator: 'about', value: 1 }, { late: 1 }],
  ['a path', { fact: 'late', operator: 'equal', value: 1, path: '$.x' } as never, { late: 1 }],
  ['a name every object has', { fact: 'toString', operator: 'notEqual', value: 1 }, {}],
  ['"in" without a list', { fact: 'late', operator: 'in', value: 1 }, { late: 1 }],
])('a broken rule is an error, never a verdict: %s', async (_name, when, facts) => {
  await expect(verdict(when, facts)).rejects.toThrow();
  await expect(verdict({ not: when }, facts)).rejects.toThrow();
});

test('a rule of which no outcome holds is an error', async () => {
  await expect(decide(ruleOf({ fact: 'late', operator: 'equal', value: 1 }), { late: 0 })).rejects.toThrow(
    'no outcome',
  );
});
