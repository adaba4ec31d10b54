import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterEach, expect, test } from 'vitest';
import { schemaOf } from '../../src/commands/targets.ts';
import { problemTitles } from '../../src/locale/titles.ts';
import { readSchema, schemaFiles } from '../../src/yaml/ajv.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { schemaErrors } from '../../src/yaml/schema.ts';
import { run, shown } from '../support/run.ts';

interface Result {
  ruleId: string;
  ruleIndex: number;
}

const corpus = join(import.meta.dirname, 'validate');
const home = process.cwd();

afterEach(() => process.chdir(home));

const named = (folder: string): string[] =>
  readdirSync(join(corpus, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length));

test.each(named('bad'))('validate says what is wrong, where and how to mend it: %s', async (name) => {
  process.chdir(join(corpus, 'bad'));
  for (const lang of ['zh', 'en']) {
    const ran = await run('validate', `${name}.yaml`, '--as-of', '2024-06-30', '--lang', lang);
    await expect(shown(ran)).toMatchFileSnapshot(join(corpus, 'bad', `${name}.${lang}.txt`));
    expect(ran.code).toBeGreaterThan(0);
  }
});

test.each(named('good'))('validate has nothing against: %s', async (name) => {
  process.chdir(join(corpus, 'good'));
  const ran = await run('validate', `${name}.yaml`, '--as-of', '2024-06-30');
  await expect(shown(ran)).toMatchFileSnapshot(join(corpus, 'good', `${name}.zh.txt`));
  expect(ran.code).toBe(0);
});

/** Keywords of the schemas that say what data may be; the others describe it, or only lead to these. */
const keywords = (): Set<string> => {
  const found = new Set<string>();
  const walk = (part: unknown, names: boolean): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      if (!names && !Array.isArray(part)) found.add(key);
      walk(value, !names && ['properties', '$defs', 'dependentRequired'].includes(key));
    }
  };
  for (const name of schemaFiles()) walk(readSchema(name), false);
  const silent = ['$schema', '$id', '$ref', '$defs', 'title', 'description', 'tsType', 'enumDescriptions', 'items', 'properties'];
  // `discriminator` chooses the branch of `oneOf` whose own keywords speak; `if` does so for `then` and `else`.
  const led = ['discriminator', 'propertyName', 'oneOf', 'if', 'then', 'else', 'propertyNames'];
  return new Set([...found].filter((key) => !silent.includes(key) && !led.includes(key)));
};

test('the corpus breaks every keyword of the schemas', () => {
  const broken = new Set<string>();
  for (const name of named('bad')) {
    const file = join(corpus, 'bad', `${name}.yaml`);
    if (!isUtf8(readFileSync(file))) continue;
    const source = readYaml(file);
    if (source.data === undefined) continue;
    for (const { keyword } of schemaErrors(schemaOf(source.text), source.data)) broken.add(keyword);
  }
  expect([...keywords()].filter((key) => !broken.has(key))).toEqual([]);
});

test('what is said in English has no Chinese of ours, and what is said in Chinese is not left in English', () => {
  for (const name of named('bad')) {
    const said = (lang: string) =>
      readFileSync(join(corpus, 'bad', `${name}.${lang}.txt`), 'utf8')
        .split('\n')
        // The hint of a line to fill is the file's own.
        .filter((line) => /(error|warning|Mend:|错误|警告|改法：)/.test(line) && !line.includes('[to-fill]'))
        // What is quoted is the file's own.
        .map((line) => line.replace(/"[^"]*"|“[^”]*”/g, ''));
    for (const line of said('en')) {
      expect(line.replace(/such as .*/, ''), name).not.toMatch(/\p{Script=Han}{2}/u);
    }
    for (const line of said('zh')) expect(line, name).toMatch(/\p{Script=Han}{2}/u);
  }
});

/** What no command can be brought to say here: defects of the program's own files, a full disk, millions of rows, thousands of columns, a workbook that was filled in, a PDF of 200 MB, a page that breaks off, packages for pictures that are there or not, a browser or a machine's fonts that fail; and a review, which speaks under the code of its rule. */
const elsewhere = [
  ...['rule-defect', 'calendar-missing', 'calendar-day', 'calendar-years'],
  ...['pdf-size', 'pdf-page-damaged', 'pdf-ocr-pages', 'ocr-missing', 'ocr-failed', 'intake-pattern'],
  ...['browser-failed', 'fonts-missing', 'file-system', 'record-ids-unchecked', 'records-blank', 'records-too-wide', 'review'],
];

test('every problem code occurs in what some command is expected to say', () => {
  const golden = join(home, 'test/golden');
  const expected = readdirSync(golden, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(golden, name), 'utf8'))
    .join('\n');
  const absent = Object.keys(problemTitles('zh')).filter(
    (code) => !elsewhere.includes(code) && !expected.includes(`[${code}]`) && !expected.includes(`"code": "${code}"`),
  );
  expect(absent).toEqual([]);
});

test('the whole corpus in SARIF is valid SARIF 2.1.0', async () => {
  process.chdir(join(corpus, 'bad'));
  const files = named('bad').map((name) => `${name}.yaml`);
  const { out } = await run('validate', ...files, '--format', 'sarif', '--as-of', '2024-06-30');
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  // Draft 4 spells its own name and id otherwise; the keywords that are used mean the same.
  const { $schema, id, ...schema } = sarifSchema;
  const isSarif = ajv.compile(schema);
  expect(isSarif(JSON.parse(out)), JSON.stringify(isSarif.errors)).toBe(true);
  const [{ tool, results }] = JSON.parse(out).runs;
  expect(results.every(({ ruleId, ruleIndex }: Result) => tool.driver.rules[ruleIndex].id === ruleId)).toBe(true);
  await expect(JSON.stringify(tool.driver.rules, null, 2)).toMatchFileSnapshot(join(corpus, 'sarif-rules.json'));
});

test('the whole corpus in JUnit is well-formed XML with a test case a file', async () => {
  process.chdir(join(corpus, 'bad'));
  const files = named('bad').map((name) => `${name}.yaml`);
  const { out } = await run('validate', ...files, '--format', 'junit', '--as-of', '2024-06-30');
  expect(XMLValidator.validate(out)).toBe(true);
  const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(out);
  expect(testsuites.testsuite.testcase).toHaveLength(files.length);
  expect(testsuites['@_failures']).toBe(String(files.length));
});
