import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { columnOf, plain, tableOf, tables } from '../../src/records/tables.ts';

test('no header means two columns of a table, no file name two tables', () => {
  for (const table of tables) {
    const words = table.columns.flatMap((column) => [...new Set([column.name, ...column.aliases].map(plain))]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    for (const column of table.columns) for (const alias of column.aliases) expect(columnOf(table, alias)).toBe(column);
    for (const name of [table.name, ...table.aliases]) expect(tableOf(name)).toBe(table);
  }
});

test('every word for a value leads to a value that is allowed', () => {
  for (const { columns } of tables) {
    for (const { values, valueAliases } of columns) {
      if (values.length > 0) for (const value of valueAliases.values()) expect(values).toContain(value);
    }
  }
});

test.each([
  ['bill_lines-2025', 'bill_lines'],
  ['bills_2025', 'bills'],
  ['Bill Lines', 'bill_lines'],
  ['账单明细 8月', 'bill_lines'],
  ['账单确认', 'confirmations'],
  ['账单', 'bills'],
  ['人工确认', 'attestations'],
  ['readme', undefined],
])('%s is the table %s', (title, name) => {
  expect(tableOf(title)?.name).toBe(name);
});

test('the schema is a valid JSON Schema that takes good rows and refuses bad ones', () => {
  const ajv = new Ajv2020({ allowUnionTypes: true, allErrors: true });
  for (const keyword of [
    'x-template',
    'x-aliases',
    'x-value-aliases',
    'x-verbatim',
    'x-similar',
    'x-similar-values',
    'x-ahead',
  ])
    ajv.addKeyword(keyword);
  const check = ajv.compile(
    JSON.parse(readFileSync(new URL('../../schemas/records.schema.json', import.meta.url), 'utf8')),
  );
  const payment = { id: 'p', bill_id: 'b', paid_at: '2025-09-01', amount: '12.50' };
  expect(check({ payments: [payment, { ...payment, amount: 12.5, paid_at: '2025-09-01 08:00' }] })).toBe(true);
  for (const bad of [{ amount: '1.234' }, { amount: -1 }, { paid_at: 'yesterday' }, { id: null, bill_id: undefined }]) {
    expect(check({ payments: [JSON.parse(JSON.stringify({ ...payment, ...bad }))] }), JSON.stringify(bad)).toBe(false);
  }
});
