import { isUtf8 } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { schemaOf } from '../../src/commands/targets.ts';
import { validate } from '../../src/contract/validate.ts';
import type { Schema } from '../../src/yaml/ajv.ts';
import { bundled, schemaNames } from '../../src/yaml/bundle.ts';
import { parseYaml, readYaml } from '../../src/yaml/read.ts';
import { schemaErrors } from '../../src/yaml/schema.ts';
import { run } from '../support/run.ts';

const yamlIn = (folder: string): string[] => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.yaml')).map((name) => join(folder, name));
};

/** What a reference within a document means. */
const pointed = (root: Schema, ref: string): unknown =>
  ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => (at as Schema | undefined)?.[step], root);

test('every printed schema stands alone and is valid JSON Schema 2020-12', () => {
  const ajv = new Ajv2020({ strict: false });
  for (const name of schemaNames()) {
    const schema = bundled(name);
    expect(ajv.validateSchema(schema), name).toBe(true);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    for (const { schema: part } of parts(schema)) {
      if (typeof part.$ref === 'string')
        expect(pointed(schema, part.$ref), `${name} ${part.$ref}`).toBeTypeOf('object');
    }
  }
});

/** ajv as anybody would run it, with nothing but the one printed file. */
async function alone(name: string) {
  const ajv = new Ajv2020({ discriminator: true, allErrors: true, strictTypes: false, strictRequired: false });
  addFormats.default(ajv, ['date']);
  ajv.addVocabulary(['tsType', 'enumDescriptions']);
  const { code, out } = await run('schema', name);
  expect(code).toBe(0);
  return ajv.compile(JSON.parse(out));
}

test('the printed schema of contracts accepts what lvyue accepts and rejects what it rejects', async () => {
  const holds = await alone('contract');
  for (const file of yamlIn('contracts').filter((path) => path.endsWith('contract.yaml'))) {
    expect(holds(readYaml(file).data), file).toBe(true);
  }
  const corpus = 'test/golden/validate/bad';
  let rejected = 0;
  for (const file of yamlIn(corpus)) {
    if (!isUtf8(readFileSync(file))) continue;
    const { data, text } = readYaml(file);
    if (data === undefined || schemaOf(text) !== 'contract') continue;
    const errors = schemaErrors('contract', data);
    expect(holds(data), file).toBe(errors.length === 0);
    const places = (list: typeof errors) =>
      list.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`).sort();
    expect(places(holds.errors ?? []), file).toEqual(places(errors));
    if (errors.length > 0) rejected += 1;
  }
  expect(rejected).toBeGreaterThan(40);
});

/** Every part of a bundled schema that is a schema, with its place. */
function* parts(node: unknown, at = '#'): Generator<{ at: string; schema: Schema }> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield { at, schema: node as Schema };
  for (const [key, value] of Object.entries(node)) yield* parts(value, `${at}/${key}`);
}

const both = /^.*\p{Script=Han}.* \/ [A-Za-z"0-9].*$/u;
const contract = bundled('contract');

test('every key of a contract is explained in both languages', () => {
  const told = ({ description, $ref }: Schema): unknown => {
    if (description !== undefined || typeof $ref !== 'string') return description;
    return told(pointed(contract, $ref) as Schema);
  };
  let keys = 0;
  for (const { at, schema } of parts(contract)) {
    // `if` only asks; the branches of an obligation say again what stands above them.
    if (typeof schema.properties !== 'object' || /\/if$|\/obligation\/oneOf\//.test(at) || at.endsWith('/properties'))
      continue;
    for (const [key, value] of Object.entries(schema.properties as Record<string, Schema>)) {
      keys += 1;
      expect(told(value), `${at}/${key}`).toMatch(both);
    }
  }
  expect(keys).toBeGreaterThan(200);
});

test('every choice is explained in both languages, a kind of obligation with the words of its own schema', () => {
  let choices = 0;
  for (const name of schemaNames().filter((one) => one !== 'records')) {
    for (const { at, schema } of parts(bundled(name))) {
      if (!Array.isArray(schema.enum)) continue;
      choices += 1;
      const words = schema.enumDescriptions;
      expect(words, `${name} ${at}`).toHaveLength(schema.enum.length);
      for (const said of words as string[]) expect(said, `${name} ${at}`).toMatch(both);
    }
  }
  expect(choices).toBeGreaterThan(100);
  const { kind } = contract.$defs as { kind: { enum: string[]; enumDescriptions: string[] } };
  expect(kind.enumDescriptions).toEqual(kind.enum.map((one) => bundled(`obligations/${one}`).description));
});

test('every contract, scenario and rule file names its schema in the first line, for any editor', () => {
  const files = [
    ...yamlIn('contracts'),
    ...yamlIn('rules'),
    ...yamlIn('schemas/templates'),
    ...yamlIn('test/golden/base'),
  ];
  for (const file of files) {
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8')) ?? [];
    expect(schema, file).not.toBe('');
    expect(existsSync(join(dirname(file), schema)), `${file}: ${schema}`).toBe(true);
  }
});

test('the settings of the workspace name a schema for every contract, scenario and rule file', () => {
  const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
    'yaml.schemas': Record<string, unknown>;
  };
  const known = Object.entries(settings['yaml.schemas']).flatMap(([schema, globs]) => {
    expect(existsSync(schema), schema).toBe(true);
    return [globs]
      .flat()
      .map((glob) => new RegExp(`^${String(glob).replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`));
  });
  const files = [...yamlIn('contracts'), ...yamlIn('rules')];
  expect(files.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([]);
});

test('a schema that there is not is one problem, which names the nearest', async () => {
  const { code, err } = await run('schema', 'contrat');
  expect(code).toBe(2);
  expect(err).toContain('[schema-unknown] 没有名为“contrat”的模式。');
  expect(err).toContain('是否想写“contract”？');
});

test('the list of schemas is printed, one a line', async () => {
  const { code, out } = await run('schema', '--list');
  expect(code).toBe(0);
  expect(out.split('\n')).toContain('obligations/respond-within');
});

test('the schema is written whole to a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-schema-'));
  try {
    const file = join(folder, 'rule.schema.json');
    expect((await run('schema', 'rule', '--out', file)).code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(bundled('rule'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the snippets are those that the schemas give', () => {
  expect(spawnSync(process.execPath, ['.ci/snippets.mjs', '--check'], { encoding: 'utf8' }).stderr).toBe('');
});

const template = readFileSync('schemas/templates/contract.yaml', 'utf8');
const snippets: Record<string, { prefix: string[]; description: string; body: string[] }> = JSON.parse(
  readFileSync('.vscode/lvyue.code-snippets', 'utf8'),
);

/** A snippet as it stands when every hole is left at its first choice. */
const filled = (name: string): string[] =>
  (snippets[name]?.body ?? []).map((line) =>
    line.replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1').replace(/\$\{\d+:([^}]*)\}/g, '$1'),
  );

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}\n`).join('');

/** What is wrong with the template when the lines stand in one of its lists. */
function wrong(list: string, lines: readonly string[]) {
  const head = `${list}:\n`;
  const text = template.includes(`\n${head}`)
    ? template.replace(`\n${head}`, `\n${head}${indented(lines)}`)
    : `${template}${head}${indented(lines)}`;
  const source = parseYaml(text, 'contract.yaml');
  return validate(source).flatMap(({ severity, code, data, line }) =>
    severity === 'error' ? [`${code} ${line}: ${text.split('\n')[(line ?? 1) - 1]} ${JSON.stringify(data)}`] : [],
  );
}

const choices = (schema: Schema, key: string) => (schema.properties as Record<string, { enum: string[] }>)[key]?.enum;
const lists = {
  obligation: ['obligations', (bundled('contract').$defs as { kind: { enum: string[] } }).kind.enum],
  charge: ['charges', choices(bundled('charge'), 'model')],
  service: ['services', choices(bundled('service'), 'kind')],
} as const;

test.each(Object.keys(lists) as (keyof typeof lists)[])('there is a valid snippet for each kind of %s', (what) => {
  const [list, kinds = []] = lists[what];
  const names = kinds.map((kind) => `${what}-${kind}`);
  expect(Object.keys(snippets).filter((name) => name.startsWith(`${what}-`))).toEqual(names);
  expect(wrong(list, names.flatMap(filled))).toEqual([]);
});

test.each([
  ['amendment', 'amendments'],
  ['waiver', 'waivers'],
  ['suppression', 'suppressions'],
])('the snippet of a %s is valid', (name, list) => {
  expect(wrong(list, filled(name))).toEqual([]);
});

test('the snippets of a blank, of readings and of a preferred reading are valid within an obligation', () => {
  const parts = [...filled('readings'), ...filled('prefer')].map((line) => `  ${line}`);
  const one = filled('obligation-cap-notice').map((line) =>
    line.replace(/threshold: .*/, `threshold: ${filled('blank').join('')}`),
  );
  expect(one.join('\n')).toContain('blank: true');
  expect(wrong('obligations', [...one, ...parts])).toEqual([]);
});

test('a snippet is found by its English name and by a Chinese word', () => {
  for (const [name, { prefix, description }] of Object.entries(snippets)) {
    expect(prefix[0]).toBe(name);
    expect(prefix[1]).toMatch(/^\p{Script=Han}+·\p{Script=Han}/u);
    expect(description).toMatch(/\p{Script=Han}.* \/ [A-Z]/u);
  }
});
