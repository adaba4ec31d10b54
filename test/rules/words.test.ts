import { expect, test } from 'vitest';
import { columnWord } from '../../src/format/evidence.ts';
import { loadRules } from '../../src/rules/load.ts';

test('every column that a Chinese reader sees as evidence has a Chinese name', () => {
  const { byKind, anomalies, rights } = loadRules();
  const kinds = [...byKind.values()].map(({ kind, relation, evidence }) => {
    const tables = [...(relation?.sql ?? '').matchAll(/'(\w+)' as "table"/g)].map(([, table]) => String(table));
    return { kind, tables: tables.length > 0 ? tables : [relation?.name ?? ''], columns: evidence.columns };
  });
  const others = [...anomalies.map(({ table, columns }) => ({ kind: table, tables: [table], columns }))];
  const ofRights = rights.map(({ of, columns }) => ({
    kind: of,
    tables: ['events'],
    columns: { since: '', ...columns },
  }));
  const bare = [...kinds, ...others, ...ofRights].flatMap(({ kind, tables, columns = {} }) =>
    tables.flatMap((table) =>
      Object.keys(columns)
        .filter((one) => /[a-z]/i.test(columnWord(table, one, 'zh')))
        .map((one) => `${kind}: ${one}`),
    ),
  );
  expect(bare).toEqual([]);
});
