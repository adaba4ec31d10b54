import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unfilled } from '../../src/contract/unfilled.ts';
import { readYaml } from '../../src/yaml/read.ts';
import { run, shown } from '../support/run.ts';

const repository = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-new-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(repository);
  rmSync(folder, { recursive: true });
});

const golden = (name: string) => join(repository, 'test/golden/new', name);
const all = ['--services', 'sms,voice,line'];
const named = ['--title', '短信、语音和专线服务合同', '--customer', '某市图书馆', '--carrier', '某通信公司'];

test('lvyue new writes a contract that has no error, and lists every line that is to be filled', async () => {
  const made = await run('new', 'library-2026', ...all, ...named);
  await expect(shown(made)).toMatchFileSnapshot(golden('library.txt'));
  const file = 'contracts/library-2026/contract.yaml';
  const text = readFileSync(file, 'utf8').replace(/(\$schema=)\S+/, '$1…');
  await expect(text).toMatchFileSnapshot(golden('library.yaml'));
  const { code, out } = await run('validate', file, '--format', 'json');
  const { problems } = JSON.parse(out) as { problems: { code: string; line: number }[] };
  expect(code).toBe(0);
  expect(new Set(problems.map((one) => one.code))).toEqual(new Set(['to-fill']));
  const marked = text.split('\n').flatMap((line, i) => (line.includes('# 待填') ? [i + 1] : []));
  expect(problems.map(({ line }) => line)).toEqual(marked);
  expect(made.out.match(/contract\.yaml:\d+/g)?.map((at) => Number(at.split(':')[1]))).toEqual(marked);
});

test('lvyue new speaks English where it is asked to, and marks the same lines', async () => {
  await run('new', 'english', ...all, '--lang', 'en');
  await run('new', 'chinese', ...all);
  const [en, zh] = ['english', 'chinese'].map((id) =>
    readFileSync(`contracts/${id}/contract.yaml`, 'utf8').split('\n'),
  );
  const marks = (lines: readonly string[] = [], mark = '') =>
    lines.flatMap((line, i) => (line.includes(mark) ? [i] : []));
  expect(marks(en, '# to fill')).toEqual(marks(zh, '# 待填'));
  expect(en?.filter((line) => /^ *#.*\p{Script=Han}/u.test(line))).toEqual([]);
  expect((await run('validate', '--lang', 'en')).code).toBe(0);
});

test.each(['sms', 'voice', 'line', 'line,sms'])(
  'lvyue new writes a valid contract for the services %s alone',
  async (services) => {
    expect((await run('new', 'some', '--services', services)).code).toBe(0);
    expect((await run('validate')).code).toBe(0);
    const { data } = readYaml('contracts/some/contract.yaml');
    expect((data as { services: { id: string }[] }).services.map(({ id }) => id).sort()).toEqual(
      services.split(',').sort(),
    );
  },
);

test('lvyue new keeps names as they are given, whatever they hold', async () => {
  const odd = 'A "b": [ c ] & <d> # 待填';
  await run('new', 'odd', '--customer', odd, '--title', odd);
  const { data } = readYaml('contracts/odd/contract.yaml');
  expect(data).toMatchObject({ title: { zh: odd, en: odd }, parties: { customer: { name: odd } } });
  const { out } = await run('validate', '--format', 'json');
  expect(JSON.parse(out).problems.map(({ line }: { line: number }) => line)).not.toContain(14);
});

test('lvyue new never writes over a contract', async () => {
  await run('new', 'one');
  writeFileSync('contracts/one/contract.yaml', 'mine');
  const again = await run('new', 'one');
  expect(again.code).toBe(2);
  expect(again.err).toContain('[file-exists] 文件已经存在，没有改动它。');
  expect(readFileSync('contracts/one/contract.yaml', 'utf8')).toBe('mine');
});

test.each([
  [['new', '图书馆'], '[id-form] “图书馆”不能作合同编号。'],
  [['new', '../one'], '[id-form] “../one”不能作合同编号。'],
  [['new', 'one', '--services', 'sms,fax'], '[flag-invalid] --services 不接受“fax”。'],
  [['new', 'one', '--services', 'sms,sms'], '[flag-invalid] --services 不接受“sms,sms”。'],
])('lvyue new writes nothing where it is asked for what cannot be: %j', async (args, said) => {
  const { code, err, out } = await run(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(said);
  expect(readdirSync('.')).toEqual([]);
});

test('a mark within a text is no mark', () => {
  const text = 'a: "# 待填"\nb: x#待填\nc: |\n  # 待填\nd: 1 # 待填：乙\ne: 2 # 待填写\n# to fill\n';
  const found = unfilled({ file: 'x.yaml', text });
  expect(found.map(({ line, column, data }) => [line, column, data])).toEqual([
    [5, 6, { hint: '乙' }],
    [7, 1, { hint: '' }],
  ]);
});
