import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftContract } from '../../src/authoring/draft.ts';
import { modelineTo } from '../../src/home.ts';
import type { Schema } from '../../src/yaml/ajv.ts';
import { bundled } from '../../src/yaml/bundle.ts';
import { run } from '../support/run.ts';
import { type Completion, type Position, type Server, startServer } from './server.ts';

const contracts = readdirSync('contracts').map((id) => join('contracts', id, 'contract.yaml'));
const textOf = (file: string) => readFileSync(file, 'utf8');
const kinds = (bundled('contract').$defs as { kind: { enum: string[]; enumDescriptions: string[] } }).kind;
const meaning = (kind: string) => kinds.enumDescriptions[kinds.enum.indexOf(kind)] ?? '';

let server: Server;
beforeAll(async () => {
  server = await startServer('.');
});
afterAll(() => server.stop());

/** The place of the pattern's group in the first line, from one on, that it fits; an editor points into a word. */
function find(text: string, pattern: RegExp, from = 0): Position {
  const lines = text.split('\n');
  const line = lines.findIndex((one, i) => i >= from && pattern.test(one));
  const found = pattern.exec(lines[line] ?? '');
  if (!found?.[1]) throw new Error(`nothing like ${pattern}`);
  return { line, character: found.index + found[0].indexOf(found[1]) + 1 };
}

const words = ({ documentation }: Completion) =>
  typeof documentation === 'string' ? documentation : (documentation?.value ?? '');

const explained: [RegExp, string][] = [
  [/^(id):/, '同文件夹名'],
  [/^(number):/, '合同编号，照纸面'],
  [/^(parties):/, '双方；不写自然人姓名和电话'],
  [/^ {2}(customer):/, '甲方；不写自然人姓名和电话'],
  [/^ {2}(from):/, '合同期的第一天'],
  [/^ {4}(signature):/, '短信签名，不含【】'],
  [/^ {4}(model):/, 'package 套餐'],
  [/^ {2}(rounding):/, '金额取整'],
  [/^ {2}(forms):/, '有效的书面方式'],
  [/^ {4}(bearer):/, '谁承担'],
  [/^ {4}(parameters):/, '参数，随 kind 而定'],
  [/^(clauses):/, '条款登记'],
];

test.each(contracts)('the editor finds nothing wrong in %s, completes it and explains it in Chinese', async (file) => {
  const text = textOf(file);
  expect(await server.open(file, text)).toEqual([]);

  const kind = find(text, /^ {4}kind: ([a-z-]+)/, find(text, /^(obligations):/).line);
  const offered = await server.complete(file, kind);
  expect(offered.map(({ label }) => label).sort()).toEqual([...kinds.enum].sort());
  for (const item of offered) expect(words(item)).toBe(meaning(item.label));

  const own = /kind: ([a-z-]+)/.exec(text.split('\n')[kind.line] ?? '')?.[1] ?? '';
  const choices = (await server.hover(file, kind)).split('\n').filter((line) => line.startsWith('* '));
  expect(choices[0]).toBe(`* \`${own}\`: ${meaning(own)}`);
  expect(choices).toHaveLength(kinds.enum.length);

  for (const [key, said] of explained.slice(-4)) {
    expect(await server.hover(file, find(text, key)), String(key)).toContain(said);
  }
});

const draft = draftContract({
  id: 'draft',
  services: ['sms', 'voice', 'line'],
  lang: 'zh',
  schema: '../../schemas/contract.schema.json',
  kindsHeading: '',
});

test('a new contract has nothing wrong in the editor, which explains each of its keys in Chinese', async () => {
  const file = 'contracts/draft/contract.yaml';
  expect(await server.open(file, draft)).toEqual([]);
  for (const [key, said] of explained) expect(await server.hover(file, find(draft, key)), String(key)).toContain(said);
  const lines = draft.split('\n');
  const keys = lines.flatMap((text, line) => {
    const [, before = '', key] = /^( *(?:- )?)([a-z_]+):/.exec(text) ?? [];
    return key === undefined ? [] : [{ key, at: { line, character: before.length + 1 } }];
  });
  expect(keys.length).toBeGreaterThan(100);
  for (const { key, at } of keys) expect(await server.hover(file, at), key).toMatch(/\p{Script=Han}{2}/u);
});

test('once an obligation has a kind, the editor offers the parameters of that kind', async () => {
  await Promise.all(
    kinds.enum.map(async (kind) => {
      const file = `contracts/${kind}/contract.yaml`;
      const one = ['obligations:', '  - id: one', `    kind: ${kind}`, '    parameters:', '      '];
      void server.open(file, one.join('\n'));
      const offered = await server.complete(file, { line: 4, character: 6 });
      const { properties = {} } = bundled(`obligations/${kind}`) as { properties?: Record<string, Schema> };
      const labels = new Set(offered.map(({ label }) => label));
      expect(
        Object.keys(properties).filter((key) => !labels.has(key)),
        kind,
      ).toEqual([]);
      for (const item of offered) if (item.label in properties) expect(words(item), item.label).not.toBe('');
    }),
  );
});

const yamlIn = (folder: string): string[] => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.yaml')).map((name) => join(folder, name));
};

test('the editor finds nothing wrong in the rule files and in a scenario file of each contract', async () => {
  const files = [...yamlIn('rules'), ...contracts.flatMap((file) => yamlIn(join(file, '../scenarios')).slice(0, 1))];
  const wrong = await Promise.all(
    files.map(async (file) => (await server.open(file, textOf(file))).map(({ message }) => `${file}: ${message}`)),
  );
  expect(wrong.flat()).toEqual([]);
});

test('the drafted mapping of a data folder is checked and explained in the editor, wherever the folder lies', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-mapping-'));
  try {
    writeFileSync(
      join(folder, '短信日志.csv'),
      '流水号,发送时间,收发类型,手机,短信状态\nA1,2024-05-01 08:00:00,下发,13800000001,成功\n',
    );
    expect((await run('records', 'check', folder, '--draft-mapping')).err).toContain('mapping.yaml');
    const drafted = textOf(join(folder, 'mapping.yaml'));
    const modeline = modelineTo(join(folder, '我的 程序', 'mapping.schema.json'), '.');
    expect(modeline).toMatch(/^file:\S+$/);
    // Out of the workspace only the first line leads to the schema, within it the settings do so as well.
    for (const [file, text] of [
      [join(folder, 'mapping.yaml'), drafted],
      ['数据/mapping.yaml', drafted.replace(/^.*\n/, '\n')],
    ] as const) {
      expect(await server.open(file, text)).toEqual([]);
      const table = find(text, /^ {4}table: (messages)/);
      expect(await server.hover(file, table)).toContain('`messages`: 短信记录');
      const wrong = await server.open(file, text.replace('table: messages', 'table: message'));
      expect(wrong.map(({ range }) => range.start)).toEqual([{ ...table, character: table.character - 1 }]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is written wrongly is underlined where it stands', async () => {
  const found = await server.open(
    'contracts/draft/contract.yaml',
    draft.replace('kind: bill-within', 'kind: bill-wthin'),
  );
  const { line, character } = find(draft, /kind: (bill-within)/);
  expect(found.map(({ range }) => range.start)).toContainEqual({ line, character: character - 1 });
});
